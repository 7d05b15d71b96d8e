"""Say who a stranger is: from now on a customer with a name."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from workstation.actions.base import Body, Line, Moment, RecordedAction, Refused
from workstation.actions.persons import head_of
from workstation.models import Customer
from workstation.models.text import storable


def _tidy(given: object) -> object:
    return storable(" ".join(given.split())) if isinstance(given, str) else given


Name = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(_tidy)]


class IdentifyCustomer(RecordedAction):
    """For who is in the shop's books already, link them (`link_customer.py`)."""

    kind = "identify_customer"
    permission = "organise"

    name: Name
    language: Line = ""
    note: Body = ""

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        customer = head_of(moment.world, moment.need(Customer, contact.customer_id))
        if not customer.provisional:
            raise Refused("customer_known", name=customer.name)
        customer.name = self.name
        customer.language = self.language or customer.language
        customer.note = self.note or customer.note
        customer.provisional = False
        contact.language = contact.language or self.language
        moment.record(contact, self.event_id, "identified", customer_id=customer.id)
