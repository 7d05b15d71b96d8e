"""How much somebody may ask in a stretch of time: a bucket of tokens for each of them, filling up
again by itself. Each process counts for itself, and gives its share; what is refused may be asked
again later."""

import math
import threading
from collections import OrderedDict
from collections.abc import Callable

KNOWN = 50_000
"""Buckets that are remembered; the one longest unused makes room."""
HANDFUL = 5
"""As many at once are allowed anywhere: one browser may meet the same process each time."""


class Allowance:
    """`burst` at once, and `each_second` after that, from all of `processes` together. `clock` in
    milliseconds."""

    def __init__(
        self, *, burst: int, each_second: float, clock: Callable[[], int], processes: int = 1
    ) -> None:
        self._burst = float(max(math.ceil(burst / processes), min(burst, HANDFUL)))
        self._rate = each_second / processes / 1000
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, whose: str) -> float:
        """Take one; 0 when there was one, else the seconds until there is."""
        now = self._clock()
        with self._lock:
            left, at = self._buckets.pop(whose, (self._burst, now))
            left = min(self._burst, left + max(0, now - at) * self._rate)
            allowed = left >= 1
            self._buckets[whose] = (left - 1 if allowed else left, now)
            if len(self._buckets) > KNOWN:
                self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate / 1000
