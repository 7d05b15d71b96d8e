"""When it is a message's turn: so many a second over one number, a little apart for one customer.

Nothing here waits or looks at a clock. `Pacing.wait` says how long it takes until it is a message's
turn, and the channel says so to the office (`Unavailable(pacing=True)`), which tries again then and
shows the agent when that is. A turn that was promised is kept for whoever asks again, so that a
long queue comes back one by one, and not all at once.
"""

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

_KEPT = 60.0
"""Seconds after which a promised turn that nobody took is forgotten."""
_MANY = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """One every `every` seconds, after as many as `burst` at once."""

    every: float
    burst: float = 1.0

    def turn(self, full: float, now: float) -> float:
        """When the next may go, given when the allowance is whole again (`full`): seconds. That
        is the generic cell rate algorithm of ITU-T I.371: a token bucket kept as one number."""
        return max(now, full - (self.burst - 1) * self.every)

    def after(self, full: float, at: float) -> float:
        """When the allowance is whole again once one went `at` that moment."""
        return max(full, at) + self.every


def shared(per_second: float, environment: Mapping[str, str] = os.environ) -> float:
    """What one process may do of a number's rate: the processes of an office share it evenly."""
    try:
        workers = int(environment.get("WORKSTATION_WORKERS", "1"))
    except ValueError:
        workers = 1
    return per_second / max(workers, 1)


@dataclass
class Pacing:
    """The pace of one number of ours, for every thread of a process. Times are seconds of any one
    clock that only goes forward."""

    number: Pace
    customer: Pace | None = None
    _full: float = 0.0
    _customers: dict[str, float] = field(default_factory=dict)
    _promised: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, *, reference: str, address: str, now: float) -> float:
        """Seconds until it is this message's turn. 0: it goes now, and was counted."""
        with self._lock:
            self._forget(now)
            apart = self._apart(address, now)
            if apart > now:
                return apart - now
            at = self._promised.get(reference)
            if at is None:
                at = self.number.turn(self._full, now)
                self._full = self.number.after(self._full, at)
                self._promised[reference] = at
            if at > now:
                return at - now
            del self._promised[reference]
            if self.customer is not None:
                full = self._customers.get(address, 0.0)
                self._customers[address] = self.customer.after(full, now)
            return 0.0

    def heard(self, messages: int, *, now: float) -> None:
        """Customers wrote: where a provider counts both ways, that takes of the same allowance.
        Never more than a second of it: what we read at once, it may have counted long ago."""
        with self._lock:
            most = now + 1 + (self.number.burst - 1) * self.number.every
            used = max(self._full, now) + messages * self.number.every
            self._full = max(self._full, min(used, most))

    def hold(self, *, now: float, seconds: float) -> None:
        """The provider said that it is too much: nothing goes for so long."""
        with self._lock:
            burst = (self.number.burst - 1) * self.number.every
            self._full = max(self._full, now + seconds + burst)

    def hold_customer(self, address: str, *, now: float, seconds: float) -> None:
        """The same, said about one customer."""
        if self.customer is None:
            return
        with self._lock:
            burst = (self.customer.burst - 1) * self.customer.every
            held = now + seconds + burst
            self._customers[address] = max(self._customers.get(address, 0.0), held)

    def _apart(self, address: str, now: float) -> float:
        if self.customer is None:
            return now
        return self.customer.turn(self._customers.get(address, 0.0), now)

    def _forget(self, now: float) -> None:
        """Keep no more than what still matters."""
        if len(self._customers) > _MANY:
            self._customers = {one: full for one, full in self._customers.items() if full > now}
        if len(self._promised) > _MANY or self._stale(now):
            self._promised = {one: at for one, at in self._promised.items() if at > now - _KEPT}

    def _stale(self, now: float) -> bool:
        oldest = next(iter(self._promised.values()), None)
        return oldest is not None and oldest < now - _KEPT
