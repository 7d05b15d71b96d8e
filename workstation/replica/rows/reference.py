"""The names that every screen needs: colleagues, teams, reasons, channels.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from workstation.replica.lists import SavedViewRow


@dataclass(frozen=True, slots=True)
class TeamRow:
    team_id: str
    name_en: str
    name_nl: str
    icon: str
    mine: bool


@dataclass(frozen=True, slots=True)
class AgentRow:
    agent_id: str
    name: str
    role: str
    presence: str
    presence_reason: str
    presence_until: int | None = None
    """When they mean to be back, if they said so."""


@dataclass(frozen=True, slots=True)
class ReasonRow:
    reason_id: str
    parent_id: str | None
    kind: str
    name_en: str
    name_nl: str


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    resolution_id: str
    name_en: str
    name_nl: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """How a channel is doing, and what it takes (`Rules.as_facts` of the channels)."""

    channel: str
    provider: str
    state: Literal["open", "degraded", "down", "closed"]
    reason: str
    since: int
    rules: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reference:
    """What every screen needs to say names: small, loaded whole."""

    me: AgentRow
    teams: tuple[TeamRow, ...]
    agents: tuple[AgentRow, ...]
    reasons: tuple[ReasonRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    product_types: dict[str, tuple[str, str]]
    """id: name_en, name_nl"""
    lines: dict[str, LineRow] = field(default_factory=dict)
    """By channel."""
    views: tuple[SavedViewRow, ...] = ()
    """Those I keep and those of my teams, in their order."""
    promises: dict[tuple[str, str], int] = field(default_factory=dict)
    """(channel, "first_reply" or "next_reply"): minutes."""
