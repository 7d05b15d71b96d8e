"""A bell that everybody hears who was awake before it rang, however many they are."""

import threading


class Bell:
    """An event that several threads clear hides from one what another has heard. Here each
    remembers for itself how often it had rung when it last looked for work."""

    def __init__(self) -> None:
        self._rings = 0
        self._changed = threading.Condition()

    @property
    def rings(self) -> int:
        """How often it has rung: ask before looking for work."""
        return self._rings

    def ring(self) -> None:
        with self._changed:
            self._rings += 1
            self._changed.notify_all()

    def wait(self, heard: int, seconds: float) -> bool:
        """Sleep until it rings for the first time after `heard`; whether it did in that time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._rings != heard, seconds)
