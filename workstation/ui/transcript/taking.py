"""What of a transcript is chosen, and taking it along."""

from workstation.replica.rows.contact import MessageRow
from workstation.ui.context import DeskContext
from workstation.ui.transcript.citing import cited
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.message_arrows import MessageArrows
from workstation.ui.transcript.message_menu import copy_text
from workstation.ui.transcript.message_mouse import MessageMouse
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.words import translate


class Taking:
    """A part of a message, a message, or several."""

    def __init__(
        self,
        context: DeskContext,
        view: RollingView,
        mouse: MessageMouse,
        arrows: MessageArrows,
        words: TranscriptWords,
    ) -> None:
        self._context = context
        self._view = view
        self._mouse = mouse
        self._arrows = arrows
        self._words = words

    def copy(self) -> None:
        """Several messages with who and when, else the selected text, else the current message
        whole."""
        row = self._view.currentIndex().row()
        if self._mouse.rows():
            self.copy_cited()
            return
        part = self.selected_text()
        if part:
            copy_text(part)
        elif self._mouse.selection is not None and self._mouse.selection.span is not None:
            row = self._view.row_of(self._mouse.selection.key) or row
        if not part and row >= 0:
            copy_text(self._words.copied(self._view.stack.lines[row]))

    def copy_cited(self) -> None:
        """What is chosen, else the current message, with who said it and when."""
        chosen = self.chosen()
        if not chosen:
            return
        copy_text(cited(chosen, self._words))
        words = translate("transcript", "Copied.")
        if len(chosen) > 1:
            words = translate("transcript", "{count} messages copied.").format(count=len(chosen))
        self._context.news.notice.emit(words, "quiet")

    def chosen(self) -> list[Line]:
        """The messages that are chosen: several, else the current one."""
        rows = self._mouse.rows()
        if not rows:
            row = self._view.currentIndex().row()
            rows = range(row, row + 1) if row >= 0 else rows
        return [line for line in self._view.stack.lines[rows.start : rows.stop] if line.message]

    def meant(self, row: int) -> MessageRow | None:
        """The message of a row; of an album that of the photo which is chosen."""
        line = self._view.stack.lines[row]
        places = self._view.stack.laid(row).places
        if row == self._view.currentIndex().row() and 0 <= self._arrows.chosen < len(places):
            file = places[self._arrows.chosen].attachment
            if file is not None:
                return line.of(file.attachment_id)
        return line.message

    def selected_text(self) -> str:
        """The part of a message that is selected, exactly as it was written."""
        selection = self._mouse.selection
        row = self._view.row_of(selection.key) if selection is not None else None
        if selection is None or row is None or selection.span is None:
            return ""
        line = self._view.stack.lines[row]
        if line.message is None or line.kind in ("event", "events"):
            return ""
        return selection.text(line.message, self._view.stack.laid(row).starts)
