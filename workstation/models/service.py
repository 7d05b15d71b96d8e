"""What service agrees on: promises, the back office's cases, and the shop's settings."""

from typing import Any, Literal

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Channel, Id, Instant, Long, Replicated, Root, Short

PromiseKind = Literal["first_reply", "next_reply", "resolution"]
CaseState = Literal["open", "done"]


class Promise(Replicated, Base):
    """A service target: so many minutes for one kind of answer on one channel."""

    __tablename__ = "promise"
    __table_args__ = (UniqueConstraint("channel", "kind"),)
    channel: Mapped[Channel]
    kind: Mapped[PromiseKind]
    minutes: Mapped[int]


class Case(Replicated, Base):
    """Work for the back office "first aid" team; the front agent stays the customer's owner."""

    __tablename__ = "service_case"
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id] = mapped_column(index=True)
    agent_id: Mapped[Id | None]
    state: Mapped[CaseState]
    ask: Mapped[Long] = mapped_column(default="")
    opened_at: Mapped[Instant]
    due_at: Mapped[Instant | None]
    closed_at: Mapped[Instant | None]


class Setting(Replicated, Base):
    """One choice of the shop, by name."""

    __tablename__ = "setting"
    name: Mapped[Short] = mapped_column(unique=True)
    value: Mapped[Any] = mapped_column(JSON())
