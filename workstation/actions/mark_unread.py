"""Say that a contact is still to be read, from a moment on."""

from pydantic import Field

from workstation.actions.base import ContactAction, Moment


class MarkUnread(ContactAction):
    kind = "mark_unread"
    permission = "answer"

    upto: int = Field(default=0, ge=0, le=1 << 45)
    """What was read before: milliseconds since the epoch, 0 for nothing."""

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.read_at is not None and contact.read_at > self.upto:
            contact.read_at = self.upto or None
