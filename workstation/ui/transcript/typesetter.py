"""Where everything of a line goes: sizes only, no colours, so that a theme repaints and no more.

All measures are logical pixels; x counts from the left of the viewport, y from the top of the
line. Text is laid out when a line comes near the screen; until then its height is estimated.
"""

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from workstation.replica.rows import AttachmentRow, MessageRow
from workstation.ui.transcript.harmless import fold, harmless, units
from workstation.ui.transcript.lines import Line
from workstation.ui.transcript.links import find_links
from workstation.ui.transcript.transcript_words import Bit, TranscriptWords

SIDE = 20
PAD_X, PAD_Y = 12, 8
NOTE_INSET = 40
GAP, GAP_JOINED = 8, 3
LINE_PITCH = 18
WIDEST = 660
TILE = QSize(150, 104)
TILE_GAP = 4
ONE_PICTURE = QSize(320, 240)
UNKNOWN_PICTURE = QSize(220, 160)
DOCUMENT_HEIGHT = 44


@dataclass(slots=True)
class Place:
    """Something that can be clicked: what it is, and where."""

    what: Literal["picture", "document", "retry", "unfold"]
    rect: QRect
    text: str = ""
    attachment: AttachmentRow | None = None


@dataclass(slots=True)
class Laid:
    """A line with everything in its place. `starts` is where the body begins in `text`, in UTF-16
    units: a note has its author in front. `links` are (start, length, target) in `text`."""

    height: int
    bubble: QRect
    text: QTextLayout | None = None
    text_at: QPointF = field(default_factory=QPointF)
    starts: int = 0
    links: tuple[tuple[int, int, str], ...] = ()
    places: list[Place] = field(default_factory=list)
    meta: list[tuple[QRect, Bit]] = field(default_factory=list)


