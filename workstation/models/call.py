"""A telephone call: a step of a contact, with its own clock.

Its columns are what `rules/calls.py` makes of the steps that are known so far; the steps are kept
with its message, as `facts["steps"]`.
"""

from typing import Literal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Id, Instant, Replicated, Root, Short

CallState = Literal["dialling", "ringing", "talking", "held", "ended"]
CallEnd = Literal["", "answered", "missed", "busy", "cancelled", "failed", "voicemail"]


class Call(Replicated, Base):
    """The id is that of its message in the transcript. `number` is the customer's, empty when it
    was withheld. A recording or voice mail is an attachment of the message. `held_ms` is how long
    it was on hold in all, `held_since` since when it is now."""

    __tablename__ = "phone_call"
    __table_args__ = (UniqueConstraint("origin"),)
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id] = mapped_column(index=True)
    agent_id: Mapped[Id | None]
    """Who takes or took it; while it rings, who is being rung, if it is one person."""
    inbound: Mapped[bool] = mapped_column(default=True)
    number: Mapped[Short] = mapped_column(default="")
    state: Mapped[CallState]
    outcome: Mapped[CallEnd] = mapped_column(default="")
    started_at: Mapped[Instant]
    answered_at: Mapped[Instant | None]
    held_since: Mapped[Instant | None]
    held_ms: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[Instant | None]
    wished: Mapped[Short] = mapped_column(default="")
    """What was asked of the provider and not yet seen to happen: "answer", "hold" ..."""
    target: Mapped[Short] = mapped_column(default="")
    """To whom the wish is to transfer it: "agent:<id>", "team:<id>", or a number."""
    failure: Mapped[Short] = mapped_column(default="")
    origin: Mapped[Short | None]
    """The provider's id of the call, prefixed with its channel."""


CallHintState = Literal["called", "dismissed"]


class CallHint(Replicated, Base):
    """The desk suggested to call because a chat took long: what the agent did, and whether it
    helped. The id is derived from the contact and the moment it began."""

    __tablename__ = "call_hint"
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id] = mapped_column(index=True)
    agent_id: Mapped[Id]
    why: Mapped[Short]
    """"turns", "minutes" or "kinds": which limit was passed."""
    amount: Mapped[int]
    state: Mapped[CallHintState]
    helped: Mapped[bool | None]
    at: Mapped[Instant]
