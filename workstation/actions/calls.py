"""What the actions on a telephone call share: finding it, and asking the provider for something.

An action only says what is wanted of a call. The server asks the provider, and the provider's own
news moves the call: nothing here pretends that it has happened.
"""

from workstation.actions.base import ContactAction, Moment, Ref, Refused
from workstation.models import Call, Contact


class CallAction(ContactAction):
    """An action on one call of a contact."""

    call_id: Ref

    def live(self, moment: Moment) -> tuple[Contact, Call]:
        """The contact and the call, while it lasts."""
        contact = moment.contact(self.contact_id)
        call = moment.need(Call, self.call_id)
        if call.contact_id != contact.id:
            raise Refused("not_found")
        if call.state == "ended":
            raise Refused("call_over")
        return contact, call

    def mine(self, moment: Moment) -> tuple[Contact, Call]:
        """The same, for a call that I have on the line."""
        contact, call = self.live(moment)
        if call.agent_id is not None and call.agent_id != moment.by.id:
            raise Refused("call_taken", name=moment.name_of(call.agent_id))
        if call.state not in ("talking", "held"):
            raise Refused("call_not_answered")
        return contact, call


def ask(call: Call, wish: str, target: str = "") -> None:
    """Want something of the call: the last wish counts."""
    call.wished = wish
    call.target = target
    call.failure = ""
