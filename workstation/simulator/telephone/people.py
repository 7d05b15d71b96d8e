"""People who call the shop, for trying it out: they ring, wait a while, talk, and hang up."""

import random
import threading
from collections.abc import Sequence

from workstation.simulator.telephone.cti import CtiFake
from workstation.simulator.telephone.exchange import Line, NoSuchLineError

LOOK = 0.25
"""Seconds between two looks at what became of a call."""


class People:
    """`callers` are (number, name); an empty number is withheld. `dialled` are the shop's numbers
    that they choose from. `every` is the seconds between two calls, `patience` how long somebody
    lets it ring, `talk` how long they speak, in seconds."""

    def __init__(
        self,
        fake: CtiFake,
        callers: Sequence[tuple[str, str]],
        *,
        dialled: Sequence[str] = ("",),
        every: float = 90.0,
        patience: float = 25.0,
        talk: tuple[float, float] = (20.0, 120.0),
        seed: int = 0,
    ) -> None:
        self._fake = fake
        self._callers = callers
        self._dialled = dialled
        self._every = every
        self._patience = patience
        self._talk = talk
        self._chance = random.Random(seed)

    def run(self, stop: threading.Event) -> None:
        """Call, one after the other, until told to stop. Whom the office calls picks up."""
        answering = threading.Thread(target=self._pick_up, args=(stop,), daemon=True)
        answering.start()
        while not stop.wait(self._chance.uniform(0.5, 1.5) * self._every):
            number, name = self._chance.choice(self._callers)
            dialled = self._chance.choice(self._dialled)
            self._live(self._fake.exchange.ring(number, name=name, dialled=dialled), stop)

    def _live(self, line: Line, stop: threading.Event) -> None:
        """One call, from ringing until it is over."""
        waited = 0.0
        while line.state == "ringing" and waited < self._patience and not stop.wait(LOOK):
            waited += LOOK
        try:
            if line.state == "ringing":
                if self._chance.random() < 0.4:
                    self._fake.exchange.leave_message(line.call, self._chance.uniform(3, 9))
                else:
                    self._fake.exchange.give_up(line.call)
                return
            self._speak(line, stop)
        except NoSuchLineError:
            return  # the agent was quicker

    def _speak(self, line: Line, stop: threading.Event) -> None:
        until = self._chance.uniform(*self._talk)
        spoken = 0.0
        while line.state in ("talking", "held") and spoken < until and not stop.wait(LOOK):
            spoken += LOOK if line.state == "talking" else 0.0
        if line.state in ("talking", "held") and not stop.is_set():
            self._fake.exchange.customer_hangs_up(line.call)

    def _pick_up(self, stop: threading.Event) -> None:
        """Customers who are called let it ring for a moment, and talk."""
        busy: set[str] = set()
        while not stop.wait(LOOK * 4):
            for line in list(self._fake.exchange.lines.values()):
                if line.state == "dialling" and line.call not in busy:
                    busy.add(line.call)
                    threading.Thread(target=self._answer, args=(line, stop), daemon=True).start()

    def _answer(self, line: Line, stop: threading.Event) -> None:
        if stop.wait(self._chance.uniform(1, 4)):
            return
        try:
            self._fake.exchange.pick_up(line.call)
            self._speak(line, stop)
        except NoSuchLineError:
            return