class Typesetter:
    """Lays out lines for one width in one font."""

    def __init__(self, words: TranscriptWords, body: QFont, small: QFont, strong: QFont) -> None:
        self._words = words
        self.body, self.small, self.strong = body, small, strong
        self.body_metrics = QFontMetrics(body)
        self.small_metrics = QFontMetrics(small)
        self._strong_metrics = QFontMetrics(strong)
        self._pitch = max(LINE_PITCH, self.body_metrics.height() + 2)
        self._small_height = self.small_metrics.height() + 2
        self._per_character = max(1.0, self.body_metrics.averageCharWidth() * 1.02)

    def estimate(self, line: Line, width: int) -> int:
        """About how high a line will be: close enough for a scroll bar, far cheaper than `lay`."""
        if line.message is None or line.kind == "event":
            return self._small_height + 14
        inner = self._inner(line, width)
        text = line.message.text
        shown = min(len(text), 4_000)
        rows = max(1, round(shown * self._per_character / inner + 0.4)) if shown else 0
        rows += min(text.count("\n", 0, shown), 60)
        high = rows * self._pitch + 2 * PAD_Y + self._small_height + GAP
        pictures, documents = _sorted(line.message.attachments)
        if len(pictures) == 1:
            high += _fit(pictures[0], inner).height() + 6
        elif pictures:
            columns = max(1, (inner + TILE_GAP) // (TILE.width() + TILE_GAP))
            high += -(-len(pictures) // columns) * (TILE.height() + TILE_GAP) + 6
        return high + len(documents) * (DOCUMENT_HEIGHT + 4)

    def lay(self, line: Line, width: int, *, unfolded: bool = False) -> Laid:
        if line.message is None:
            return self._middle(self._words.day(line.at), width, gap=8)
        if line.kind == "event":
            return self._middle(self._words.event(line.message), width, gap=4)
        return self._bubble(line, line.message, width, unfolded=unfolded)

    def _middle(self, text: str, width: int, *, gap: int) -> Laid:
        """A small line in the middle; a long one wraps."""
        layout = QTextLayout(harmless(text).replace("\u2028", " ")[:600], self.small)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        inner = max(80, width - 2 * SIDE - 40)
        high = _break(layout, inner, self._small_height)
        x = (width - inner) // 2
        total = high + 2 * gap
        return Laid(total, QRect(x, gap, inner, high), layout, QPointF(x, gap))

    def _inner(self, line: Line, width: int) -> int:
        """The width text may have inside a bubble."""
        if line.kind == "note":
            return max(120, min(width - 2 * SIDE - 2 * NOTE_INSET, WIDEST + 80) - 2 * PAD_X)
        return max(120, min(round((width - 2 * SIDE) * 0.68), WIDEST) - 2 * PAD_X)

    def _bubble(self, line: Line, message: MessageRow, width: int, *, unfolded: bool) -> Laid:
        inner = self._inner(line, width)
        top = GAP_JOINED if line.joined else GAP
        y = top + PAD_Y
        laid = Laid(0, QRect())
        widest = 0
        pictures, documents = _sorted(message.attachments)
        if pictures:
            y, widest = self._pictures(laid, pictures, inner, y)
            y += 6 if message.text or documents or line.kind == "note" else 4
        folded = fold(message.text, unfolded=unfolded)
        prefix = self._words.note_by(message) + "\u2003" if line.kind == "note" else ""
        if folded.text or prefix:
            layout = QTextLayout(prefix + harmless(folded.text), self.body)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            option.setTabStopDistance(4 * self._per_character)
            layout.setTextOption(option)
            laid.starts = units(prefix)
            if prefix:
                strong = QTextCharFormat()
                strong.setFont(self.strong)
                layout.setFormats([_range(0, laid.starts, strong)])
            laid.text, laid.text_at = layout, QPointF(0, y)
            y += _break(layout, inner, self._pitch)
            widest = max(widest, min(inner, _natural(layout)))
            laid.links = tuple(
                (
                    laid.starts + units(folded.text[: link.start]),
                    units(folded.text[link.start : link.end]),
                    link.target,
                )
                for link in find_links(folded.text)
            )
        if folded.hidden:
            text = self._words.show_all(len(message.text))
            wide = self.small_metrics.horizontalAdvance(text)
            laid.places.append(Place("unfold", QRect(0, y + 2, wide, self._small_height), text))
            widest = max(widest, wide)
            y += self._small_height + 4
        for document in documents:
            wide = min(inner, max(180, 60 + self.body_metrics.horizontalAdvance(document.name)))
            y += 4
            laid.places.append(
                Place("document", QRect(0, y, wide, DOCUMENT_HEIGHT), attachment=document)
            )
            widest = max(widest, wide)
            y += DOCUMENT_HEIGHT
        y, widest = self._meta(laid, message, inner, y, widest)
        self._arrange(laid, line, width, inner, widest, QRect(0, top, 0, y + PAD_Y - 2 - top))
        return laid

    def _pictures(
        self, laid: Laid, pictures: list[AttachmentRow], inner: int, y: int
    ) -> tuple[int, int]:
        if len(pictures) == 1:
            size = _fit(pictures[0], inner)
            laid.places.append(
                Place("picture", QRect(0, y, size.width(), size.height()), attachment=pictures[0])
            )
            return y + size.height(), size.width()
        most = max(1, (inner + TILE_GAP) // (TILE.width() + TILE_GAP))
        columns = min(len(pictures), most, 2 if len(pictures) in (2, 4) else 3)
        wide = min(TILE.width(), inner)
        for place, picture in enumerate(pictures):
            row, column = divmod(place, columns)
            rect = QRect(
                column * (wide + TILE_GAP),
                y + row * (TILE.height() + TILE_GAP),
                wide,
                TILE.height(),
            )
            laid.places.append(Place("picture", rect, attachment=picture))
        rows = -(-len(pictures) // columns)
        return (
            y + rows * (TILE.height() + TILE_GAP) - TILE_GAP,
            columns * (wide + TILE_GAP) - TILE_GAP,
        )

    def _meta(
        self, laid: Laid, message: MessageRow, inner: int, y: int, widest: int
    ) -> tuple[int, int]:
        """The time, the author and how far it got, small at the bottom right."""
        y += 2
        x = 0
        for bit in self._words.meta(message):
            wide = self.small_metrics.horizontalAdvance(bit.text)
            if x and x + wide > inner:
                if not laid.meta[-1][1].text.strip(" ·"):
                    laid.meta.pop()  # nothing comes after this dot on its line
                x, y = 0, y + self._small_height
            rect = QRect(x, y, wide, self._small_height)
            laid.meta.append((rect, bit))
            if bit.retry:
                laid.places.append(Place("retry", rect, bit.text))
            x += wide
            widest = max(widest, x)
        return y + self._small_height, min(widest, inner)

    def _arrange(
        self, laid: Laid, line: Line, width: int, inner: int, widest: int, box: QRect
    ) -> None:
        """Move everything to the side it belongs to, now that the width is known."""
        if line.kind == "note":
            widest = inner
            left = (width - inner - 2 * PAD_X) // 2
        elif line.kind == "out":
            left = width - SIDE - widest - 2 * PAD_X
        else:
            left = SIDE
        box.moveLeft(left)
        box.setWidth(widest + 2 * PAD_X)
        x = left + PAD_X
        laid.bubble = box
        laid.height = box.bottom() + 1
        laid.text_at.setX(x)
        for row in {rect.y() for rect, _ in laid.meta}:
            on_row = [rect for rect, _ in laid.meta if rect.y() == row]
            shift = x + widest - (on_row[-1].right() + 1)
            for rect in on_row:
                rect.translate(shift, 0)
        for place in laid.places:
            if place.what != "retry":
                place.rect.translate(x, 0)
            else:
                place.rect = next(QRect(r) for r, bit in laid.meta if bit.retry)


def _sorted(
    attachments: tuple[AttachmentRow, ...],
) -> tuple[list[AttachmentRow], list[AttachmentRow]]:
    """Pictures that can be shown, and the rest."""
    pictures: list[AttachmentRow] = []
    documents: list[AttachmentRow] = []
    for attachment in attachments:
        (pictures if is_picture(attachment.media_type) else documents).append(attachment)
    return pictures, documents


def is_picture(media_type: str) -> bool:
    """Whether a file is shown as a picture. SVG is not: it is a program, not a photo."""
    return media_type in ("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp")


def _fit(picture: AttachmentRow, inner: int) -> QSize:
    """The size of a picture on its own, known before it is read, so that nothing jumps."""
    if not picture.width or not picture.height:
        return QSize(min(UNKNOWN_PICTURE.width(), inner), UNKNOWN_PICTURE.height())
    size = QSize(picture.width, picture.height)
    frame = QSize(min(ONE_PICTURE.width(), inner), ONE_PICTURE.height())
    if size.width() > frame.width() or size.height() > frame.height():
        size.scale(frame, Qt.AspectRatioMode.KeepAspectRatio)
    return size.expandedTo(QSize(64, 48))


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found


def _break(layout: QTextLayout, width: int, pitch: int) -> int:
    """Break a layout into lines at a fixed pitch; what is higher (emoji) takes its own height."""
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        high = max(float(pitch), line.height())
        line.setPosition(QPointF(0, y + (high - line.height()) / 2))
        y += high
    layout.endLayout()
    return round(y)


def _natural(layout: QTextLayout) -> int:
    widest = 0.0
    for number in range(layout.lineCount()):
        widest = max(widest, layout.lineAt(number).naturalTextWidth())
    return int(widest) + 2
