"""Where everything of a line goes. Text is laid out when a line comes near the screen; until then
its height is estimated."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QTextLayout

from workstation.replica.rows.contact import MessageRow
from workstation.ui.paintable import begins_from_right
from workstation.ui.theme.sizes import px
from workstation.ui.transcript.harmless import harmless, units
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.setting import estimates
from workstation.ui.transcript.setting.column import (
    Column,
    Fonts,
    align_right,
    break_lines,
    wrapping,
)
from workstation.ui.transcript.setting.laid import (
    GAP,
    GAP_JOINED,
    NOTE_INSET,
    PAD_X,
    PAD_Y,
    SIDE,
    WIDEST,
    Laid,
    Place,
)
from workstation.ui.transcript.setting.set_cards import set_call, set_card, set_rows
from workstation.ui.transcript.setting.set_files import set_pictures, set_player, set_tile
from workstation.ui.transcript.setting.set_meta import meta_to_the_right, set_meta, set_reactions
from workstation.ui.transcript.setting.set_text import set_body, set_link, set_marks, set_quote
from workstation.ui.transcript.shapes.card import Shown
from workstation.ui.transcript.shapes.files import Files, sorted_files
from workstation.ui.transcript.transcript_words import TranscriptWords

SEPARATOR = "  ·  "


class Typesetter:
    """Lays out lines for one width in one font."""

    def __init__(self, words: TranscriptWords, body: QFont, small: QFont, strong: QFont) -> None:
        self._words = words
        self.fonts = Fonts(body, small, strong)

    def estimate(self, line: Line, width: int) -> int:
        """About how high a line will be."""
        if line.message is None or line.kind in ("event", "events"):
            return self.fonts.small_height + 14
        inner = self._inner(line, width)
        return estimates.estimate(line, line.message, self._words, self.fonts, inner)

    def lay(self, line: Line, width: int, *, unfolded: bool = False) -> Laid:
        if line.kind == "new":
            return self._middle(self._words.new(), width, gap=8)
        if line.kind == "events":
            return self._several(line, width, unfolded=unfolded)
        if line.message is None:
            return self._middle(self._words.day(line.at), width, gap=8)
        if line.kind == "event":
            return self._middle(self._words.event(line.message), width, gap=4)
        return self._bubble(line, line.message, width, unfolded=unfolded)

    def _middle(self, text: str, width: int, *, gap: int, lines: bool = False) -> Laid:
        """A small line in the middle; a long one wraps. `lines` keeps those of the text."""
        shown = harmless(text)
        layout = QTextLayout(
            shown[:6_000] if lines else shown.replace("\u2028", " ")[:600], self.fonts.small
        )
        layout.setTextOption(wrapping(Qt.AlignmentFlag.AlignHCenter))
        inner = max(80, width - 2 * SIDE - 40)
        high = break_lines(layout, inner, self.fonts.small_height)
        x = (width - inner) // 2
        return Laid(high + 2 * gap, QRect(x, gap, inner, high), layout, QPointF(x, gap))

    def _several(self, line: Line, width: int, *, unfolded: bool) -> Laid:
        """How many things happened in a row, which can be pressed, and the last of them; or all,
        each on a line of its own."""
        count = self._words.several(len(line.parts), unfolded=unfolded)
        said = [self._words.event(one) for one in line.parts]
        text = "\n".join([count, *said]) if unfolded else f"{count}{SEPARATOR}{said[-1]}"
        laid = self._middle(text, width, gap=4, lines=unfolded)
        laid.starts = units(count)
        laid.places.append(Place("events", QRect(laid.bubble), count))
        return laid

    def _inner(self, line: Line, width: int) -> int:
        """The width text may have inside a bubble."""
        if line.kind == "note":
            return max(120, min(width - 2 * SIDE - 2 * NOTE_INSET, px(WIDEST)) - 2 * PAD_X)
        return max(120, min(round((width - 2 * SIDE) * 0.68), px(WIDEST)) - 2 * PAD_X)

    def _bubble(self, line: Line, message: MessageRow, width: int, *, unfolded: bool) -> Laid:
        inner = self._inner(line, width)
        top = GAP_JOINED if line.joined else GAP
        column = Column(Laid(0, QRect()), self.fonts, inner, top + PAD_Y)
        seen = self._words.shown(message, unfolded=unfolded)
        gone = message.deleted_at is not None
        files = sorted_files(()) if gone else sorted_files(message.attachments)
        if not gone:
            set_quote(column, self._words, line, message)
        set_marks(column, seen.above, gap=0 if gone else 4)
        self._fill(column, line, message, seen, files, unfolded=unfolded)
        set_meta(column, self._words, message)
        self._arrange(column, line, seen, width, top)
        column.laid.bare = (
            files.only_sticker and not seen.text and not seen.cards and line.kind != "note"
        )
        return column.laid

    def _fill(
        self,
        column: Column,
        line: Line,
        message: MessageRow,
        seen: Shown,
        files: Files,
        *,
        unfolded: bool,
    ) -> None:
        """What is between the marks and the small line."""
        if files.pictures:
            set_pictures(column, files.pictures)
            more = seen.text or files.tiles or line.kind == "note"
            column.y += 6 if more else 4
        prefix = self._words.note_by(message) + "\u2003" if line.kind == "note" else ""
        if message.kind == "call":
            for card in seen.cards:
                set_call(column, card)
        set_body(column, self._words, message, seen, prefix=prefix, unfolded=unfolded)
        if files.page is not None:
            set_link(column, "designed", self._words.as_designed()).attachment = files.page
        if message.kind != "call":
            self._cards(column, seen, files)
        for sound in files.sounds:
            set_player(column, self._words, sound)
        for file in files.tiles:
            set_tile(column, self._words, file)
        if seen.below:
            column.y += 4
            set_marks(column, seen.below, gap=0)

    @staticmethod
    def _cards(column: Column, seen: Shown, files: Files) -> None:
        alone = len(seen.cards) == 1 and not seen.text and not files.pictures
        for number, card in enumerate(seen.cards):
            column.y += 4 if seen.text and not number else 0
            if alone:
                set_rows(column, card)
            else:
                set_card(column, card)

    def _arrange(self, column: Column, line: Line, seen: Shown, width: int, top: int) -> None:
        """Move everything to the side it belongs to, now that the width is known."""
        laid = column.laid
        if line.kind == "note":
            column.widest = column.inner
            left = (width - column.inner - 2 * PAD_X) // 2
        elif line.kind == "out":
            left = width - SIDE - column.widest - 2 * PAD_X
        else:
            left = SIDE
        if laid.text is not None and begins_from_right(laid.text.text()):
            align_right(laid.text, column.widest)
        laid.bubble = QRect(left, top, column.widest + 2 * PAD_X, column.y + PAD_Y - 2 - top)
        below = set_reactions(column, seen.reactions, laid.bubble.bottom() + 1)
        laid.height = laid.bubble.bottom() + 1 + below
        laid.shift(left + PAD_X)
        meta_to_the_right(column, left + PAD_X)
