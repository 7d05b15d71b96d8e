"""When a chat takes so long that calling is quicker: the limits, and whether one is passed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, Literal

from workstation.models import id_for

Why = Literal["turns", "minutes", "kinds"]
SETTING: Final = "call_hint"
"""The name of the shop's setting."""
CHANNELS: Final = frozenset({"chat", "whatsapp", "instagram", "messenger"})
"""Where people wait for each other; a mail takes as long as it takes."""
MINUTE: Final = 60_000
PAUSE: Final = 20 * MINUTE
"""A longer silence is somebody who went away, and does not count."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`turns`: times that the customer had to write. `minutes` of going to and fro. `kinds` of
    question (product types or reasons) within one contact. 0 is no limit."""

    turns: int = 12
    minutes: int = 25
    kinds: int = 3


@dataclass(frozen=True, slots=True)
class Hint:
    why: Why
    amount: int
    """How many it are."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody wrote: the customer, or we."""

    customer: bool
    at: int


def limits_of(setting: Any) -> Limits:
    """From the shop's setting, {"turns": 12, "minutes": 25, "kinds": 3}; what is missing or no
    number is as it would be without one."""
    given = setting if isinstance(setting, Mapping) else {}
    usual = Limits()
    return Limits(
        turns=_whole(given.get("turns"), usual.turns),
        minutes=_whole(given.get("minutes"), usual.minutes),
        kinds=_whole(given.get("kinds"), usual.kinds),
    )


def hint(turns: Sequence[Turn], *, kinds: int, limits: Limits) -> Hint | None:
    """Whether to suggest a call. `turns` oldest first, of this round of the contact; several
    messages of the customer in a row are one turn. A limit that is passed by most counts."""
    asked = sum(
        1
        for number, turn in enumerate(turns)
        if turn.customer and (number == 0 or not turns[number - 1].customer)
    )
    # Whoever writes once and gets one answer has not been kept waiting, however long it took.
    minutes = busy_ms(turns) // MINUTE if asked > 1 else 0
    passed: list[tuple[float, Hint]] = []
    measured: tuple[tuple[Why, int, int], ...] = (
        ("turns", asked, limits.turns),
        ("minutes", minutes, limits.minutes),
        ("kinds", kinds, limits.kinds),
    )
    for why, amount, limit in measured:
        if limit > 0 and amount >= limit:
            passed.append((amount / limit, Hint(why, amount)))
    return max(passed, key=lambda one: one[0])[1] if passed else None


def busy_ms(turns: Sequence[Turn]) -> int:
    """How long the two were at it: the time between messages, long silences left out."""
    gaps = [after.at - before.at for before, after in pairwise(turns)]
    return sum(gap for gap in gaps if 0 < gap <= PAUSE)


def hint_id(contact_id: str, began_at: int) -> str:
    """One for each round of a contact."""
    return id_for("call hint", f"{contact_id}:{began_at}", at=began_at)


def _whole(given: Any, usual: int) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        return usual
    return given
