"""The composer: a reply to the customer, or a note that only colleagues see."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.replica.rows import SEEN, ContactHead, Draft
from workstation.ui.composer.attaching import Attaching
from workstation.ui.composer.channel_limits import ChannelLimits
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.draft_joining import (
    all_files,
    put_below,
    read_draft,
    together,
    with_typed,
)
from workstation.ui.composer.draft_keeper import DraftKeeper
from workstation.ui.composer.sending import Outgoing, send, send_template
from workstation.ui.composer.taking import Taken
from workstation.ui.contact.refusal_words import not_sent, reason_sentence, refusal_sentence
from workstation.ui.context import DeskContext

Mode = Literal["reply", "note"]


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
        self._contact_id: str | None = None
        self._mode: Mode = "reply"
        self._may_reply = True
        self._may_write = True
        self._forced = False
        self._loading = False
        self._loaded = False
        self._visit = 0
        self._reason = ""
        self._placeholder = ""
        self._handed = ""
        self._limits = ChannelLimits()
        self._attaching = Attaching(context, self.files, self)
        self._keeper = DraftKeeper(context.writer, self._draft, self)
        self.band.dismissed.connect(self._dismissed)
        self.reply_tab.clicked.connect(lambda: self.write("reply"))
        self.note_tab.clicked.connect(lambda: self.write("note"))
        self.attach.clicked.connect(self.choose_files)
        self.snooze_button.clicked.connect(self.send_and_snooze)
        self.send_button.clicked.connect(self._send_clicked)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self._keeper.settle)
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
        return self._contact_id

    @property
    def mode(self) -> Mode:
        return self._mode

    def open(self, contact_id: str | None) -> None:
        """Keep what is here and turn to another contact; its draft comes with `show_draft`."""
        self.settle()
        left, typed = self._contact_id, self.text.toPlainText()
        if not self._loaded and left is not None and typed:
            self._context.writer.do(lambda replica: put_below(replica, left, typed))
        self._loaded = False
        self._visit += 1
        visit = self._visit
        self._contact_id, self._attaching.contact_id = contact_id, None
        self._may_reply = self._may_write = True
        self._forced = False
        self._fill(Draft(contact_id or "", ""))
        if contact_id is None:
            return
        # Through the writer, which has written everything that was handed to it before.
        self._context.writer.do(
            lambda replica: read_draft(replica, contact_id),
            done=lambda found: self._show_draft(visit, *found),
            failed=lambda error: self._not_read(visit, error),
            owner=self,
        )

    def settle(self) -> None:
        """Write down now what was typed."""
        self._keeper.settle()

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
        if not self.text.toPlainText():
            if not reply and self._mode == "reply":
                self._mode, self._forced = "note", True
            elif reply and self._forced:
                self._mode, self._forced = "reply", False
        self._settle()

    def draft_changed(self) -> None:
        """Perhaps something came back: look whether the stored draft has a reason."""
        contact_id = self._contact_id
        if contact_id is None:
            return
        self._context.writer.do(
            lambda replica: read_draft(replica, contact_id),
            done=lambda found: self._returned(contact_id, *found),
            owner=self,
        )

    def _show_draft(self, visit: int, draft: Draft | None, files: list[Taken]) -> None:
        if visit != self._visit:  # the agent went on, perhaps came back: a later answer counts
            return
        self._begin()
        typed = self.text.toPlainText()
        self._fill(with_typed(draft or Draft(self._contact_id or "", "", self._mode), typed), files)
        if typed:
            self._keeper.touched()

    def _begin(self) -> None:
        """From now on what is typed is kept, and files are taken."""
        self._loaded = True
        self._attaching.contact_id = self._contact_id

    def _not_read(self, visit: int, error: Exception) -> None:
        """The memory failed: what is typed from now on is a draft of its own."""
        if visit == self._visit:
            self._begin()
        raise error

    def _returned(self, contact_id: str, draft: Draft | None, files: list[Taken]) -> None:
        """A refused message comes back. What was typed since stays, below it."""
        if contact_id != self._contact_id or draft is None or not self._loaded:
            return
        if draft.reason in ("", self._reason, SEEN + self._reason):
            return
        typed = self.text.toPlainText()
        text = together(draft.text, before=self._handed, now=typed)
        self._fill(replace(draft, text=text), all_files(files, self.files.files))
        self._keeper.touched()

    def _fill(self, draft: Draft, files: list[Taken] | None = None) -> None:
        self._loading = True
        if self.text.toPlainText() != draft.text:
            self.text.setPlainText(draft.text)
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._handed = draft.text
        self.files.replace(files or [])
        self._forced = not draft.text and not self._may_reply
        self._mode = "note" if self._forced else draft.mode
        self._reason = draft.reason
        told = not draft.reason or draft.reason.startswith(SEEN)
        self.band.say("" if told else reason_sentence(draft.reason, self._context.language))
        self._loading = False
        self._settle()

    # ------------------------------------------------------------------ writing

    def write(self, mode: Mode) -> None:
        """Turn to a reply or a note, with the caret in it."""
        if mode == "reply" and not self._may_reply:
            mode = "note"
        self._forced = False
        if mode != self._mode:
            self._mode = mode
            self._keeper.touched()
            self._settle()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_caret(self) -> None:
        """A contact opened: the hands can start writing."""
        if self.text.isEnabled():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, text: str) -> None:
        """Typed elsewhere, meant for here."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.textCursor().insertText(text)

    def _typed(self) -> None:
        if not self._loading:
            self._keeper.touched()
            self._settle()
            self.typed.emit()

    def _draft(self) -> Draft | None:
        if self._contact_id is None or not self._loaded:
            return None
        self._handed = self.text.toPlainText()
        return Draft(
            contact_id=self._contact_id,
            text=self._handed,
            mode=self._mode,
            files=tuple(taken.facts for taken in self.files.files),
            reason=self._reason,
        )

    def _dismissed(self) -> None:
        if self._reason and not self._reason.startswith(SEEN):
            self._reason = SEEN + self._reason
            self._keeper.touched()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Make every part agree with the mode and with what may be done."""
        note = self._mode == "note"
        self.wear(note=note)
        self.reply_tab.setEnabled(self._may_reply)
        replying = not note and self._may_reply
        template = self.templates.chosen is not None and replying
        closed = self.templates.closed and replying
        self.templates.settle(replying=replying)
        self._attaching.limits = self._limits if replying else ChannelLimits()
        self.text.setVisible(not template and not closed)
        self.strip.setVisible(self.files.rowCount() > 0 and not template)
        self.text.setEnabled(self._may_write and self._contact_id is not None)
        may = self._loaded and self._may_write and (note or self._may_reply)
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
        draft = self._draft()
        if draft is None or not self.send_button.isEnabled():
            return
        if self.templates.chosen is not None and self._mode == "reply":
            self._send_template(draft.contact_id, snooze=snooze)
            return
        self._keeper.forget()
        outgoing = Outgoing(draft, written_at=self._context.clock())
        files = self.files.files
        self._fill(Draft(draft.contact_id, "", mode="reply" if self._may_reply else "note"))
        send(
            self._context.writer,
            outgoing,
            done=lambda: self._gone(draft.contact_id, snooze=snooze),
            failed=lambda error: self._refused(draft, files, error),
            owner=self,
        )

    def _send_template(self, contact_id: str, *, snooze: bool) -> None:
        """What was typed as a free reply meanwhile stays a draft."""
        form = self.templates.form
        template, parameters = form.template, form.parameters
        if template is None:
            return

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self.band.say(not_sent(why))

        send_template(
            self._context.writer,
            contact_id,
            template,
            parameters,
            written_at=self._context.clock(),
            done=lambda: self._gone(contact_id, snooze=snooze),
            failed=failed,
            owner=self,
        )
        self.templates.drop()

    def _gone(self, contact_id: str, *, snooze: bool) -> None:
        self.sent.emit(contact_id)
        if contact_id == self._contact_id and (self.text.toPlainText() or self.files.rowCount()):
            # What was typed while this was on its way may have been dropped with the old draft.
            self._keeper.touched()
        if snooze and contact_id == self._contact_id:
            self.snooze_wanted.emit()

    def _refused(self, draft: Draft, files: list[Taken], error: Exception) -> None:
        why = refusal_sentence(error, self._context.language)
        if draft.contact_id == self._contact_id:
            typed = self.text.toPlainText()
            text = f"{draft.text}\n\n{typed}" if typed.strip() else draft.text
            self._fill(replace(draft, text=text), files)
            self._keeper.touched()
            self.band.say(not_sent(why) if why else self.tr("This was not sent."))
        elif why:
            self._context.news.notice.emit(why, "bad")
        if why is None:
            raise error

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
        self._keeper.touched()
        self._settle()

    # ------------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.band.text:
                self.band.dismiss()
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.send(snooze=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.settle()
