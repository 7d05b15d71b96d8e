"""A person who writes or calls, and each address of theirs on each channel."""

from typing import Literal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Channel, Facts, Id, Instant, Long, Replicated, Root, Short

MatchReason = Literal["token", "mail", "phone", "name_and_city", "order"]
MatchState = Literal["open", "confirmed", "dismissed"]


class Customer(Replicated, Base):
    """A person. `provisional` while we know no more than an address.

    Two that turn out to be one are merged by `merged_into_id`, and nothing else: every row stays
    where it was and is read together, so that taking it back restores exactly what was.
    """

    __tablename__ = "customer"
    root = Root.CUSTOMER
    name: Mapped[Short]
    language: Mapped[Short] = mapped_column(default="")
    city: Mapped[Short] = mapped_column(default="")
    country: Mapped[Short] = mapped_column(default="")
    preferred_channel: Mapped[Short] = mapped_column(default="")
    note: Mapped[Long] = mapped_column(default="")
    since: Mapped[Instant | None]
    provisional: Mapped[bool] = mapped_column(default=False)
    merged_into_id: Mapped[Id | None] = mapped_column(index=True)
    merged_at: Mapped[Instant | None]
    merged_by_id: Mapped[Id | None]


class Identity(Replicated, Base):
    """One address of a customer on one channel. Phone numbers change hands: never a key."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("channel", "address"),)
    root = Root.CUSTOMER
    root_column = "customer_id"
    customer_id: Mapped[Id] = mapped_column(index=True)
    channel: Mapped[Channel]
    address: Mapped[Short]
    name: Mapped[Short] = mapped_column(default="")
    verified_at: Mapped[Instant | None]


class Match(Replicated, Base):
    """Two customers who are likely one person, and why: an agent confirms it or not. Kept with the
    customer who was known first; `facts` holds what they share, to be shown."""

    __tablename__ = "customer_match"
    __table_args__ = (UniqueConstraint("customer_id", "other_id"),)
    root = Root.CUSTOMER
    root_column = "customer_id"
    customer_id: Mapped[Id] = mapped_column(index=True)
    other_id: Mapped[Id] = mapped_column(index=True)
    reason: Mapped[MatchReason]
    facts: Mapped[Facts] = mapped_column(default=dict)
    state: Mapped[MatchState] = mapped_column(default="open")
    at: Mapped[Instant]
