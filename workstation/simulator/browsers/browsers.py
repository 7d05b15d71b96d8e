"""Many people at once, each in a conversation of their own."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any

from workstation.simulator.browsers.person import READS_AFTER, Person

MOST = 60
"""People who stay on the page; whoever has been silent longest closes it."""


class Browsers:
    """`office` is its address, `origin` that of the shop's pages. `heard` is told (conversation,
    text), in whatever thread hears it."""

    def __init__(
        self,
        office: str,
        *,
        origin: str,
        heard: Callable[[str, str], None],
        reads_after: float = READS_AFTER,
    ) -> None:
        self._office = office.rstrip("/")
        self._origin = origin
        self._heard = heard
        self._reads_after = reads_after
        self._people: OrderedDict[str, Person] = OrderedDict()
        self._lock = threading.Lock()

    def write(self, thread: str, text: str, **given: Any) -> None:
        """Say something in this conversation (`Person.write` has the rest); the first thing begins
        it. Raises requests.RequestException."""
        self._person(thread).write(text, **given)

    def stop(self) -> None:
        """Everybody closes the page."""
        with self._lock:
            for person in self._people.values():
                person.stop()
            self._people.clear()

    def _person(self, thread: str) -> Person:
        with self._lock:
            person = self._people.pop(thread, None) or Person(
                self._office,
                self._origin,
                heard=partial(self._heard, thread),
                reads_after=self._reads_after,
            )
            self._people[thread] = person
            while len(self._people) > MOST:
                self._people.popitem(last=False)[1].stop()
            return person
