"""What is said on a contact, by the customer, by us, or among colleagues; and what is attached."""

from typing import Literal

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Facts, Id, Instant, Long, Replicated, Root, Short

Direction = Literal["inbound", "outbound", "internal"]
MessageKind = Literal["text", "note", "event"]
DeliveryState = Literal["", "queued", "sent", "delivered", "read", "uncertain", "failed"]


class Message(Replicated, Base):
    """A message. `at` is when the server took it (the order of the transcript); `written_at` is
    the writer's own clock. `delivery` is empty unless outbound. An event carries what happened in
    `facts`, so that a desk can say it in the agent's language."""

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_contact", "contact_id", "at"),
        UniqueConstraint("origin"),
    )
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id]
    direction: Mapped[Direction]
    kind: Mapped[MessageKind]
    author_id: Mapped[Id | None]
    text: Mapped[Long] = mapped_column(default="")
    facts: Mapped[Facts] = mapped_column(default=dict)
    reply_to_id: Mapped[Id | None]
    at: Mapped[Instant]
    written_at: Mapped[Instant | None]
    delivery: Mapped[DeliveryState] = mapped_column(default="")
    delivery_at: Mapped[Instant | None]
    failure: Mapped[Short] = mapped_column(default="")
    origin: Mapped[Short | None]
    """The provider's id of the message, prefixed with its channel: unique, so that what is
    delivered twice is one message."""


class Attachment(Replicated, Base):
    """A file of a message: its content lives under its SHA-256."""

    __tablename__ = "attachment"
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id] = mapped_column(index=True)
    message_id: Mapped[Id] = mapped_column(index=True)
    sha256: Mapped[Short] = mapped_column(index=True)
    size: Mapped[int] = mapped_column(BigInteger())
    media_type: Mapped[Short]
    name: Mapped[Short] = mapped_column(default="")
    width: Mapped[int | None]
    height: Mapped[int | None]
