"""How long to wait before trying again: twice as long each time, never all at once."""

import random
from collections.abc import Callable

from workstation.replica.patience import PATIENT

FIRST = 0.5


class Backoff:
    """Seconds to wait: a random part of a span that doubles ("full jitter", so that a thousand
    desks do not come back in the same second after the server did)."""

    def __init__(
        self,
        draw: Callable[[float, float], float] = random.uniform,
        *,
        longest: float = PATIENT.longest_pause,
    ) -> None:
        self._draw = draw
        self._longest = longest
        self._span = min(FIRST, longest)

    def next(self) -> float:
        span, self._span = self._span, min(self._span * 2, self._longest)
        return self._draw(span / 4, span)

    def reset(self) -> None:
        self._span = min(FIRST, self._longest)
