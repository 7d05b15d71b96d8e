"""Pictures of messages, and what stands in their place while they are not here."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath

from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.icons import picture
from workstation.ui.theme.fonts import font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.pictures import Pictures, Wanted
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.transcript_words import TranscriptWords

ARROW = 20
"""The sign that a picture can be fetched, where there is room for it."""


class PicturePainter:
    def __init__(self, theme: Theme, words: TranscriptWords, pictures: Pictures) -> None:
        self._theme = theme
        self._words = words
        self._pictures = pictures

    def paint(self, painter: QPainter, place: Place) -> None:
        file = place.attachment
        if file is None:
            return
        if file.state == "fetching":
            self._ground(painter, place.rect)
            self._say(painter, place.rect, self._words.being_fetched(), "faint", arrow=False)
            return
        ratio = painter.device().devicePixelRatioF()
        wanted = wanted_for(file, place.rect.size(), ratio)
        pixmap = self._pictures.pixmap(wanted)
        if pixmap is None:
            self._ground(painter, place.rect)
            self._instead(painter, place.rect, file, wanted)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if file.role != "sticker":
            painter.setClipPath(_rounded(place.rect))
            painter.fillRect(place.rect, self._theme.color("sunken"))
        size = QSize(round(pixmap.width() / ratio), round(pixmap.height() / ratio))
        if size.width() > place.rect.width() or size.height() > place.rect.height():
            size.scale(place.rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        x = place.rect.x() + (place.rect.width() - size.width()) // 2
        y = place.rect.y() + (place.rect.height() - size.height()) // 2
        painter.drawPixmap(QRect(QPoint(x, y), size), pixmap)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if file.role != "sticker":
            # A picture may be as dark, or as light, as the bubble that it is in.
            painter.setPen(self._theme.color("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place.rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def _ground(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawPath(_rounded(rect))

    def _instead(
        self, painter: QPainter, rect: QRect, attachment: AttachmentRow, wanted: Wanted
    ) -> None:
        """Why a picture is not there, and what to do about it; nothing while it comes by itself."""
        if self._pictures.held_back(wanted.sha256):
            self._say(painter, rect, self._words.to_fetch(attachment), "accent", arrow=True)
        elif self._pictures.broken(wanted):
            text = self._words.cannot_show(harmless_line(attachment.name)[:80])
            self._say(painter, rect, text, "faint", arrow=False)
        elif self._pictures.coming(wanted.sha256):
            self._say(painter, rect, self._words.coming(attachment), "faint", arrow=False)

    def _say(self, painter: QPainter, rect: QRect, text: str, tone: str, *, arrow: bool) -> None:
        inner = rect.adjusted(8, 8, -8, -8)
        layout = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.setPen(self._theme.color(tone))
        painter.setFont(font(11))
        above = ARROW + 6
        needed = painter.boundingRect(inner, layout, text).height() + above
        if arrow and needed <= inner.height():
            ratio = painter.device().devicePixelRatioF()
            drawn = picture("fetch", self._theme.color(tone).name(), ARROW, ratio)
            top = inner.y() + (inner.height() - needed) // 2
            painter.drawPixmap(inner.center().x() - ARROW // 2, top, drawn)
            inner.setTop(top + above)
            layout = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, layout, text)


def wanted_for(attachment: AttachmentRow, size: QSize, ratio: float) -> Wanted:
    """A picture for a place of `size`. A tile is filled; a picture on its own is shown whole."""
    alone = attachment.width and attachment.height
    shape = (attachment.width or 1) / (attachment.height or 1)
    cover = bool(alone) and abs(shape - size.width() / size.height()) > 0.02 * shape
    return Wanted(attachment.sha256, size * ratio, cover, weight=attachment.size)


def _rounded(rect: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), 7, 7)
    return path
