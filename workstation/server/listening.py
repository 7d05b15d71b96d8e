"""The loops of channels that fetch or hear by themselves: each in one process at a time.

On PostgreSQL whoever holds a channel's lock listens. The lock lives as long as its connection: when
its process dies, another one takes over within seconds. On SQLite there is one process.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Literal

import psycopg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from workstation.channels.port import (
    Channel,
    Listen,
    Office,
)
from workstation.models.office import ChannelMemory
from workstation.rules.failures import coded
from workstation.server.intake.arrived import fit
from workstation.server.lines import Lines
from workstation.server.store import bulk
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

LOOK = 2.0
"""Seconds between two looks whether the lock is free, or still ours."""
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
SETTLED = 10.0
"""Seconds after which a loop that had broken off counts as running again."""
PATIENCE = 1.5
"""Seconds that a loop has to end when it is told to."""
_NOTICED = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
"""So that the database lets go of the lock of a machine that vanished, and not only hours later."""

Keep = Callable[[str, bytes], None]
"""Make a body of a slot durable; raises OSError."""


class Listening:
    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        lines: Lines,
        keep: Keep,
        *,
        look: float = LOOK,
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        for slot in {id(channel): channel for channel in channels.values()}.values():
            listen = slot.listener()
            if listen is None:
                continue
            loop = _Loop(
                slot.name,
                listen,
                _Room(slot.name, database, lines, keep),
                _Turn(database, slot.name),
                stopping=self._stopping,
                look=look,
                first_pause=first_pause,
            )
            self._threads.append(
                threading.Thread(target=loop.run, name=f"listening-{slot.name}", daemon=True)
            )

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Tell them to end, and wait a moment for that."""
        self._stopping.set()
        until = time.monotonic() + PATIENCE + 0.5
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=max(0.0, until - time.monotonic()))


class _Loop:
    """One channel's loop: waits for its turn, listens, and begins again when that breaks off."""

    def __init__(
        self,
        name: str,
        listen: Listen,
        room: "_Room",
        turn: "_Turn",
        *,
        stopping: threading.Event,
        look: float,
        first_pause: float,
    ) -> None:
        self._name = name
        self._listen = listen
        self._room = room
        self._turn = turn
        self._stopping = stopping
        self._look = look
        self._first_pause = first_pause
        self._breaks = 0

    def run(self) -> None:
        try:
            while not self._stopping.is_set():
                if not self._turn.is_mine():
                    self._stopping.wait(self._look)
                    continue
                self._once()
                if not self._stopping.is_set():
                    longest = min(LONGEST_PAUSE, self._first_pause * 2**self._breaks)
                    self._breaks = min(self._breaks + 1, 10)
                    self._stopping.wait(longest * random.uniform(0.5, 1.0))
        finally:
            self._turn.end()

    def _once(self) -> None:
        """Listen until it breaks off, the lock is lost, or all ends."""
        ending = threading.Event()
        thread = threading.Thread(
            target=self._guarded, args=(ending,), name=f"listen-{self._name}", daemon=True
        )
        began = time.monotonic()
        thread.start()
        while thread.is_alive():
            if self._stopping.wait(0.05 if ending.is_set() else self._look):
                ending.set()
                thread.join(timeout=PATIENCE)
                return
            if not self._turn.is_mine():
                log.warning("another process listens to %s from now on", self._name)
                ending.set()
            if self._breaks and time.monotonic() - began > SETTLED:
                self._breaks = 0
                self._room.runs_again()

    def _guarded(self, ending: threading.Event) -> None:
        try:
            self._listen(self._room, ending)
            if not ending.is_set():
                log.warning("the listener of %s ended by itself", self._name)
        except OSError as error:  # bad luck: the provider, the network, our own database
            log.warning("the listener of %s broke off: %s", self._name, type(error).__name__)
        except Exception:
            log.exception("the listener of %s ended in an error", self._name)
        if not ending.is_set():
            self._room.broke_off()


class _Room(Office):
    """The office, as one channel's listener sees it."""

    def __init__(self, name: str, database: Database, lines: Lines, keep: Keep) -> None:
        self._name = name
        self._database = database
        self._lines = lines
        self._keep = keep
        self._said: tuple[str, str] | None = None
        self._broken = False

    def receive(self, body: bytes) -> None:
        self._keep(self._name, body)
        self.runs_again()

    def recall(self, name: str) -> Any:
        try:
            with self._database.read() as session:
                found = session.get(ChannelMemory, self._key(name))
        except DBAPIError as error:
            raise OSError("the database is out of reach") from error
        return None if found is None else found.value

    def remember(self, name: str, value: Any) -> None:
        channel, key = self._key(name)

        def work(session: Session) -> None:
            bulk.write(session, ChannelMemory, [{"channel": channel, "name": key, "value": value}])

        try:
            self._database.retrying(work)
        except DBAPIError as error:
            raise OSError("the database is out of reach") from error

    def say(self, state: Literal["open", "degraded", "down"], reason: str = "") -> None:
        self._broken = False
        self._say(state, reason)

    def broke_off(self) -> None:
        """The loop ended although nobody asked it to."""
        self._broken = True
        self._say("down", coded("line.broke_off"))

    def runs_again(self) -> None:
        """It does after all."""
        if self._broken:
            self.say("open")

    def _say(self, state: Literal["open", "degraded", "down"], reason: str) -> None:
        if self._said == (state, reason):
            return
        try:
            self._lines.say(self._name, "listening", state, reason)
            self._said = (state, reason)
        except SQLAlchemyError:
            log.exception("how the line of %s is could not be said", self._name)

    def _key(self, name: str) -> tuple[str, str]:
        return self._name, fit(f"listener {name}")


class _Turn:
    """Whether this process is the one that listens to a channel."""

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = f"listening to {name}"
        self._connection: psycopg.Connection[Any] | None = None
        self._held = False

    def is_mine(self) -> bool:
        """Ask for it, or look whether it still is."""
        if not self._database.is_postgresql:
            return True
        try:
            connection = self._connection or self._connect()
            if self._held:
                connection.execute("SELECT 1")
                return True
            row = connection.execute(
                "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", (self._name,)
            ).fetchone()
            self._held = bool(row and row[0])
        except psycopg.Error:
            self.end()
        return self._held

    def end(self) -> None:
        """Let another process have it."""
        connection, self._connection, self._held = self._connection, None, False
        if connection is not None:
            connection.close()

    def _connect(self) -> psycopg.Connection[Any]:
        url = self._database.url.set(drivername="postgresql")
        self._connection = psycopg.connect(
            url.render_as_string(hide_password=False),
            autocommit=True,
            connect_timeout=5,
            options=_NOTICED,
        )
        return self._connection
