"""Waking sleepers after a commit: in this process at once, in others by one coalesced NOTIFY.

NOTIFY takes a lock at commit, so it never rides on a write: a thread sends at most one every
`QUIET` seconds, whatever was committed meanwhile. A lost wake-up costs a little time, never data:
sleepers look again by themselves.

The same thread carries words to the other processes: short, few, and lost when the line is down.
"""

import json
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

import psycopg

from workstation.server.store.database import Database

_CHANNEL = "workstation_changed"
_WORDS = "workstation_words"
_LARGEST = 7_000
"""Bytes of one notification; PostgreSQL takes 8,000."""
_LONGEST = 2_000
"""Characters of what is said at once."""
_MOST = 1_000
"""Words that may wait; beyond that the oldest are dropped."""
QUIET = 0.008


class Wake:
    """Calls every listener soon after this or another process has written."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Callable[[], None]] = []
        self._hearers: list[Callable[[str], None]] = []
        self._words: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()
        self._changed = threading.Event()
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
        self._changed.set()
        self._dirty.set()

    def on_words(self, heard: Callable[[str], None]) -> None:
        """Have `heard` called with what any process says, this one too."""
        self._hearers.append(heard)

    def say(self, about: str, words: str) -> None:
        """Tell the other processes; newer words about the same take the place of those that have
        not left yet. ASCII, and short."""
        if not self._threads:
            return
        if len(words) > _LONGEST:
            raise ValueError("too long to be said")
        with self._lock:
            self._words.pop(about, None)
            self._words[about] = words
            if len(self._words) > _MOST:
                self._words.popitem(last=False)
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
        self._changed.set()
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
                if self._changed.is_set():
                    self._changed.clear()
                    connection.execute(f"NOTIFY {_CHANNEL}")
                if words := self._leaving():
                    connection.execute("SELECT pg_notify(%s, %s)", (_WORDS, json.dumps(words)))
            except psycopg.Error:
                connection = None
                self._stopping.wait(0.5)
                self._changed.set()
                self._dirty.set()
            if self._stopping.is_set():  # after one more call, which ends our own listener
                break
            time.sleep(QUIET)
        if connection is not None:
            connection.close()

    def _leaving(self) -> list[str]:
        """As many waiting words as one notification holds."""
        leaving: list[str] = []
        room = _LARGEST
        with self._lock:
            while self._words:
                words = next(iter(self._words.values()))
                room -= len(json.dumps(words)) + 2
                if room < 0 and leaving:
                    self._dirty.set()
                    break
                self._words.popitem(last=False)
                leaving.append(words)
        return leaving

    def _hear(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._connect() as connection:
                    connection.execute(f"LISTEN {_CHANNEL}")
                    connection.execute(f"LISTEN {_WORDS}")
                    while not self._stopping.is_set():
                        for told in connection.notifies(timeout=1.0, stop_after=1):
                            if told.channel == _WORDS:
                                self._pass_on(told.payload)
                                continue
                            for heard in self._listeners:
                                heard()
            except psycopg.Error:
                self._stopping.wait(0.5)

    def _pass_on(self, payload: str) -> None:
        for words in json.loads(payload):
            for heard in self._hearers:
                heard(words)
