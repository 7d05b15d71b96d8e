"""The shop's own lines to its customers: how each channel is, how far it is open, its templates."""

from typing import Literal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Channel, Facts, Instant, Long, Names, Replicated, Short

LineState = Literal["open", "degraded", "down", "closed"]


class Line(Replicated, Base):
    """How a channel is doing, as the server sees it, and what it takes (`Rules.as_facts`).
    `provider` is the name of the slot that carries it: "console" while no real one does."""

    __tablename__ = "line"
    channel: Mapped[Channel] = mapped_column(unique=True)
    provider: Mapped[Short] = mapped_column(default="")
    state: Mapped[LineState] = mapped_column(default="open")
    reason: Mapped[Long] = mapped_column(default="")
    since: Mapped[Instant]
    rules: Mapped[Facts] = mapped_column(default=dict)


class Dial(Replicated, Base):
    """How far a channel is open; an admin turns it. No row is open without limits.

    `share` is the percentage of customers to whom it is offered. `per_hour` and `at_once` are
    ceilings of contacts that begin in an hour, and that are open together. `hours` are opening
    hours by day, {"mon": [["08:00", "24:00"]], ...}, in the shop's time zone; empty is always.
    `told_en` and `told_nl` is what somebody over a ceiling is told, `instead` the channel that
    they are offered.
    """

    __tablename__ = "dial"
    channel: Mapped[Channel] = mapped_column(unique=True)
    active: Mapped[bool] = mapped_column(default=True)
    share: Mapped[int] = mapped_column(default=100)
    per_hour: Mapped[int | None]
    at_once: Mapped[int | None]
    hours: Mapped[Facts] = mapped_column(default=dict)
    told_en: Mapped[Long] = mapped_column(default="")
    told_nl: Mapped[Long] = mapped_column(default="")
    instead: Mapped[Short] = mapped_column(default="")


class DialSeen(Replicated, Base):
    """What a dial did lately: the id is the channel's dial's. Counts of the last full minutes of an
    hour: invitations shown and kept back, contacts begun, told to wait; `open_now` contacts."""

    __tablename__ = "dial_seen"
    channel: Mapped[Channel] = mapped_column(unique=True)
    at: Mapped[Instant]
    offered: Mapped[int] = mapped_column(default=0)
    kept_back: Mapped[int] = mapped_column(default=0)
    begun: Mapped[int] = mapped_column(default=0)
    told: Mapped[int] = mapped_column(default=0)
    open_now: Mapped[int] = mapped_column(default=0)


class Template(Replicated, Base):
    """A message the provider has approved, with places {{1}}, {{2}} ... to fill in: what may be
    sent when the reply window has closed."""

    __tablename__ = "template"
    __table_args__ = (UniqueConstraint("channel", "name", "language"),)
    channel: Mapped[Channel]
    name: Mapped[Short]
    language: Mapped[Short]
    status: Mapped[Short] = mapped_column(default="")
    category: Mapped[Short] = mapped_column(default="")
    header: Mapped[Long] = mapped_column(default="")
    body: Mapped[Long] = mapped_column(default="")
    footer: Mapped[Long] = mapped_column(default="")
    buttons: Mapped[Names] = mapped_column(default=list)
    active: Mapped[bool] = mapped_column(default=True)
