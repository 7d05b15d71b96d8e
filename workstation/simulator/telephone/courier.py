"""Brings events to the office: signed, until they are taken, repeated and shuffled when told."""

import hashlib
import hmac
import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any

import orjson
import requests

from workstation.simulator.telephone.trouble import Trouble

log = logging.getLogger(__name__)

Post = Callable[[bytes, dict[str, str]], int]
"""Posts a body with these headers; the status of the answer."""
PAUSE = 0.5
"""Seconds before what was not taken is told again."""


def over_http(url: str) -> Post:
    """Post to this address."""

    def post(body: bytes, headers: dict[str, str]) -> int:
        try:
            return requests.post(url, data=body, headers=headers, timeout=10).status_code
        except requests.RequestException:
            return 0

    return post


class Courier:
    """Events wait until `bring` is called, or are brought by a thread between start and stop."""

    def __init__(self, secret: str, post: Post, trouble: Trouble) -> None:
        self._secret = secret
        self._post = post
        self._trouble = trouble
        self._waiting: list[dict[str, Any]] = []
        self._some = threading.Condition()
        self._thread: threading.Thread | None = None
        self._ended = False

    def tell(self, event: dict[str, Any]) -> None:
        with self._some:
            self._waiting.append(event)
            self._some.notify_all()

    def bring(self) -> int:
        """Tell everything that waits, now; how many posts that took."""
        with self._some:
            events, self._waiting = self._waiting, []
        return self._bring(events)

    def start(self) -> None:
        self._thread = threading.Thread(target=self._work, name="telephone", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        with self._some:
            self._ended = True
            self._some.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=15)

    def _work(self) -> None:
        while True:
            with self._some:
                self._some.wait_for(lambda: self._waiting or self._ended)
                if self._ended:
                    return
            self.bring()

    def _bring(self, events: Sequence[dict[str, Any]]) -> int:
        told = [event for event in events for _ in range(max(1, self._trouble.repeat))]
        if self._trouble.shuffle:
            self._trouble.chance.shuffle(told)
        for event in told:
            body = orjson.dumps({"events": [event]})
            made = hmac.new(self._secret.encode(), body, hashlib.sha256).hexdigest()
            headers = {
                "X-Workstation-Signature": f"sha256={made}",
                "Content-Type": "application/json",
            }
            while not 200 <= (status := self._post(body, headers)) < 300:
                log.info("the office did not take an event: %d", status)
                if 400 <= status < 500 and status != 429:
                    break  # it never will
                with self._some:
                    if self._some.wait_for(lambda: self._ended, timeout=PAUSE):
                        return len(told)
        return len(told)
