"""Write something only colleagues see."""

from pydantic import Field

from workstation.actions.base import Body, ContactAction, Moment, Ref
from workstation.actions.files import File
from workstation.models import Message, new_id


class Note(ContactAction):
    kind = "note"
    permission = "answer"
    returns_to_composer = True

    message_id: Ref = Field(default_factory=new_id)
    text: Body = Field(min_length=1)
    files: tuple[File, ...] = Field(default=(), max_length=30)
    written_at: int

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        message = Message(
            id=self.message_id,
            contact_id=contact.id,
            direction="internal",
            kind="note",
            author_id=moment.by.id,
            text=self.text,
            at=moment.now,
            written_at=self.written_at,
        )
        moment.world.add(message)
        for file in self.files:
            moment.world.add(file.attach(contact.id, message.id))
