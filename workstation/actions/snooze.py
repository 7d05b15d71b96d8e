"""Put a contact away until a moment, or until the customer writes again."""

from pydantic import Field

from workstation.actions.base import Moment, RecordedAction, Refused


class Snooze(RecordedAction):
    kind = "snooze"
    permission = "organise"

    until: int = Field(ge=0, le=1 << 45)
    """Milliseconds since the epoch."""

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.state == "done":
            raise Refused("contact_done")
        if contact.owner_id not in (None, moment.by.id):
            raise Refused("owned_by_other", name=moment.name_of(contact.owner_id or ""))
        if self.until <= moment.now:
            raise Refused("moment_passed")
        contact.owner_id = moment.by.id
        contact.state = "snoozed"
        contact.snoozed_until = self.until
        moment.record(contact, self.event_id, "snoozed", until=self.until)
