"""The painting of a transcript's lines. Everything has its place already; here it gets colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.found_words import FoundWords
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.painting.paint_cards import paint_chips, paint_panels, paint_paras
from workstation.ui.transcript.painting.paint_pictures import PicturePainter
from workstation.ui.transcript.painting.paint_player import PlayerPainter
from workstation.ui.transcript.painting.paint_rule import paint_rule
from workstation.ui.transcript.painting.paint_tiles import TilePainter
from workstation.ui.transcript.painting.speech import CORNER, speech
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.setting.column import Fonts
from workstation.ui.transcript.setting.laid import Laid, Place
from workstation.ui.transcript.sound.players import Players
from workstation.ui.transcript.transcript_words import TranscriptWords

NOTE_CORNER = 8.0
NOTHING = FoundWords()


@dataclass(slots=True)
class Marks:
    """What the person did to a line: selected text (UTF-16 units), focus, a link or a place
    pointed at."""

    selected: tuple[int, int] | None = None
    current: bool = False
    link: int = -1
    found: bool = False
    place: int = -1
    chosen: bool = False
    """One of several that are chosen."""
    words: FoundWords = NOTHING
    """What was searched for, marked where it stands."""


class TranscriptDelegate:
    """Paints laid-out lines in the theme's colours."""

    def __init__(
        self, theme: Theme, words: TranscriptWords, pictures: Pictures, players: Players
    ) -> None:
        self._theme = theme
        self._players = players
        self._pictures = PicturePainter(theme, words, pictures)
        self._tiles = TilePainter(theme, words)
        self._sounds = PlayerPainter(theme)

    def paint(
        self, painter: QPainter, fonts: Fonts, line: Line, laid: Laid, top: int, marks: Marks
    ) -> None:
        painter.translate(0, top)
        color = self._theme.color
        if marks.chosen:
            self._band(painter, laid)
        if line.message is None or line.kind in ("event", "events"):
            self._small(painter, line, laid, marks)
            painter.translate(0, -top)
            return
        self._ground(painter, line, laid, marks)
        paint_panels(painter, self._theme, laid)
        for number, place in enumerate(laid.places):
            self._place(painter, fonts, place)
            if number == marks.place:
                self._ring(painter, QRectF(place.rect).adjusted(-2.5, -2.5, 2.5, 2.5), 6)
        paint_paras(painter, self._theme, laid, lambda text: self._found(text, marks))
        if laid.text is not None:
            painter.setPen(color("text"))
            laid.text.draw(painter, laid.text_at, self._ranges(laid, marks))
        painter.setFont(fonts.small)
        for rect, bit in laid.meta:
            painter.setPen(color(bit.tone))
            painter.drawText(
                rect,
                Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip,
                bit.text,
            )
        paint_chips(painter, self._theme, fonts, laid)
        painter.translate(0, -top)

    def _small(self, painter: QPainter, line: Line, laid: Laid, marks: Marks) -> None:
        """A line in the middle: a day, what happened, where it goes on with what is new."""
        color = self._theme.color
        ranges = self._ranges(laid, marks)
        if laid.text is None:
            return
        if line.kind == "new":
            paint_rule(painter, laid, color("accent"))
        elif line.kind == "events":
            look = QTextCharFormat()
            look.setForeground(color("accent"))
            ranges.append(_range(0, laid.starts, look))
        painter.setPen(color("accent" if line.kind == "new" else "faint"))
        laid.text.draw(painter, laid.text_at, ranges)
        if marks.current:
            self._ring(painter, QRectF(laid.bubble).adjusted(0, -2, 0, 2), 6)

    def _place(self, painter: QPainter, fonts: Fonts, place: Place) -> None:
        match place.what:
            case "picture":
                self._pictures.paint(painter, place)
            case "document" | "film":
                self._tiles.paint(painter, place)
            case "unfold" | "earlier" | "designed":
                painter.setFont(fonts.small)
                painter.setPen(self._theme.color("accent"))
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
                painter.drawText(place.rect, flags, place.text)
            case "play" if place.attachment is not None:
                self._sounds.paint_button(painter, place, self._players.heard(place.attachment))
            case "wave" if place.attachment is not None:
                self._sounds.paint_wave(painter, place, self._players.heard(place.attachment))
            case "speed" if place.attachment is not None:
                self._sounds.paint_speed(painter, place, self._players.heard(place.attachment))
            case _:
                pass

    def _ground(self, painter: QPainter, line: Line, laid: Laid, marks: Marks) -> None:
        color = self._theme.color
        message = line.message
        box = QRectF(laid.bubble).adjusted(0.5, 0.5, -0.5, -0.5)
        if not laid.bare:
            ground, edge = {
                "in": ("surface", "line"),
                "out": ("out", "out_line"),
                "note": ("note", "note_line"),
            }[line.kind]
            pen = QPen(color(edge))
            if message is not None and message.delivery in ("failed", "uncertain"):
                pen = QPen(color("bad" if message.delivery == "failed" else "warn"))
            if message is not None and message.pending:
                pen = QPen(color("faint"))
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            gone = message is not None and message.deleted_at is not None
            painter.setBrush(Qt.BrushStyle.NoBrush if gone else color(ground))
            if line.kind == "note":
                painter.drawRoundedRect(box, NOTE_CORNER, NOTE_CORNER)
            else:
                painter.drawPath(speech(box, left=line.kind == "in", joined=line.joined))
        if marks.current or marks.found:
            self._ring(painter, box.adjusted(-2, -2, 2, 2), CORNER + 1)

    def _band(self, painter: QPainter, laid: Laid) -> None:
        """Behind a message that is chosen with others, from edge to edge."""
        ground = QColor(self._theme.color("accent"))
        ground.setAlpha(38)
        wide = painter.device().width()
        painter.fillRect(QRectF(0, 0, wide, laid.height), ground)

    def _found(self, text: str, marks: Marks) -> list[QTextLayout.FormatRange]:
        look = QTextCharFormat()
        look.setForeground(self._theme.color("warn"))
        look.setBackground(self._theme.color("warn_soft"))
        look.setFontUnderline(True)
        return [_range(start, length, look) for start, length in marks.words.spans(text)]

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
        if marks.words and laid.text is not None:
            ranges += self._found(laid.text.text(), marks)
        if marks.selected is not None:
            start, end = marks.selected
            look = QTextCharFormat()
            look.setForeground(self._theme.color("on_accent"))
            look.setBackground(self._theme.color("accent"))
            ranges.append(_range(start, end - start, look))
        return ranges


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found
