"""One customer matter on one channel, from the first message until it is wrapped up."""

from typing import Literal

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Channel, Id, Instant, Names, Replicated, Root, Short

ContactState = Literal["open", "snoozed", "done"]
Side = Literal["customer", "agent", "note", "event"]


class Contact(Replicated, Base):
    """The row of the inbox.

    `waiting_since` is the first customer message nobody has answered; empty while the customer
    is the one to answer. `due_at` is when the promise for that answer runs out. `last_*` is what
    the inbox shows. `read_at` is the newest moment up to which somebody has read.
    """

    __tablename__ = "contact"
    __table_args__ = (
        Index("ix_contact_team", "team_id", "state", "due_at"),
        Index("ix_contact_owner", "owner_id", "state", "due_at"),
        Index("ix_contact_customer", "customer_id", "opened_at"),
        Index("ix_contact_thread", "channel", "thread"),
        Index("ix_contact_state", "state", "last_at"),
    )
    root = Root.CONTACT
    channel: Mapped[Channel]
    thread: Mapped[Short]
    customer_id: Mapped[Id]
    identity_id: Mapped[Id | None] = mapped_column(index=True)
    team_id: Mapped[Id]
    owner_id: Mapped[Id | None]
    state: Mapped[ContactState]
    subject: Mapped[Short] = mapped_column(default="")
    language: Mapped[Short] = mapped_column(default="")
    tags: Mapped[Names] = mapped_column(default=list)
    product_type_id: Mapped[Id | None]
    product_id: Mapped[Id | None]
    variant_id: Mapped[Id | None]
    order_id: Mapped[Id | None]
    opened_at: Mapped[Instant]
    last_at: Mapped[Instant]
    last_text: Mapped[Short] = mapped_column(default="")
    last_side: Mapped[Side]
    waiting_since: Mapped[Instant | None]
    due_at: Mapped[Instant | None]
    snoozed_until: Mapped[Instant | None]
    closed_at: Mapped[Instant | None]
    read_at: Mapped[Instant | None]
    reply_until: Mapped[Instant | None]
    """Until when the channel lets us answer freely; empty where it always does."""
    archived_at: Mapped[Instant | None]
