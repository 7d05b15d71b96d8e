"""Take up a contact that was done or put away."""

from workstation.actions.base import Moment, RecordedAction


class Reopen(RecordedAction):
    kind = "reopen"
    permission = "organise"

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.state == "open":
            return
        contact.state = "open"
        contact.snoozed_until = None
        contact.closed_at = None
        moment.record(contact, self.event_id, "reopened")
