"""Write something only colleagues see."""

from pydantic import Field

from workstation.actions.base import Body, ContactAction, Moment, Ref, after_all_said
from workstation.actions.files import File
from workstation.actions.save_draft import written
from workstation.models import Agent, Message, Order, new_id


class Note(ContactAction):
    """`mentions` are the colleagues it is for, `orders` those that its text names; `reply_to_id`
    is the message it is about."""

    kind = "note"
    permission = "answer"
    returns_to_composer = True

    message_id: Ref = Field(default_factory=new_id)
    text: Body = Field(min_length=1)
    files: tuple[File, ...] = Field(default=(), max_length=30)
    mentions: tuple[Ref, ...] = Field(default=(), max_length=30)
    orders: tuple[Ref, ...] = Field(default=(), max_length=30)
    reply_to_id: Ref | None = None
    written_at: int

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        for agent_id in self.mentions:
            moment.need(Agent, agent_id)
        for order_id in self.orders:
            moment.need(Order, order_id)
        named = {"mentions": list(self.mentions), "orders": list(self.orders)}
        message = Message(
            id=self.message_id,
            contact_id=contact.id,
            direction="internal",
            kind="note",
            author_id=moment.by.id,
            text=self.text,
            facts={what: ids for what, ids in named.items() if ids},
            reply_to_id=self.reply_to_id,
            at=after_all_said(contact, moment.now),
            written_at=self.written_at,
        )
        moment.world.add(message)
        written(moment, contact, "note")
        for file in self.files:
            moment.world.add(file.attach(contact.id, message.id))
