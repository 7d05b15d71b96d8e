"""The painting of a transcript's lines. Everything has its place already; here it gets colour."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from workstation.replica.rows import AttachmentRow
from workstation.ui.icons import picture
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.lines import Line
from workstation.ui.transcript.pictures import Pictures, Wanted
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.transcript.typesetter import Laid, Place, Typesetter

CORNER, TAIL, NOTE_CORNER = 12.0, 4.0, 8.0
ARROW = 20
"""The sign that a picture can be fetched, where there is room for it."""


@dataclass(slots=True)
class Marks:
    """What the person did to a line: selected text (UTF-16 units), focus, a link pointed at."""

    selected: tuple[int, int] | None = None
    current: bool = False
    link: int = -1
    found: bool = False


class TranscriptDelegate:
    """Paints laid-out lines in the theme's colours."""

    def __init__(self, theme: Theme, words: TranscriptWords, pictures: Pictures) -> None:
        self._theme = theme
        self._words = words
        self._pictures = pictures

    def paint(
        self, painter: QPainter, setter: Typesetter, line: Line, laid: Laid, top: int, marks: Marks
    ) -> None:
        painter.translate(0, top)
        color = self._theme.color
        if line.message is None or line.kind == "event":
            painter.setPen(color("faint"))
            if laid.text is not None:
                laid.text.draw(painter, laid.text_at, self._ranges(laid, marks))
            if marks.current:
                self._ring(painter, QRectF(laid.bubble).adjusted(0, -2, 0, 2), 6)
            painter.translate(0, -top)
            return
        self._ground(painter, line, laid.bubble, marks)
        for place in laid.places:
            match place.what:
                case "picture":
                    self._picture(painter, place)
                case "document":
                    self._document(painter, setter, place)
                case "unfold":
                    painter.setFont(setter.small)
                    painter.setPen(color("accent"))
                    painter.drawText(place.rect, Qt.AlignmentFlag.AlignVCenter, place.text)
                case "retry":
                    pass
        if laid.text is not None:
            painter.setPen(color("text"))
            laid.text.draw(painter, laid.text_at, self._ranges(laid, marks))
        painter.setFont(setter.small)
        for rect, bit in laid.meta:
            painter.setPen(color(bit.tone))
            painter.drawText(
                rect,
                Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip,
                bit.text,
            )
        painter.translate(0, -top)

    def _ground(self, painter: QPainter, line: Line, bubble: QRect, marks: Marks) -> None:
        color = self._theme.color
        message = line.message
        pending = message is not None and message.pending
        ground, edge = {
            "in": ("surface", "line"),
            "out": ("out", "out_line"),
            "note": ("note", "note_line"),
        }[line.kind]
        box = QRectF(bubble).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(color(edge))
        if message is not None and message.delivery in ("failed", "uncertain"):
            pen = QPen(color("bad" if message.delivery == "failed" else "warn"))
        if pending:
            pen = QPen(color("faint"))
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(color(ground))
        if line.kind == "note":
            painter.drawRoundedRect(box, NOTE_CORNER, NOTE_CORNER)
        else:
            painter.drawPath(_speech(box, left=line.kind == "in", joined=line.joined))
        if marks.current or marks.found:
            self._ring(painter, box.adjusted(-2, -2, 2, 2), CORNER + 1)

    def _ring(self, painter: QPainter, box: QRectF, radius: float) -> None:
        painter.setPen(QPen(self._theme.color("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)

    def _ranges(self, laid: Laid, marks: Marks) -> list[QTextLayout.FormatRange]:
        """Links and the selection, laid over the text as colour."""
        ranges = []
        for number, (start, length, _) in enumerate(laid.links):
            look = QTextCharFormat()
            look.setForeground(self._theme.color("accent"))
            look.setFontUnderline(number == marks.link)
            ranges.append(_range(start, length, look))
        if marks.selected is not None:
            start, end = marks.selected
            look = QTextCharFormat()
            look.setForeground(self._theme.color("on_accent"))
            look.setBackground(self._theme.color("accent"))
            ranges.append(_range(start, end - start, look))
        return ranges

    def _picture(self, painter: QPainter, place: Place) -> None:
        if place.attachment is None:
            return
        ratio = painter.device().devicePixelRatioF()
        wanted = wanted_for(place.attachment, place.rect.size(), ratio)
        pixmap = self._pictures.pixmap(wanted)
        box = QRectF(place.rect)
        path = QPainterPath()
        path.addRoundedRect(box, 7, 7)
        if pixmap is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("sunken"))
            painter.drawPath(path)
            self._instead(painter, place.rect, place.attachment, wanted)
            return
        painter.save()
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, self._theme.color("sunken"))
        size = QSize(round(pixmap.width() / ratio), round(pixmap.height() / ratio))
        if size.width() > place.rect.width() or size.height() > place.rect.height():
            size.scale(place.rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        x = place.rect.x() + (place.rect.width() - size.width()) // 2
        y = place.rect.y() + (place.rect.height() - size.height()) // 2
        painter.drawPixmap(QRect(QPoint(x, y), size), pixmap)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _instead(
        self, painter: QPainter, rect: QRect, attachment: AttachmentRow, wanted: Wanted
    ) -> None:
        """Why a picture is not there, and what to do about it; nothing while it comes by itself."""
        held = self._pictures.held_back(wanted.sha256)
        if held:
            text, tone = self._words.to_fetch(attachment), "accent"
        elif self._pictures.broken(wanted):
            text = self._words.cannot_show(harmless_line(attachment.name)[:80])
            tone = "faint"
        elif self._pictures.coming(wanted.sha256):
            text, tone = self._words.coming(attachment), "faint"
        else:
            return
        inner = rect.adjusted(8, 8, -8, -8)
        layout = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.setPen(self._theme.color(tone))
        painter.setFont(font(11))
        above = ARROW + 6
        needed = painter.boundingRect(inner, layout, text).height() + above
        if held and needed <= inner.height():
            ratio = painter.device().devicePixelRatioF()
            arrow = picture("fetch", self._theme.color(tone).name(), ARROW, ratio)
            top = inner.y() + (inner.height() - needed) // 2
            painter.drawPixmap(inner.center().x() - ARROW // 2, top, arrow)
            inner.setTop(top + above)
            layout = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, layout, text)

    def _document(self, painter: QPainter, setter: Typesetter, place: Place) -> None:
        if place.attachment is None:
            return
        color = self._theme.color
        box = QRectF(place.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QColor(color("text"))
        edge.setAlpha(36)
        ground = QColor(color("surface"))
        ground.setAlpha(150)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 7, 7)
        sheet = QRectF(place.rect.x() + 10, place.rect.y() + 10, 19, 24)
        _paint_sheet(painter, sheet, color("accent"))
        x = place.rect.x() + 40
        wide = place.rect.width() - 48
        painter.setFont(font(13, MEDIUM))
        painter.setPen(color("text"))
        name = harmless_line(place.attachment.name) or self._words.document_kind(place.attachment)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, wide)
        painter.drawText(
            QRect(x, place.rect.y() + 5, wide, 18), Qt.AlignmentFlag.AlignVCenter, shown
        )
        painter.setFont(setter.small)
        painter.setPen(color("faint"))
        painter.drawText(
            QRect(x, place.rect.y() + 22, wide, 16),
            Qt.AlignmentFlag.AlignVCenter,
            self._words.document(place.attachment),
        )


def wanted_for(attachment: AttachmentRow, size: QSize, ratio: float) -> Wanted:
    """A picture for a place of `size`. A tile is filled; a picture on its own is shown whole."""
    alone = attachment.width and attachment.height
    shape = (attachment.width or 1) / (attachment.height or 1)
    cover = bool(alone) and abs(shape - size.width() / size.height()) > 0.02 * shape
    return Wanted(attachment.sha256, size * ratio, cover, weight=attachment.size)


def _speech(box: QRectF, *, left: bool, joined: bool) -> QPainterPath:
    """A bubble whose upper corner on the speaker's side is nearly square."""
    path = QPainterPath()
    near = TAIL
    first = near if left else CORNER
    second = CORNER if left else near
    lower_first = near if left and joined else CORNER
    lower_second = near if not left and joined else CORNER
    x, y, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    path.moveTo(QPointF(x + first, y))
    path.lineTo(QPointF(right - second, y))
    path.quadTo(QPointF(right, y), QPointF(right, y + second))
    path.lineTo(QPointF(right, bottom - lower_second))
    path.quadTo(QPointF(right, bottom), QPointF(right - lower_second, bottom))
    path.lineTo(QPointF(x + lower_first, bottom))
    path.quadTo(QPointF(x, bottom), QPointF(x, bottom - lower_first))
    path.lineTo(QPointF(x, y + first))
    path.quadTo(QPointF(x, y), QPointF(x + first, y))
    path.closeSubpath()
    return path


def _paint_sheet(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A sheet of paper with a folded corner."""
    fold = 6.0
    path = QPainterPath()
    path.moveTo(box.topLeft())
    path.lineTo(box.right() - fold, box.top())
    path.lineTo(box.right(), box.top() + fold)
    path.lineTo(box.bottomRight())
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    for row in range(3):
        y = box.top() + 9 + row * 4.5
        painter.drawLine(QPointF(box.left() + 4, y), QPointF(box.right() - 4, y))


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found
