"""Give a contact back to its team."""

from workstation.actions.base import Moment, RecordedAction, Refused


class Release(RecordedAction):
    kind = "release"
    permission = "answer"

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.owner_id is None:
            return
        if contact.owner_id != moment.by.id and moment.by.role == "agent":
            raise Refused("owned_by_other", name=moment.name_of(contact.owner_id))
        contact.owner_id = None
        moment.record(contact, self.event_id, "released")
