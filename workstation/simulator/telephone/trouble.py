"""What goes wrong at the pretended telephone provider, when it is told to."""

import random
import threading
from collections import deque


class Trouble:
    """Knobs. Those that count are about requests that want something of a call."""

    def __init__(self, seed: int = 0) -> None:
        self._lock = threading.Lock()
        self._next: deque[int] = deque()
        self.chance = random.Random(seed)
        self.slow = 0.0
        """Seconds before each answer."""
        self.repeat = 1
        """How many times each event is told."""
        self.shuffle = False
        """Whether events overtake one another."""

    def fail_next(self, times: int = 1, *, status: int = 503) -> None:
        """The next requests are answered with this status."""
        with self._lock:
            self._next.extend([status] * times)

    def lose_next(self, times: int = 1) -> None:
        """The next requests are done, and the connection is cut before the answer."""
        with self._lock:
            self._next.extend([0] * times)

    def next(self) -> int | None:
        """What happens to this request: a status, 0 for a lost answer, None for nothing."""
        with self._lock:
            return self._next.popleft() if self._next else None
