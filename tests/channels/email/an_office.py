"""An office as a listener sees it, that can be watched and can fail."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from workstation.channels.email.listening import Listening
from workstation.channels.email.settings import Imap
from workstation.channels.incoming import (
    Inbound,
)
from workstation.channels.port import (
    Office,
)
from workstation.rules.failures import known, sentence


class WatchedOffice(Office):
    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.memory: dict[str, Any] = {}
        self.said: list[tuple[str, str]] = []
        self.failing = 0
        """How many times more it cannot keep what it is given."""

    def receive(self, body: bytes) -> None:
        if self.failing:
            self.failing -= 1
            raise OSError("the disk is full")
        self.received.append(body)

    def recall(self, name: str) -> Any:
        return self.memory.get(name)

    def remember(self, name: str, value: Any) -> None:
        self.memory[name] = value

    def say(self, state: Literal["open", "degraded", "down"], reason: str = "") -> None:
        assert known(reason) or not reason
        reason = sentence(reason, "en")
        if self.said[-1:] != [(state, reason)]:
            self.said.append((state, reason))

    @property
    def state(self) -> str:
        return self.said[-1][0] if self.said else ""

    def texts(self, parse: Callable[[bytes], Inbound]) -> list[str]:
        return [parse(body).text for body in list(self.received)]

    def wait_for(self, count: int) -> None:
        until(lambda: len(self.received) >= count, lambda: f"{len(self.received)} of {count}")


def until(
    true: Callable[[], object], why: Callable[[], str] = lambda: "", most: float = 60
) -> None:
    """Look until it is so."""
    end = time.monotonic() + most
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"it did not become so: {why()}")
        time.sleep(0.01)


@contextmanager
def listening(settings: Imap, office: Office) -> Iterator[None]:
    """A listener at work, with short waits."""
    stop = threading.Event()
    listener = Listening(settings, pause=0.05, login_pause=0.05, retry=0.05)
    thread = threading.Thread(target=listener.listen, args=(office, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(10)
        assert not thread.is_alive(), "it does not stop"
