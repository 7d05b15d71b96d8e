"""Write down something that every colleague should know about a customer."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from workstation.actions.base import Action, Moment, Ref, Refused
from workstation.models import Customer, CustomerNote, new_id
from workstation.models.text import storable


def _trimmed(given: object) -> object:
    return storable(given.strip()) if isinstance(given, str) else given


NoteText = Annotated[str, Field(min_length=1, max_length=4_000), BeforeValidator(_trimmed)]


class AddCustomerNote(Action):
    kind = "add_customer_note"
    permission = "organise"

    note_id: Ref = Field(default_factory=new_id)
    customer_id: Ref
    text: NoteText

    def apply(self, moment: Moment) -> None:
        customer = moment.need(Customer, self.customer_id)
        if moment.world.get(CustomerNote, self.note_id) is not None:
            raise Refused("not_found")
        moment.world.add(
            CustomerNote(
                id=self.note_id,
                customer_id=customer.id,
                agent_id=moment.by.id,
                text=self.text,
                at=moment.now,
            )
        )
