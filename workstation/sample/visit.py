"""Letting simulated customers in through a door, each thing they write at its moment."""

import heapq
from itertools import count

from workstation.sample.customers import SimulatedCustomers
from workstation.sample.letters import Door, Letter


class Visit:
    """Lets customers in through a door, in time. Call `step` with a clock's seconds, now and then;
    it never waits."""

    PATIENCE = 150.0
    """Seconds until somebody asks whether anyone is there."""

    def __init__(self, customers: SimulatedCustomers, door: Door) -> None:
        self._customers = customers
        self._door = door
        self._arrivals = customers.arrivals()
        self._next: Letter | None = next(self._arrivals, None)
        self._begun: float | None = None
        self._due: list[tuple[float, int, Letter | tuple[str, str]]] = []
        self._order = count()
        self.delivered = 0

    @property
    def next_at(self) -> float | None:
        """When something is to be said, by the clock of `step`; None when all has been."""
        times = [self._due[0][0]] if self._due else []
        if self._next is not None and self._begun is not None:
            times.append(self._begun + self._next.after)
        return min(times, default=None)

    def step(self, at: float) -> int:
        """Hear what was answered, and deliver what is due. Returns how many letters went in.
        What a door raises comes out; the same letter is then tried again by the next step."""
        if self._begun is None:
            self._begun = at
        self._hear(at)
        before = self.delivered
        while self._next is not None and self._begun + self._next.after <= at:
            letter = self._next
            self._deliver(letter)
            self._later(at + self.PATIENCE, (letter.channel, letter.thread))
            self._begun += letter.after
            self._next = next(self._arrivals, None)
        while self._due and self._due[0][0] <= at:
            what = self._due[0][2]
            if isinstance(what, Letter):
                self._deliver(what)
                heapq.heappop(self._due)
            else:
                heapq.heappop(self._due)
                reminder = self._customers.impatient(*what)
                if reminder is not None:
                    self._later(at, reminder)
        return self.delivered - before

    def _hear(self, at: float) -> None:
        for answer in self._door.answers():
            when = at
            for letter in self._customers.respond(answer.channel, answer.thread, answer.text):
                when += letter.after
                self._later(when, letter)

    def _deliver(self, letter: Letter) -> None:
        self._door.deliver(letter)
        self.delivered += 1

    def _later(self, at: float, what: Letter | tuple[str, str]) -> None:
        heapq.heappush(self._due, (at, next(self._order), what))
