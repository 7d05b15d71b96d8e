"""A channel's dial and templates, and what an admin looks after.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DialRow:
    """A channel's dial, and what it did in the last hour (`seen_at` 0: nothing was counted yet)."""

    channel: str
    active: bool
    share: int
    per_hour: int | None
    at_once: int | None
    hours: dict[str, list[list[str]]]
    told_en: str
    told_nl: str
    instead: str
    seen_at: int
    offered: int
    kept_back: int
    begun: int
    told: int
    open_now: int


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A message the provider approved; `places` are what there is to fill in, in order."""

    channel: str
    name: str
    language: str
    category: str
    header: str
    body: str
    footer: str
    buttons: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What a look at a channel's configuration found, in both languages."""

    severity: Literal["broken", "warning", "fine"]
    english: str
    dutch: str


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """A body of a provider that could not be read, kept for a person."""

    arrival_id: str
    slot: str
    at: int
    size: int
    error: str


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What only the server knows of its channels: findings by channel ("" is all of them), and
    what could not be read."""

    findings: dict[str, tuple[FindingRow, ...]]
    arrivals: tuple[ArrivalRow, ...]
