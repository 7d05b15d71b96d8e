"""The composer: a reply to the customer, or a note that only colleagues see."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.replica.rows import ContactHead
from workstation.ui.composer.attaching import Attaching
from workstation.ui.composer.channel_limits import ChannelLimits
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.departing import Departing
from workstation.ui.composer.draft_shown import DraftShown, Mode
from workstation.ui.context import DeskContext


class ComposerView(ComposerPage):
    """Shows the draft of one contact at a time; `permit` says what may be written to it."""

    sent = Signal(str)
    """A contact id: a reply or note is in the outbox."""
    typed = Signal()
    """A person changed the text: no draft that was read."""
    snooze_wanted = Signal()
    """The reply was sent and the contact is to be put away: ask until when."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._context = context
        self._may_reply = True
        self._may_write = True
        self._placeholder = ""
        self.ask_first: Callable[[bool], bool] = lambda snooze: False
        """Asked before anything is sent: whether there is something to be seen first."""
        self._limits = ChannelLimits()
        self._attaching = Attaching(context, self.files, self)
        self._draft = DraftShown(context, self, self._attaching, lambda: self._may_reply)
        self._departing = Departing(context, self, self._draft)
        self._draft.settled.connect(self._settle)
        self._draft.typed.connect(self.typed)
        self._departing.sent.connect(self.sent)
        self._departing.snooze_wanted.connect(self.snooze_wanted)
        self.reply_tab.clicked.connect(lambda: self.write("reply"))
        self.note_tab.clicked.connect(lambda: self.write("note"))
        self.attach.clicked.connect(self.choose_files)
        self.snooze_button.clicked.connect(self.send_and_snooze)
        self.send_button.clicked.connect(self._send_clicked)
        self.text.files_given.connect(self.add_paths)
        self.text.picture_given.connect(self._attaching.add_picture)
        self.text.long_text_given.connect(self._add_text)
        self.text.installEventFilter(self)
        self.strip.removed.connect(self._files_changed)
        self._attaching.added.connect(self._files_changed)
        self._attaching.refused.connect(lambda why: self.band.say(why, "warn"))
        self.templates.changed.connect(self._settle)
        self._settle()

    # ------------------------------------------------------------------ which contact

    @property
    def contact_id(self) -> str | None:
        return self._draft.contact_id

    @property
    def mode(self) -> Mode:
        return self._draft.mode

    def open(self, contact_id: str | None) -> None:
        """Keep what is here and turn to another contact; its draft comes when it was read."""
        self._may_reply = self._may_write = True
        self._draft.open(contact_id)
        self.answering.look_at(contact_id)

    def settle(self) -> None:
        """Write down now what was typed."""
        self._draft.settle()

    def permit(
        self,
        *,
        reply: bool,
        write: bool,
        hint: str,
        placeholder: str,
        head: ContactHead | None = None,
    ) -> None:
        """What may be written here; `hint` is said beside the tabs. `head` says what its channel
        takes, and until when."""
        self._may_reply, self._may_write = reply, write
        line = None if head is None else self._context.reference.lines.get(head.channel)
        self._limits = ChannelLimits.of(line)
        self.templates.look_at(head if reply else None)
        self.hint.setText(hint)
        self._placeholder = placeholder
        self._draft.follow_permission()
        self._settle()

    def draft_changed(self) -> None:
        """Perhaps something came back: look at the stored draft."""
        self._draft.look_again()

    # ------------------------------------------------------------------ writing

    def write(self, mode: Mode) -> None:
        """Turn to a reply or a note, with the caret in it."""
        self._draft.turn("note" if mode == "reply" and not self._may_reply else mode)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_caret(self) -> None:
        """A contact opened: the hands can start writing."""
        if self.text.isEnabled():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, text: str) -> None:
        """Typed elsewhere, meant for here."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.textCursor().insertText(text)

    def insert_quote(self, quote: str) -> None:
        """Put a quoted text where the caret is, on lines of its own, and the caret below it."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        caret = self.text.textCursor()
        before = "" if caret.atBlockStart() else "\n"
        caret.insertText(f"{before}{quote}\n")

    def _settle(self) -> None:
        """Make every part agree with the mode and with what may be done."""
        note = self.mode == "note"
        self.wear(note=note)
        self.reply_tab.setEnabled(self._may_reply)
        replying = not note and self._may_reply
        template = self.templates.chosen is not None and replying
        closed = self.templates.closed and replying
        self.templates.settle(replying=replying)
        self._attaching.limits = self._limits if replying else ChannelLimits()
        self.text.setVisible(not template and not closed)
        self.strip.setVisible(self.files.rowCount() > 0 and not template)
        self.text.setEnabled(self._may_write and self.contact_id is not None)
        may = self._draft.loaded and self._may_write and (note or self._may_reply)
        full = bool(self.text.toPlainText().strip()) or (not note and self.files.rowCount() > 0)
        if template:
            full = self.templates.form.complete
        elif closed:
            full = False
        full = self._show_length(replying=replying and not template) and full
        self.send_button.setEnabled(may and full)
        self.snooze_button.setVisible(replying)
        self.snooze_button.setEnabled(may and full)
        self.attach.setEnabled(may and not template and not closed)
        self.text.setPlaceholderText(
            self.tr("Write a note; only colleagues see it")
            if note and self._may_write
            else self._placeholder
        )

    def _show_length(self, *, replying: bool) -> bool:
        """Say how long the text is where its end comes near; whether it fits."""
        words, over = self._limits.length(self.text.toPlainText()) if replying else ("", False)
        self.length.say(words, "bad" if over else "quiet")
        self.length.setToolTip(self.tr("Too long for this channel") if over else "")
        self.length.setVisible(bool(words))
        return not over

    # ------------------------------------------------------------------ sending

    def _send_clicked(self) -> None:
        self.send()

    def send_and_snooze(self) -> None:
        self.send(snooze=True)

    def send(self, *, snooze: bool = False) -> None:
        """Hand it to the outbox. The field is free at once; if the desk refuses, it comes back."""
        if self.send_button.isEnabled() and not self.ask_first(snooze):
            next_mode: Mode = "reply" if self._may_reply else "note"
            self._departing.send(next_mode=next_mode, snooze=snooze)

    # ------------------------------------------------------------------ files

    def choose_template(self) -> None:
        """Answer with a template, also while free replies are open."""
        self.write("reply")
        self.templates.choose()

    def choose_files(self) -> None:
        if not self.attach.isEnabled():
            return
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"))
        self.add_paths([Path(name) for name in names])

    def add_paths(self, paths: list[Path]) -> None:
        self._attaching.add_paths(paths)

    def _add_text(self, text: str) -> None:
        self._attaching.add_text(text)
        self.band.say(self.tr("The pasted text is very long: it goes along as a file."), "note")

    def _files_changed(self) -> None:
        self._draft.touched()
        self._settle()

    # ------------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.band.text:
                self.band.dismiss()
                return True
            if event.key() == Qt.Key.Key_Escape and self.answering.drop():
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.send(snooze=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._draft.settle()
