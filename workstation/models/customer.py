"""A person who writes or calls, and each address of theirs on each channel."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Channel, Id, Instant, Long, Replicated, Root, Short


class Customer(Replicated, Base):
    """A person. `provisional` while we know no more than an address."""

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
    merged_into_id: Mapped[Id | None]


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
