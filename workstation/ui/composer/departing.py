"""What happens when somebody sends: the field is free at once, what is refused comes back, and for
a few seconds the person may think again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from workstation.replica.rows.channels import TemplateRow
from workstation.replica.rows.outbox import Draft
from workstation.ui.composer.after_sending import AfterSending, do
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.draft_shown import DraftShown, Mode
from workstation.ui.composer.sending import Outgoing, send, send_template
from workstation.ui.composer.taking import Taken
from workstation.ui.contact.refusal_words import not_sent, refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.preferences import UNDO_SECONDS

Then = Literal["stay", "snooze", "wrap_up"]
"""What the person wants to do with the contact once it is sent."""


class Departing(QObject):
    """Hands the draft that is shown to the outbox."""

    sent = Signal(str)
    """A contact id: a reply or note is in the outbox."""
    snooze_wanted = Signal()
    """The reply was sent and the contact is to be put away: ask until when."""
    wrap_up_wanted = Signal()
    """The reply was sent and the contact is to be wrapped up."""
    wrap_up_proposed = Signal(str, str, object)
    """A contact id, a reason's id or "", resolutions' ids: what a snippet proposes; neither when
    the message with it was taken back."""
    brought_back = Signal(str, object)
    """A contact id and an AfterSending: what was sent is a draft again."""

    def __init__(self, context: DeskContext, page: ComposerPage, shown: DraftShown) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._shown = shown

    def send(self, *, next_mode: Mode, then: Then, after: AfterSending) -> None:
        """Send what is shown; the empty field then waits in `next_mode`."""
        draft = self._shown.current()
        if draft is None:
            return
        if self._page.templates.chosen is not None and draft.mode == "reply":
            self._send_template(draft.contact_id, then)
            return
        self._shown.forget()
        hold = self._hold() if draft.mode == "reply" else 0
        outgoing = Outgoing(
            draft,
            written_at=self._context.clock(),
            colleagues=tuple((one.agent_id, one.name) for one in self._context.reference.agents),
            hold=hold,
            reply_to_id=self._page.answering.take(draft.contact_id),
            after=after.as_deeds(),
        )
        files = self._page.files.files
        self._shown.fill(Draft(draft.contact_id, "", mode=next_mode))

        def done(action_id: str) -> None:
            back = self._back(action_id, draft.contact_id, lambda: None, after)
            self._gone(draft.contact_id, then, after, hold, back)

        send(
            self._context.writer,
            outgoing,
            done=done,
            failed=lambda error: self._refused(draft, files, error),
            owner=self,
        )

    def _hold(self) -> int:
        """Milliseconds that a reply waits here, to be taken back."""
        return 1000 * self._context.preferences.of(UNDO_SECONDS)

    def _send_template(self, contact_id: str, then: Then) -> None:
        """What was typed as a free reply meanwhile stays a draft."""
        form = self._page.templates.form
        template, parameters = form.template, form.parameters
        if template is None:
            return
        hold = self._hold()

        def done(action_id: str) -> None:
            def fill_in() -> None:
                self._fill_in(contact_id, template, parameters)

            back = self._back(action_id, contact_id, fill_in, AfterSending())
            self._gone(contact_id, then, AfterSending(), hold, back)

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
            hold=hold,
            done=done,
            failed=failed,
            owner=self,
        )
        self._page.templates.drop()

    def _fill_in(self, contact_id: str, template: TemplateRow, parameters: tuple[str, ...]) -> None:
        if contact_id == self._shown.contact_id:
            self._page.templates.fill_in(template, parameters)

    def _gone(
        self,
        contact_id: str,
        then: Then,
        after: AfterSending,
        hold: int,
        back: Callable[[], None],
    ) -> None:
        self.sent.emit(contact_id)
        here = contact_id == self._shown.contact_id
        if here and (self._page.text.toPlainText() or self._page.files.rowCount()):
            # What was typed while this was on its way may have been dropped with the old draft.
            self._shown.touched()
        if hold:
            words = self.tr("Sent in {seconds} s")
            self._context.undoing.offer(words, back, seconds=hold / 1000)
        if after.proposes:
            self.wrap_up_proposed.emit(contact_id, after.reason_id, after.resolution_ids)
        do(after, contact_id, self._context, self)
        if here and then == "snooze":
            self.snooze_wanted.emit()
        elif here and then == "wrap_up":
            self.wrap_up_wanted.emit()

    def _back(
        self,
        action_id: str,
        contact_id: str,
        fill_in: Callable[[], None],
        after: AfterSending,
    ) -> Callable[[], None]:
        """How this message becomes a draft again."""

        def work(replica: ReplicaDoor) -> bool:
            return replica.take_back(action_id)

        def done(taken: bool) -> None:
            if not taken:
                self._context.news.notice.emit(self.tr("It had already been sent."), "warn")
                return
            self._page.answering.bring_back(contact_id)
            self.brought_back.emit(contact_id, after)
            if after.proposes:
                self.wrap_up_proposed.emit(contact_id, "", ())
            if contact_id == self._shown.contact_id:
                self._shown.bring_back(contact_id)
                fill_in()
            else:
                self._context.news.open_contact.emit(contact_id, "")

        def back() -> None:
            self._shown.settle()
            self._context.writer.do(work, done=done, owner=self)

        return back

    def _refused(self, draft: Draft, files: list[Taken], error: Exception) -> None:
        why = refusal_sentence(error, self._context.language)
        self._page.answering.bring_back(draft.contact_id)
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
