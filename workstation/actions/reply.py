"""Answer the customer."""

from pydantic import Field, model_validator

from workstation.actions.base import Body, ContactAction, Moment, Ref, Refused, own, touch
from workstation.actions.files import File
from workstation.models import Message, new_id


class Reply(ContactAction):
    kind = "reply"
    permission = "answer"
    returns_to_composer = True

    message_id: Ref = Field(default_factory=new_id)
    text: Body = ""
    files: tuple[File, ...] = Field(default=(), max_length=30)
    reply_to_id: Ref | None = None
    written_at: int
    """The writer's clock, milliseconds since the epoch."""

    @model_validator(mode="after")
    def says_something(self) -> "Reply":
        if not self.text.strip() and not self.files:
            raise ValueError("a reply needs text or a file")
        return self

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.state == "done":
            raise Refused("contact_done")
        own(moment, contact)
        message = Message(
            id=self.message_id,
            contact_id=contact.id,
            direction="outbound",
            kind="text",
            author_id=moment.by.id,
            text=self.text,
            reply_to_id=self.reply_to_id,
            at=moment.now,
            written_at=self.written_at,
            delivery="queued",
            delivery_at=moment.now,
        )
        moment.world.add(message)
        for file in self.files:
            moment.world.add(file.attach(contact.id, message.id))
        touch(contact, text=self.text or self.files[0].name, side="agent", at=moment.now)
        contact.state = "open"
        contact.snoozed_until = None
        contact.waiting_since = None
        contact.due_at = None
        contact.read_at = moment.now
