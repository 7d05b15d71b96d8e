"""Say that a contact was read up to a moment."""

from pydantic import Field

from workstation.actions.base import ContactAction, Moment


class MarkRead(ContactAction):
    kind = "mark_read"
    permission = "answer"

    upto: int = Field(ge=0, le=1 << 45)
    """The `at` of the newest message seen: milliseconds since the epoch."""

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        contact.read_at = max(contact.read_at or 0, min(self.upto, contact.last_at))
