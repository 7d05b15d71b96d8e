"""The half of the sync loop that hears what changed: it pulls what it missed, then listens."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any

import orjson

from workstation.replica.api import Api
from workstation.replica.errors import Unreachable
from workstation.replica.half import Half
from workstation.replica.how_far import HowFar
from workstation.replica.mood import MoodKeeper
from workstation.replica.patience import PATIENT, Patience
from workstation.replica.replica import Replica
from workstation.replica.signals import SignalKeeper


class Listen(Half):
    """Pulls what changed, then hears the stream from there on."""

    name = "listen"

    def __init__(
        self,
        replica: Replica,
        api: Api,
        mood: MoodKeeper,
        patience: Patience = PATIENT,
        *,
        signals: SignalKeeper | None = None,
    ) -> None:
        super().__init__(mood, patience)
        self._replica = replica
        self._api = api
        self._signals = signals or SignalKeeper()
        self._behind = True
        self._resting = threading.Event()
        self._end_stream: Callable[[], None] | None = None

    def now(self) -> int:
        return self._replica.now()

    def stop(self) -> None:
        super().stop()
        self.hang_up()

    def rest(self) -> None:
        """Stop a first download after the page that is coming. What is here stays."""
        self._resting.set()

    def go_on(self) -> None:
        """Download the rest, if it was stopped."""
        self._resting.clear()
        self.wake()

    def hang_up(self) -> None:
        """End the running stream, to begin another one."""
        end = self._end_stream
        if end is not None:
            # It may just have ended by itself, as when the server stopped too.
            with contextlib.suppress(ValueError, RuntimeError, OSError):
                end()

    def turn(self) -> None:
        if self._behind:
            if not self._pull():
                self._wait(None)
                return
            self._behind = False
        self._hear()

    def _pull(self) -> bool:
        """False when a person stopped a first download before its end."""
        first = not self._replica.receiving.upto
        more = True
        how_far = HowFar()
        self._mood.rests(False)
        try:
            while more and not self._stopping.is_set():
                if first and self._resting.is_set():
                    self._mood.rests(True)
                    return False
                cursor = self._replica.receiving.cursor
                packet = self._api.changes(cursor)
                if packet["restart"]:
                    self._replica.receiving.start_over()
                    cursor, first = "", True
                if not self._replica.receiving.store_page(packet, after=cursor):
                    first = True
                    continue
                self._replica.store.skew = self._api.skew
                more = packet["more"]
                if first and more:
                    with self._replica.store.reading() as connection:
                        how_far = how_far.after(connection, packet)
                    self._mood.fetching(how_far.here, how_far.contacts)
        finally:
            self._mood.fetching(None)
        self._resting.clear()
        self._mood.well(self.name, self._api.latency)
        return True

    def _hear(self) -> None:
        receiving = self._replica.receiving
        for event in self._api.stream(receiving.cursor, self._opened):
            if self._stopping.is_set():
                return
            if event.name == "behind":
                self._behind = True
                return
            told: Any = orjson.loads(event.data)
            if event.name == "signal":
                self._signals.hear(told, self.now())
                continue
            news = told.get("packets", ())
            if not receiving.store_news(news, cursor=event.cursor, upto=told["upto"]):
                self._behind = True
                return
            self._mood.well(self.name, self._api.latency)
            self._backoff.reset()
        if not self._stopping.is_set():
            self._behind = True
            raise Unreachable("broken_off")

    def _opened(self, end: Callable[[], None]) -> None:
        self._end_stream = end
        if self._stopping.is_set():
            end()
