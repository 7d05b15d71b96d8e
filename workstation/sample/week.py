"""When people write: the curve of a day and of a week, and when the shop is there to answer."""

from bisect import bisect_right
from datetime import UTC, datetime
from itertools import accumulate
from zoneinfo import ZoneInfo

from workstation.sample.rows import DAY, HOUR

ZONE = "Europe/Amsterdam"

HOURS = (
    1,
    0,
    0,
    0,
    0,
    0,
    1,
    4,
    22,
    40,
    52,
    50,
    44,
    46,
    48,
    46,
    44,
    40,
    38,
    50,
    58,
    50,
    34,
    16,
)
"""How busy each hour of the day is; the shop answers from eight to midnight."""

WEEKDAYS = (1.25, 1.1, 1.0, 1.0, 0.95, 0.8, 0.65)
"""How busy each day is, Monday first."""

OPENS = 8


class Weeks:
    """The weeks up to a moment, as a supply of believable times (milliseconds)."""

    def __init__(self, *, until: int, weeks: int) -> None:
        self._until = until
        zone = ZoneInfo(ZONE)
        first = (until - weeks * 7 * DAY) // HOUR * HOUR
        self._starts = list(range(first, until, HOUR))
        self._closed_for: list[int] = []
        weights = []
        for start in self._starts:
            local = datetime.fromtimestamp(start / 1000, UTC).astimezone(zone)
            weights.append(HOURS[local.hour] * WEEKDAYS[local.weekday()])
            self._closed_for.append((OPENS - local.hour) * HOUR if local.hour < OPENS else 0)
        self._sums = list(accumulate(weights, initial=0.0))

    def moment(self, part: float) -> int:
        """The time before which `part` (0 to 1) of all contacts begin."""
        reached = part * self._sums[-1]
        hour = min(bisect_right(self._sums, reached) - 1, len(self._starts) - 1)
        within = (reached - self._sums[hour]) / ((self._sums[hour + 1] - self._sums[hour]) or 1)
        return min(self._starts[hour] + int(within * HOUR), self._until)

    def answered(self, at: int) -> int:
        """The same time, or when the shop opens, should it be closed then."""
        hour = (at - self._starts[0]) // HOUR
        if 0 <= hour < len(self._starts):
            return at + self._closed_for[hour]
        return at
