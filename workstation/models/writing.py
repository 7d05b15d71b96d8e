"""What helps to write: texts that are kept ready, and what colleagues have begun to write."""

from typing import Literal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Facts, Id, Instant, Long, Names, Replicated, Root, Short

DraftMode = Literal["reply", "note"]


class Snippet(Replicated, Base):
    """A text that is kept ready under a short name, typed as `/name`: for everybody, for one team,
    or of one agent.

    The text has places such as {customer.first_name}, {order.number}, {product.name} and
    {agent.first_name}. `channels` empty is every channel. With `deeds` it is a macro: once it has
    been inserted and sent these are done too: "tags" [names], "snooze_minutes", "team_id" (transfer
    to), "reason_id" and "resolution_ids" (proposed at wrap-up).
    """

    __tablename__ = "snippet"
    shortcut: Mapped[Short]
    name_en: Mapped[Short]
    name_nl: Mapped[Short]
    text_en: Mapped[Long] = mapped_column(default="")
    text_nl: Mapped[Long] = mapped_column(default="")
    channels: Mapped[Names] = mapped_column(default=list)
    deeds: Mapped[Facts] = mapped_column(default=dict)
    team_id: Mapped[Id | None]
    agent_id: Mapped[Id | None]
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class SharedDraft(Replicated, Base):
    """What an agent has begun to write on a contact, so that a colleague who takes over sees it. An
    empty text is none."""

    __tablename__ = "shared_draft"
    __table_args__ = (UniqueConstraint("contact_id", "agent_id"),)
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id] = mapped_column(index=True)
    agent_id: Mapped[Id]
    mode: Mapped[DraftMode] = mapped_column(default="reply")
    text: Mapped[Long] = mapped_column(default="")
    at: Mapped[Instant]
