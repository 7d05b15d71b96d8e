"""Call the customer of a contact: a call that the provider is asked to dial."""

from pydantic import Field

from workstation.actions.base import ContactAction, Line, Moment, Ref, Refused, own, touch
from workstation.actions.calls import ask
from workstation.actions.limits import channel_is_open
from workstation.models import Call, Contact, Identity, Message, new_id
from workstation.rules.addresses import canonical, is_number
from workstation.rules.permissions import may_see


class CallBack(ContactAction):
    """On the contact itself when it is a telephone contact of that number, wrapped up or not; else
    on the open one of that number, or a new one of the same customer."""

    kind = "call_back"
    permission = "answer"

    call_id: Ref = Field(default_factory=new_id)
    new_contact_id: Ref = Field(default_factory=new_id)
    number: Line = ""
    """Empty is the number of the contact, or the customer's first: of WhatsApp where no other is
    known."""

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        channel_is_open(moment, "phone")
        known = moment.world.find(Identity, customer_id=contact.customer_id, channel="phone")
        number = canonical("phone", self.number)
        if not number and contact.channel == "phone":
            number = contact.thread
        elif not number:
            number = self._first_number(moment, contact, known)
        if not is_number(number):
            raise Refused("not_a_number", name=number) if number else Refused("no_number")
        here = self._contact(moment, contact, number, known)
        own(moment, here)
        here.state = "open"
        here.closed_at = here.snoozed_until = None
        moment.world.add(
            Message(
                id=self.call_id,
                contact_id=here.id,
                direction="outbound",
                kind="call",
                author_id=moment.by.id,
                at=moment.now,
                written_at=moment.now,
            )
        )
        call = Call(
            id=self.call_id,
            contact_id=here.id,
            agent_id=moment.by.id,
            inbound=False,
            number=number,
            state="dialling",
            started_at=moment.now,
        )
        ask(call, "dial")
        moment.world.add(call)
        touch(here, text=number, side="agent", at=moment.now)

    def _first_number(self, moment: Moment, contact: Contact, known: list[Identity]) -> str:
        """A telephone before a number that only writes, and what was verified before the rest."""
        writes = moment.world.find(Identity, customer_id=contact.customer_id, channel="whatsapp")
        for some in (known, writes):
            for one in sorted(some, key=lambda one: one.verified_at is None):
                if is_number(one.address):
                    return one.address
        return ""

    def _contact(
        self, moment: Moment, contact: Contact, number: str, known: list[Identity]
    ) -> Contact:
        if contact.channel == "phone" and contact.thread == number:
            return contact
        for other in moment.world.find(Contact, channel="phone", thread=number):
            if (
                other.state != "done"
                and other.customer_id == contact.customer_id
                and may_see(moment.by, moment.team_ids, other)
            ):
                return other
        made = Contact(
            id=self.new_contact_id,
            channel="phone",
            thread=number,
            customer_id=contact.customer_id,
            identity_id=next((one.id for one in known if one.address == number), None),
            team_id=contact.team_id,
            state="open",
            subject=contact.subject,
            language=contact.language,
            product_type_id=contact.product_type_id,
            product_id=contact.product_id,
            variant_id=contact.variant_id,
            order_id=contact.order_id,
            opened_at=moment.now,
            last_at=moment.now,
            last_side="agent",
        )
        moment.world.add(made)
        return made
