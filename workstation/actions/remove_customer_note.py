"""Take a note about a customer away: one's own, or for a lead anybody's."""

from workstation.actions.base import Action, Moment, Ref, Refused
from workstation.models import CustomerNote


class RemoveCustomerNote(Action):
    kind = "remove_customer_note"
    permission = "organise"

    note_id: Ref

    def apply(self, moment: Moment) -> None:
        note = moment.need(CustomerNote, self.note_id)
        if note.agent_id != moment.by.id and moment.by.role == "agent":
            raise Refused("written_by_other", name=moment.name_of(note.agent_id))
        note.active = False
