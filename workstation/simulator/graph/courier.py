"""Carries webhooks to the office: signed, and again when they were not taken, as Meta does."""

import hashlib
import heapq
import hmac
import itertools
import json
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from workstation.simulator.graph.trouble import Trouble

Deliver = Callable[[bytes, Mapping[str, str]], int]
"""Takes a body and its headers to the office; the status of the answer, 0 when there is none."""

TRIES = 12
PAUSE = 0.2
"""Seconds before the second try; each further one waits twice as long, at most `LONGEST`."""
LONGEST = 5.0


@dataclass(order=True)
class _Webhook:
    due: float
    number: int
    body: bytes = field(compare=False)
    deliver: Deliver = field(compare=False)
    tries: int = field(default=0, compare=False)


class Courier:
    """Delivers in a thread of its own once `start`ed. Before, what is to go is kept, and a test
    delivers it whenever and in whatever order it likes: `waiting`, `deliver_all`."""

    def __init__(self, secret: str, trouble: Trouble) -> None:
        self._secret = secret
        self._trouble = trouble
        self._numbers = itertools.count()
        self._waiting: list[_Webhook] = []
        self._changed = threading.Condition()
        self._under_way = 0
        self._thread: threading.Thread | None = None
        self._stopped = False
        self._random = random.Random(1)
        self.bodies: list[bytes] = []
        """Every body that was made, in order, also where there is nowhere to post it."""
        self.refused: list[int] = []
        """The status of each answer that was not 200."""

    def sign(self, body: bytes) -> dict[str, str]:
        """The headers of a webhook."""
        digest = hmac.new(self._secret.encode(), body, hashlib.sha256).hexdigest()
        return {
            "Content-Type": "application/json",
            "User-Agent": "facebookexternalua",
            "X-Hub-Signature-256": f"sha256={digest}",
        }

    def send(self, payload: Any, deliver: Deliver | None, *, after: float = 0.0) -> bytes:
        """Have it delivered, `after` seconds from now. Its body."""
        body = json.dumps(payload, separators=(",", ":")).encode()
        with self._changed:
            self.bodies.append(body)
            if deliver is None:
                return body
            for _ in range(self._trouble.repeat):
                late = self._random.uniform(0, 0.5) if self._trouble.shuffle else 0.0
                due = time.monotonic() + after + late
                heapq.heappush(self._waiting, _Webhook(due, next(self._numbers), body, deliver))
            self._changed.notify_all()
        return body

    def start(self) -> None:
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="courier", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=10)
            self._thread = None

    @property
    def waiting(self) -> list[bytes]:
        """The bodies that are still to go, the next one first."""
        with self._changed:
            return [webhook.body for webhook in sorted(self._waiting)]

    def deliver_all(self) -> list[int]:
        """Deliver what waits, in this thread, without waiting for its time: for an office that
        runs in the same process. The statuses of the answers."""
        with self._changed:
            waiting = sorted(self._waiting)
            self._waiting.clear()
        if self._trouble.shuffle:
            self._random.shuffle(waiting)
        return [webhook.deliver(webhook.body, self.sign(webhook.body)) for webhook in waiting]

    def wait(self, seconds: float = 10.0) -> bool:
        """Wait until everything has been delivered; whether it was."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not self._waiting and not self._under_way, timeout=seconds
            )

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._stopped and not self._due():
                    pause = self._waiting[0].due - time.monotonic() if self._waiting else None
                    self._changed.wait(pause)
                if self._stopped:
                    return
                webhook = heapq.heappop(self._waiting)
                self._under_way += 1
            status = self._try(webhook)
            with self._changed:
                self._under_way -= 1
                if status != 200:
                    self.refused.append(status)
                    self._again(webhook)
                self._changed.notify_all()

    def _due(self) -> bool:
        return bool(self._waiting) and self._waiting[0].due <= time.monotonic()

    def _try(self, webhook: _Webhook) -> int:
        try:
            return webhook.deliver(webhook.body, self.sign(webhook.body))
        except (requests.RequestException, OSError):
            return 0

    def _again(self, webhook: _Webhook) -> None:
        webhook.tries += 1
        if webhook.tries < TRIES:
            webhook.due = time.monotonic() + min(PAUSE * 2 ** (webhook.tries - 1), LONGEST)
            heapq.heappush(self._waiting, webhook)


def over_http(address: str, *, timeout: float = 20.0) -> Deliver:
    """Posts to this address, over one connection that is kept open."""
    session = requests.Session()

    def deliver(body: bytes, headers: Mapping[str, str]) -> int:
        answer = session.post(
            address, data=body, headers=dict(headers), timeout=timeout, allow_redirects=False
        )
        return answer.status_code

    return deliver
