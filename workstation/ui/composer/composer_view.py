"""The composer: a reply to the customer, or a note that only colleagues see."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.ui.composer.attaching import Attaching
from workstation.ui.composer.channel_limits import ChannelLimits
from workstation.ui.composer.composer_keys import ComposerKeys, Deeds
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.departing import Departing, Then
from workstation.ui.composer.draft_shown import DraftShown, Mode
from workstation.ui.composer.going import Going
from workstation.ui.composer.writing_tools import WritingTools
from workstation.ui.context import DeskContext


class ComposerView(ComposerPage):
    """Shows the draft of one contact at a time; `permit` says what may be written to it."""

    sent = Signal(str)
    """A contact id: a reply or note is in the outbox."""
    typed = Signal()
    """A person changed the text: no draft that was read."""
    snooze_wanted = Signal()
    """The reply was sent and the contact is to be put away: ask until when."""
    wrap_up_wanted = Signal()
    """The reply was sent and the contact is to be wrapped up."""
    wrap_up_proposed = Signal(str, str, object)
    """A contact id, a reason's id or "", resolutions' ids: what a snippet proposes."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._context = context
        self._may_reply = True
        self._may_write = True
        self._placeholder = ""
        self.ask_first: Callable[[Then], bool] = lambda then: False
        """Asked before anything is sent: whether there is something to be seen first."""
        self._limits = ChannelLimits()
        self._attaching = Attaching(context, self.files, self)
        self._draft = DraftShown(context, self, self._attaching, lambda: self._may_reply)
        self._departing = Departing(context, self, self._draft)
        self._tools = WritingTools(context, self, self._draft)
        self._going = Going(
            context,
            self,
            self._draft,
            self._departing,
            self._tools,
            may_reply=lambda: self._may_reply,
            ask_first=self._asks_first,
        )
        deeds = Deeds(
            send=self._going.send_named,
            sends_with_enter=self._going.enter_sends,
            escape=self._escape,
            next_place=self._tools.look.go_to_place,
            undo=context.undoing.undo,
        )
        ComposerKeys(self.text, context.commands, self._tools.suggesting, deeds)
        self._connect()
        self._settle()

    def _connect(self) -> None:
        self._draft.settled.connect(self._settle)
        self._draft.typed.connect(self.typed)
        self._departing.sent.connect(self.sent)
        self._departing.snooze_wanted.connect(self.snooze_wanted)
        self._departing.wrap_up_wanted.connect(self.wrap_up_wanted)
        self._departing.wrap_up_proposed.connect(self.wrap_up_proposed)
        self._departing.brought_back.connect(self._tools.give_back)
        self.reply_tab.clicked.connect(lambda: self.write("reply"))
        self.note_tab.clicked.connect(lambda: self.write("note"))
        self.attach.clicked.connect(self.choose_files)
        self.doubt.left.connect(self.take_caret)
        self.doubt.safe.connect(lambda: self.write("reply" if self.mode == "note" else "note"))
        self.text.files_given.connect(self.add_paths)
        self.text.picture_given.connect(self._attaching.add_picture)
        self.text.long_text_given.connect(self._add_text)
        self.strip.removed.connect(self._files_changed)
        self._attaching.added.connect(self._files_changed)
        self._attaching.waits.connect(self._settle)
        self._attaching.refused.connect(lambda why: self.band.say(why, "warn"))
        self.templates.changed.connect(self._settle)
        self._context.news.came_back.connect(self.bring_back)

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
        self._going.doubt_again()
        self._tools.look_at(contact_id)
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

    def bring_back(self, contact_id: str) -> None:
        """What was sent there came back before it left: it is written on again."""
        self.answering.bring_back(contact_id)
        if contact_id == self.contact_id:
            self._tools.came_back(contact_id)
            self._draft.bring_back(contact_id)
        else:
            self._context.news.open_contact.emit(contact_id, "")

    def draft_changed(self) -> None:
        """Perhaps something came back: look at the stored draft."""
        self._draft.look_again()

    # ------------------------------------------------------------------ writing

    def write(self, mode: Mode) -> None:
        """Turn to a reply or a note, with the caret in it."""
        self._going.doubt_again()
        self._draft.turn("note" if mode == "reply" and not self._may_reply else mode)
        self.text.marks.look_again()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_caret(self) -> None:
        """A contact opened: the hands can start writing."""
        if self.text.isEnabled():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, text: str) -> None:
        """Typed elsewhere, meant for here."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.textCursor().insertText(text)

    def insert_answer(self, text: str) -> None:
        """What the shop knows, into what is being written."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.insert_apart(text)

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
        full = full and not self._attaching.waiting
        self._tools.settle()
        self.send_button.setEnabled(may and full)
        self.snooze_button.setVisible(replying)
        self.snooze_button.setEnabled(may and full)
        for button in (self.attach, self.emoji, self.snippet):
            button.setEnabled(may and not template and not closed)
        self.text.setPlaceholderText(
            self.tr("Write a note; only colleagues see it")
            if note and self._may_write
            else self._placeholder
        )

    def _show_length(self, *, replying: bool) -> bool:
        """Say how long the text is where its end comes near, what is too much, and what is still
        being read; whether it fits."""
        text, count = self.text.toPlainText(), self.files.rowCount()
        words, over = self._limits.length(text) if replying else ("", False)
        tip = self.tr("Too long for this channel") if over else ""
        most = self._limits.most_files
        if replying and most and count > most:
            words, over = self.tr("At most %n file(s) at once", "", most), True
            tip = self.tr("Take some away, or send them in turn")
        if self._attaching.waiting and not over:
            words = self.tr("Reading %n file(s)…", "", self._attaching.waiting)
        self.length.say(words, "bad" if over else "quiet")
        self.length.setToolTip(tip)
        self.length.setVisible(bool(words))
        return not over

    # ------------------------------------------------------------------ sending

    def send(self, *, then: Then = "stay") -> None:
        """Hand it to the outbox, unless there is a reason to look again."""
        self._going.send(then=then)

    def send_and_snooze(self) -> None:
        self._going.send(then="snooze")

    def send_and_wrap_up(self) -> None:
        self._going.send(then="wrap_up")

    def _asks_first(self, then: Then) -> bool:
        return self.ask_first(then)

    def change_send_key(self) -> None:
        """Send with Enter from now on, or no longer."""
        self._going.change_key()

    def insert_emoji(self) -> None:
        self._tools.open_emoji()

    def write_snippets(self) -> None:
        """Open the window in which snippets are written and changed."""
        from workstation.ui.snippets.snippets_window import SnippetsWindow  # rarely needed

        window = SnippetsWindow(self._context, self.window())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def insert_snippet(self) -> None:
        self._tools.open_snippets()

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

    def _escape(self) -> bool:
        """Put away what was said; false when there was nothing."""
        if not self.doubt.isHidden():
            self.doubt.hide()
            return True
        if self.band.text:
            self.band.dismiss()
            return True
        return self.answering.drop()

    def hideEvent(self, event: QHideEvent) -> None:
        self._draft.settle()
