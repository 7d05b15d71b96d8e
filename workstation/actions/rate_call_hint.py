"""Say whether it helped to call a customer whose chat took long."""

from workstation.actions.base import ContactAction, Moment, Ref, Refused
from workstation.models import CallHint


class RateCallHint(ContactAction):
    kind = "rate_call_hint"
    permission = "answer"

    hint_id: Ref
    helped: bool

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        hint = moment.need(CallHint, self.hint_id)
        if hint.contact_id != contact.id or hint.state != "called":
            raise Refused("not_found")
        hint.helped = self.helped
