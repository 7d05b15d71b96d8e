"""Who is typing, and who is looking: passed between people, and never stored.

stop = session.on_signal(heard)            # Signal(contact_id, who, kind, at), in any thread
session.signal(contact_id, "typing")       # from a worker, at every key if one likes
session.signal(contact_id, "looking")      # opened; sent or emptied, and still there
session.signal(contact_id, "gone")         # left
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from workstation.wire.signals import EVERY, FADES, LOOKING_FADES, SignalKind

_KINDS = frozenset(get_args(SignalKind))


@dataclass(frozen=True, slots=True)
class Signal:
    """`who` is an agent's id, or `wire.signals.CUSTOMER`. `at` is when this desk heard it, by its
    own clock: milliseconds since the epoch."""

    contact_id: str
    who: str
    kind: SignalKind
    at: int

    @property
    def until(self) -> int:
        """When it no longer holds unless it is said again."""
        return self.at + (FADES if self.kind == "typing" else LOOKING_FADES)


class SignalKeeper:
    """Tells listeners what is heard, and says no more than is worth saying. `clock` counts
    seconds, from anywhere."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._listeners: list[Callable[[Signal], None]] = []
        self._said: dict[str, tuple[SignalKind, float]] = {}
        """By contact what others know of us, and since when."""

    def listen(self, heard: Callable[[Signal], None]) -> Callable[[], None]:
        self._listeners.append(heard)

        def stop() -> None:
            if heard in self._listeners:
                self._listeners.remove(heard)

        return stop

    def hear(self, told: Any, now: int) -> None:
        """What the server told; anything else than a signal that we know is passed over."""
        if not isinstance(told, dict) or told.get("kind") not in _KINDS:
            return
        contact_id, who = told.get("contact_id"), told.get("who")
        if isinstance(contact_id, str) and isinstance(who, str):
            signal = Signal(contact_id, who, told["kind"], now)
            for heard in list(self._listeners):
                heard(signal)

    def worth_saying(self, contact_id: str, kind: SignalKind) -> bool:
        """Whether others do not know it yet from what was said a moment ago. Counts as said."""
        now = self._clock()
        with self._lock:
            if kind == "gone":
                return self._said.pop(contact_id, None) is not None
            said, at = self._said.get(contact_id, ("gone", now))
            if said == kind and now - at < EVERY / 1000:
                return False
            self._said[contact_id] = (kind, now)
            return True
