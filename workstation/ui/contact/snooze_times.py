"""Until when a contact can be put away: the moments people mean, from the clock passed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

SnoozeName = Literal["hour", "afternoon", "tomorrow", "next_week"]
AFTERNOON: Final = 14
MORNING: Final = 9
SUNDAY: Final = 6


@dataclass(frozen=True, slots=True)
class SnoozeTime:
    name: SnoozeName
    until: int
    """Milliseconds since the epoch."""


def snooze_times(now: int) -> list[SnoozeTime]:
    """In the order of the clock. "This afternoon" is offered while it is still to come by half an
    hour; days begin at nine, and the next week on Monday: on a Sunday that is tomorrow."""
    here = datetime.fromtimestamp(now / 1000)
    times = [SnoozeTime("hour", now + 3_600_000)]
    afternoon = here.replace(hour=AFTERNOON, minute=0, second=0, microsecond=0)
    if here < afternoon - timedelta(minutes=30):
        times.append(SnoozeTime("afternoon", _ms(afternoon)))
    morning = here.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    times.append(SnoozeTime("tomorrow", _ms(morning + timedelta(days=1))))
    if here.weekday() != SUNDAY:
        times.append(SnoozeTime("next_week", _ms(morning + timedelta(days=7 - here.weekday()))))
    return sorted(times, key=lambda time: time.until)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
