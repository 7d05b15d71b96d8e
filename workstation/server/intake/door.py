"""The door where bodies wait for their transaction, together.

One thread takes whatever is waiting and makes it durable at once. A lone body waits for nobody;
under load each commit carries many, so the disk is not what limits an office. What they say is
taken in afterwards (`taking.py`).
"""

import asyncio
import hashlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from workstation.models import new_id
from workstation.models.office import Arrival
from workstation.server.store import many
from workstation.server.store.database import Database

WAITING = 4_000
"""Bodies that may wait; beyond that the provider is asked to come back."""
TOGETHER = 500
BYTES_TOGETHER = 16 << 20
PATIENCE = 30.0
"""Seconds a listener waits for what it brought to be durable."""


class DoorFullError(Exception):
    """More is waiting than can be kept soon."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    channel: str
    body: bytes
    done: "Future[None]"


class Door:
    """`rung` is called when something has been kept."""

    def __init__(
        self, *, database: Database, rung: Callable[[], None], clock: Callable[[], int]
    ) -> None:
        self._database = database
        self._rung = rung
        self._clock = clock
        self._waiting: queue.Queue[_Waiting | None] = queue.Queue(WAITING)
        self._thread = threading.Thread(target=self._work, name="door", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Keep what is waiting, then close."""
        self._waiting.put(None)
        self._thread.join(timeout=10)

    async def receive(self, channel: str, body: bytes) -> None:
        """Returns once it is durable. Raises DoorFullError, or DBAPIError when the database is out
        of reach: then the provider must post it again."""
        await asyncio.wrap_future(self._put(channel, body))

    def keep(self, channel: str, body: bytes) -> None:
        """The same for a thread that can wait. Raises OSError when it cannot be kept now."""
        try:
            self._put(channel, body).result(timeout=PATIENCE)
        except (DoorFullError, DBAPIError, TimeoutError) as error:
            raise OSError(f"it could not be kept: {type(error).__name__}") from error

    def _put(self, channel: str, body: bytes) -> "Future[None]":
        done: Future[None] = Future()
        try:
            self._waiting.put_nowait(_Waiting(channel, body, done))
        except queue.Full:
            raise DoorFullError from None
        return done

    def _work(self) -> None:
        ended = False
        while not ended:
            first = self._waiting.get()
            if first is None:
                return
            batch = [first]
            size = len(first.body)
            while len(batch) < TOGETHER and size < BYTES_TOGETHER:
                try:
                    following = self._waiting.get_nowait()
                except queue.Empty:
                    break
                if following is None:
                    ended = True
                    break
                batch.append(following)
                size += len(following.body)
            self._keep(batch)

    def _keep(self, batch: list[_Waiting]) -> None:
        now = self._clock()
        rows = [
            {
                "id": new_id(),
                "channel": one.channel,
                "digest": hashlib.sha256(one.body).hexdigest(),
                "body": one.body,
                "at": now,
                "state": "ready",
                "error": "",
            }
            for one in batch
        ]

        def work(session: Session) -> None:
            # The same body once more says nothing new.
            many.insert(session, Arrival, rows, passing_over=True)

        try:
            # No desk sees this yet: nobody need be woken.
            self._database.retrying(work, quietly=True)
        except Exception as error:  # nothing here depends on what is in a body
            for one in batch:
                _settle(one.done, error)
            return
        self._rung()
        for one in batch:
            _settle(one.done)


def _settle(future: "Future[None]", error: Exception | None = None) -> None:
    if future.cancelled() or not future.set_running_or_notify_cancel():
        return  # whoever brought it has hung up
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
