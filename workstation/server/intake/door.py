"""The door where arrivals wait for their transaction, together.

One thread takes whatever is waiting and makes it durable at once. A lone arrival waits for nobody;
under load each commit carries many, so the disk is not what limits an office. An arrival that
spoils a batch is taken by itself, so that it harms no other.
"""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future

from sqlalchemy.exc import IntegrityError, OperationalError

from workstation.channels.port import Channel
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import Arrived, read
from workstation.server.intake.taking import Intake
from workstation.server.settings import Settings
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

WAITING = 2_000
"""Arrivals that may wait; beyond that the provider is asked to come back."""
TOGETHER = 64
QUICK = 64 << 10
"""Bodies up to this size are read where they came in; reading larger ones takes a thread."""


class DoorFullError(Exception):
    """More is waiting than can be taken soon."""


class Door:
    def __init__(
        self,
        *,
        settings: Settings,
        database: Database,
        files: FileStore,
        intake: Intake,
        clock: Callable[[], int],
    ) -> None:
        self._settings = settings
        self._database = database
        self._files = files
        self._intake = intake
        self._clock = clock
        self._waiting: queue.Queue[tuple[Arrived, Future[None]] | None] = queue.Queue(WAITING)
        self._thread = threading.Thread(target=self._work, name="door", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Take what is waiting, then close."""
        self._waiting.put(None)
        self._thread.join(timeout=10)

    async def receive(self, channel: Channel, body: bytes) -> None:
        """Returns once it is durable and visible. Raises DoorFullError, or OperationalError when
        the database is out of reach: then the provider must post it again."""
        if len(body) <= QUICK:
            arrived = self._read(channel, body)
        else:
            arrived = await asyncio.to_thread(self._read, channel, body)
        future: Future[None] = Future()
        try:
            self._waiting.put_nowait((arrived, future))
        except queue.Full:
            raise DoorFullError from None
        await asyncio.wrap_future(future)

    def _read(self, channel: Channel, body: bytes) -> Arrived:
        return read(self._settings, self._files, channel, body)

    def _work(self) -> None:
        while True:
            first = self._waiting.get()
            if first is None:
                return
            batch = [first]
            ended = False
            while len(batch) < TOGETHER:
                try:
                    following = self._waiting.get_nowait()
                except queue.Empty:
                    break
                if following is None:
                    ended = True
                    break
                batch.append(following)
            self._take(batch)
            if ended:
                return

    def _take(self, batch: list[tuple[Arrived, Future[None]]]) -> None:
        try:
            self._commit([arrived for arrived, _ in batch])
        except Exception as error:
            if len(batch) > 1:
                for one in batch:
                    self._take([one])
                return
            arrived, future = batch[0]
            if not isinstance(error, OperationalError):
                error_again = self._set_aside(arrived, error)
                if error_again is None:
                    _settle(future)
                    return
                error = error_again
            _settle(future, error)
            return
        for _, future in batch:
            _settle(future)

    def _commit(self, arrived: list[Arrived]) -> None:
        now = self._clock()
        try:
            self._database.retrying(lambda session: self._intake.take(session, arrived, now))
        except IntegrityError:
            # Another process took the same message in this very moment: now it is known.
            self._database.retrying(lambda session: self._intake.take(session, arrived, now))

    def _set_aside(self, arrived: Arrived, error: Exception) -> Exception | None:
        """Keep the body of what could not be taken, for a person to look at."""
        log.error("an arrival of %s could not be taken", arrived.channel, exc_info=error)
        aside = Arrived(
            arrived.id, arrived.channel, arrived.digest, arrived.body, error=type(error).__name__
        )
        try:
            self._commit([aside])
        except Exception as again:
            log.exception("nor could its body be kept")
            return again
        return None


def _settle(future: Future[None], error: Exception | None = None) -> None:
    if future.cancelled() or not future.set_running_or_notify_cancel():
        return  # whoever brought it has hung up
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
