"""The sample shop's customers, let in through the console channel of a running server."""

import base64
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from workstation.channels.console.client import ConsoleClient, NotTaken

if TYPE_CHECKING:
    from workstation.sample.letters import Answer, Letter

LOOK_EVERY = 1.0
"""Seconds between two looks at what agents answered."""
READ_AFTER = 3.0
"""Seconds from the moment an answer is on the customer's phone until they look at it."""


class ConsoleDoor:
    """Customers on one side, the console's HTTP doors on the other. Answers are delivered when they
    are fetched, and read a little later."""

    def __init__(self, client: ConsoleClient) -> None:
        self._client = client
        self._unread: list[tuple[float, str]] = []
        self._news: list[dict[str, Any]] = []

    def deliver(self, letter: "Letter") -> None:
        self._client.post([_message(letter)])

    def answers(self) -> Iterable["Answer"]:
        from workstation.sample.letters import Answer

        now = time.monotonic()
        came = self._client.answers()
        read = [name for due, name in self._unread if due <= now]
        self._news += [{"id": entry["id"], "state": "delivered"} for entry in came]
        self._news += [{"id": name, "state": "read"} for name in read]
        self._unread = [(due, name) for due, name in self._unread if due > now]
        self._unread += [(now + READ_AFTER, entry["id"]) for entry in came]
        if self._news:
            # What was fetched is not fetched again: it is heard, even if the news must wait.
            with suppress(NotTaken):
                self._client.post(statuses=self._news)
                self._news = []
        return [
            Answer(channel=entry["channel"], thread=entry["thread"], text=entry["text"])
            for entry in came
        ]


class Customers:
    """They write from a thread of their own, from `start` to `stop`."""

    def __init__(
        self, server: str, secret: str, *, seed: int, scale: float, each_minute: float
    ) -> None:
        self._server = server
        self._secret = secret
        self._seed = seed
        self._scale = scale
        self._each_minute = each_minute
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="customers", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        from workstation.models.ids import now_ms
        from workstation.sample import Shape
        from workstation.sample.customers import SimulatedCustomers
        from workstation.sample.visit import Visit

        people = SimulatedCustomers(
            run=now_ms(),
            seed=self._seed,
            shape=Shape.of(self._scale),
            each_minute=self._each_minute,
        )
        with ConsoleClient(self._server, self._secret) as client:
            visit = Visit(people, ConsoleDoor(client))
            while not self._stopping.wait(LOOK_EVERY):
                try:
                    visit.step(time.monotonic())
                except NotTaken:
                    continue  # the server is away for a moment; they try again, as customers do


def _message(letter: "Letter") -> dict[str, Any]:
    return {
        "id": letter.id,
        "thread": letter.thread,
        "from": {"address": letter.address, "name": letter.name},
        "channel": letter.channel,
        "text": letter.text,
        "language": letter.language,
        "subject": letter.subject,
        "product_code": letter.product_code,
        "files": [
            {
                "media_type": photo.media_type,
                "name": photo.name,
                "base64": base64.b64encode(photo.content).decode(),
            }
            for photo in letter.photos
        ],
    }
