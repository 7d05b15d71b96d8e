"""What happens when somebody sends: the field is free at once, and what is refused comes back."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from workstation.replica.rows import Draft
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.draft_shown import DraftShown, Mode
from workstation.ui.composer.sending import Outgoing, send, send_template
from workstation.ui.composer.taking import Taken
from workstation.ui.contact.refusal_words import not_sent, refusal_sentence
from workstation.ui.context import DeskContext


class Departing(QObject):
    """Hands the draft that is shown to the outbox."""

    sent = Signal(str)
    """A contact id: a reply or note is in the outbox."""
    snooze_wanted = Signal()
    """The reply was sent and the contact is to be put away: ask until when."""

    def __init__(self, context: DeskContext, page: ComposerPage, shown: DraftShown) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._shown = shown

    def send(self, *, next_mode: Mode, snooze: bool = False) -> None:
        """Send what is shown; the empty field then waits in `next_mode`."""
        draft = self._shown.current()
        if draft is None:
            return
        if self._page.templates.chosen is not None and draft.mode == "reply":
            self._send_template(draft.contact_id, snooze=snooze)
            return
        self._shown.forget()
        answers = self._page.answering.take(draft.contact_id)
        outgoing = Outgoing(draft, written_at=self._context.clock(), reply_to_id=answers)
        files = self._page.files.files
        self._shown.fill(Draft(draft.contact_id, "", mode=next_mode))
        send(
            self._context.writer,
            outgoing,
            done=lambda: self._gone(draft.contact_id, snooze=snooze),
            failed=lambda error: self._refused(draft, files, error),
            owner=self,
        )

    def _send_template(self, contact_id: str, *, snooze: bool) -> None:
        """What was typed as a free reply meanwhile stays a draft."""
        form = self._page.templates.form
        template, parameters = form.template, form.parameters
        if template is None:
            return

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._page.band.say(not_sent(why))

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
        self._page.templates.drop()

    def _gone(self, contact_id: str, *, snooze: bool) -> None:
        self.sent.emit(contact_id)
        here = contact_id == self._shown.contact_id
        if here and (self._page.text.toPlainText() or self._page.files.rowCount()):
            # What was typed while this was on its way may have been dropped with the old draft.
            self._shown.touched()
        if snooze and here:
            self.snooze_wanted.emit()

    def _refused(self, draft: Draft, files: list[Taken], error: Exception) -> None:
        why = refusal_sentence(error, self._context.language)
        if draft.contact_id == self._shown.contact_id:
            typed = self._page.text.toPlainText()
            text = f"{draft.text}\n\n{typed}" if typed.strip() else draft.text
            self._shown.fill(replace(draft, text=text), files)
            self._shown.touched()
            self._page.band.say(not_sent(why) if why else self.tr("This was not sent."))
        elif why:
            self._context.news.notice.emit(why, "bad")
        if why is None:
            raise error
