"""What changed, and how the connection is.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass
from typing import Literal

MoodName = Literal["online", "slow", "offline", "signed_out", "rebuilding", "resting"]
""""resting": a first download that a person stopped; what is here works."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change touched, so that each screen can decide whether it concerns it."""

    contacts: frozenset[str] = frozenset()
    customers: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Mood:
    """How the connection is. `detail` is for a person who asks; `next_try_at` when offline."""

    name: MoodName
    detail: str = ""
    waiting: int = 0
    refused: int = 0
    next_try_at: int | None = None
    contacts: int = 0
    """How many are here, while a first download runs or rests."""
    all_contacts: int = 0
    """Of how many; 0 while nobody knows."""
