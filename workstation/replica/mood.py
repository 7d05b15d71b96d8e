"""How the connection is, from what the two halves of the sync loop meet."""

import threading
from collections.abc import Callable
from typing import Final

from workstation.replica.rows.news import Mood, MoodName

SLOW = 1.5
"""Seconds for an answer beyond which the line counts as slow."""
METERED: Final = "metered"
"""The detail of a mood that is "slow" because somebody pays for what goes through the line."""


class MoodKeeper:
    """Takes note of good and bad luck, and tells listeners when the mood changes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._heard: list[Callable[[Mood], None]] = []
        self._trouble: dict[str, tuple[str, int | None]] = {}
        self._signed_out = ""
        self._fetching: int | None = None
        self._rests = False
        self._here = self._of = 0
        self._slow = False
        self._metered = False
        self._waiting = 0
        self._refused = 0
        self._connected = False
        self.mood = Mood("offline")

    def listen(self, heard: Callable[[Mood], None]) -> Callable[[], None]:
        self._heard.append(heard)

        def stop() -> None:
            if heard in self._heard:
                self._heard.remove(heard)

        return stop

    def well(self, half: str, latency: float) -> None:
        """`half` ("push" or "listen") got an answer, after so many seconds."""
        with self._lock:
            self._trouble.pop(half, None)
            self._connected = True
            self._signed_out = ""
            self._slow = latency > SLOW
        self._say()

    def trouble(self, half: str, detail: str, next_try_at: int | None) -> None:
        with self._lock:
            self._trouble[half] = (detail, next_try_at)
        self._say()

    def signed_out(self, detail: str) -> None:
        with self._lock:
            self._signed_out = detail or "Sign in again."
        self._say()

    def metered(self, metered: bool) -> None:
        """Whether what goes through the line is counted, as the operating system says: then the
        mood is "slow" however quick the answers are."""
        with self._lock:
            self._metered = metered
        self._say()

    def fetching(self, contacts: int | None, of: int = 0) -> None:
        """A first download runs, so many contacts are here of so many; or it has ended (None)."""
        with self._lock:
            self._fetching = contacts
            if contacts is not None:
                self._here, self._of = contacts, of
        self._say()

    def rests(self, rests: bool) -> None:
        """Whether a person stopped a first download before its end."""
        with self._lock:
            self._rests = rests
        self._say()

    def outbox(self, waiting: int, refused: int) -> None:
        with self._lock:
            self._waiting, self._refused = waiting, refused
        self._say()

    def _say(self) -> None:
        with self._lock:
            mood = self._now()
            if mood == self.mood:
                return
            self.mood = mood
        for heard in list(self._heard):
            heard(mood)

    def _now(self) -> Mood:
        name: MoodName
        detail, next_try_at = "", None
        if self._signed_out:
            name, detail = "signed_out", self._signed_out
        elif self._trouble:
            name = "offline"
            detail, next_try_at = next(iter(self._trouble.values()))
        elif self._fetching is not None:
            name = "rebuilding"
        elif self._rests:
            name = "resting"
        elif not self._connected:
            name = "offline"
        elif self._metered:
            name, detail = "slow", METERED
        else:
            name = "slow" if self._slow else "online"
        loads = name in ("rebuilding", "resting")
        return Mood(
            name=name,
            detail=detail,
            waiting=self._waiting,
            refused=self._refused,
            next_try_at=next_try_at,
            contacts=self._here if loads else 0,
            all_contacts=self._of if loads else 0,
        )
