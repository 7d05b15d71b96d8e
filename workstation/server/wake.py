"""Waking sleepers after a commit: in this process at once, in others by one coalesced NOTIFY.

NOTIFY takes a lock at commit, so it never rides on a write: a thread sends at most one every
`QUIET` seconds, whatever was committed meanwhile. A lost wake-up costs a little time, never data:
sleepers look again by themselves.
"""

import threading
import time
from collections.abc import Callable

import psycopg

from workstation.server.store.database import Database

_CHANNEL = "workstation_changed"
QUIET = 0.008


class Wake:
    """Calls every listener soon after this or another process has written."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Callable[[], None]] = []
        self._dirty = threading.Event()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        database.on_commit(self.ring)

    def listen(self, heard: Callable[[], None]) -> None:
        self._listeners.append(heard)

    def ring(self) -> None:
        """Something was committed here."""
        for heard in self._listeners:
            heard()
        self._dirty.set()

    def start(self) -> None:
        if not self._database.is_postgresql:
            return
        for work in (self._notify, self._hear):
            thread = threading.Thread(target=work, name=f"wake{work.__name__}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def stop(self) -> None:
        self._stopping.set()
        self._dirty.set()
        for thread in self._threads:
            thread.join(timeout=3)

    def _connect(self) -> psycopg.Connection:
        url = self._database.url.set(drivername="postgresql")
        return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)

    def _notify(self) -> None:
        connection: psycopg.Connection | None = None
        while True:
            self._dirty.wait()
            self._dirty.clear()
            try:
                connection = connection or self._connect()
                connection.execute(f"NOTIFY {_CHANNEL}")
            except psycopg.Error:
                connection = None
                self._stopping.wait(0.5)
                self._dirty.set()
            if self._stopping.is_set():  # after one more call, which ends our own listener
                break
            time.sleep(QUIET)
        if connection is not None:
            connection.close()

    def _hear(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._connect() as connection:
                    connection.execute(f"LISTEN {_CHANNEL}")
                    while not self._stopping.is_set():
                        for _ in connection.notifies(timeout=1.0, stop_after=1):
                            for heard in self._listeners:
                                heard()
            except psycopg.Error:
                self._stopping.wait(0.5)
