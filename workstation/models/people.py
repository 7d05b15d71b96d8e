"""Who works: agents, their teams, what they know about, and whether they are there."""

from typing import Literal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Id, Instant, Names, Replicated, Short

Role = Literal["agent", "lead", "admin"]
SkillLevel = Literal["specialist", "second"]
PresenceState = Literal["available", "busy", "away", "offline"]


class Team(Replicated, Base):
    """People who take contacts about the same products."""

    __tablename__ = "team"
    name_en: Mapped[Short]
    name_nl: Mapped[Short]
    icon: Mapped[Short] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class Agent(Replicated, Base):
    """Someone who works from the desk."""

    __tablename__ = "agent"
    login: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Short]
    role: Mapped[Role]
    languages: Mapped[Names] = mapped_column(default=list)
    channels: Mapped[Names] = mapped_column(default=list)
    active: Mapped[bool] = mapped_column(default=True)


class Membership(Replicated, Base):
    """An agent in a team."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("agent_id", "team_id"),)
    agent_id: Mapped[Id]
    team_id: Mapped[Id]
    active: Mapped[bool] = mapped_column(default=True)


class Skill(Replicated, Base):
    """How well an agent knows a product type; no row is no skill."""

    __tablename__ = "skill"
    __table_args__ = (UniqueConstraint("agent_id", "product_type_id"),)
    agent_id: Mapped[Id]
    product_type_id: Mapped[Id]
    level: Mapped[SkillLevel]
    active: Mapped[bool] = mapped_column(default=True)


class Presence(Replicated, Base):
    """Whether an agent is there; the id is the agent's."""

    __tablename__ = "presence"
    state: Mapped[PresenceState]
    reason: Mapped[Short] = mapped_column(default="")
    since: Mapped[Instant]
    until: Mapped[Instant | None]
    """When the agent means to be back, if they said so."""
