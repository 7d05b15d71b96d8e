"""Why somebody is not there: what one can choose, and for how long one usually is."""

from dataclasses import dataclass
from typing import Final, Literal

from workstation.ui.words import QT_TRANSLATE_NOOP

MINUTE: Final = 60_000
State = Literal["available", "busy", "away"]


@dataclass(frozen=True, slots=True)
class Reason:
    """`name` is what goes to the office; every desk says it in its own language."""

    name: str
    state: State
    title: str
    minutes: tuple[int, ...]


REASONS: Final[tuple[Reason, ...]] = (
    Reason("back_office", "busy", QT_TRANSLATE_NOOP("presence", "Back office"), (30, 60, 120)),
    Reason("call", "busy", QT_TRANSLATE_NOOP("presence", "On the telephone"), (15, 30, 60)),
    Reason("break", "away", QT_TRANSLATE_NOOP("presence", "Break"), (5, 10, 15)),
    Reason("lunch", "away", QT_TRANSLATE_NOOP("presence", "Lunch"), (30, 45, 60)),
    Reason("meeting", "away", QT_TRANSLATE_NOOP("presence", "Meeting"), (30, 60, 90)),
    Reason("training", "away", QT_TRANSLATE_NOOP("presence", "Training"), (60, 120, 240)),
    Reason("done", "away", QT_TRANSLATE_NOOP("presence", "Done for today"), ()),
)
BY_NAME: Final = {reason.name: reason for reason in REASONS}
EVENS_OUT: Final = 5 * MINUTE
"""A time to be back is said in whole five minutes, as people do."""


def back_at(now: int, minutes: int) -> int:
    """When one is back who goes now; in milliseconds since the epoch."""
    return -(-(now + minutes * MINUTE) // EVENS_OUT) * EVENS_OUT if minutes > 5 else (
        now + minutes * MINUTE
    )  # fmt: skip
