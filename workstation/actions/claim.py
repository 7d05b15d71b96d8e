"""Take a contact: from now on it is mine."""

from workstation.actions.base import Moment, RecordedAction, Refused


class Claim(RecordedAction):
    kind = "claim"
    permission = "answer"

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.owner_id == moment.by.id:
            return
        if contact.owner_id is not None:
            raise Refused("owned_by_other", name=moment.name_of(contact.owner_id))
        contact.owner_id = moment.by.id
        moment.record(contact, self.event_id, "claimed")
