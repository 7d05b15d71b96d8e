"""The desk's two files, open: a connection a thread, one writer at a time, and who is told."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from workstation import __version__
from workstation.models.ids import now_ms
from workstation.replica import schema, vault
from workstation.replica.errors import BadLuck, ReplicaDamaged
from workstation.replica.footprints import Laid
from workstation.replica.rows.news import Changed

log = logging.getLogger(__name__)

Heard = Callable[[Changed], None]


class Store:
    """`me` is the id of the agent whose desk this is; `skew` the milliseconds by which the
    server's clock is ahead of this machine's."""

    def __init__(self, folder: Path, key: bytes, clock: Callable[[], int] = now_ms) -> None:
        self.folder = folder
        self.skew = 0
        self.me = ""
        self._key = key
        self._clock = clock
        self._local = threading.local()
        self._connections: list[vault.Connection] = []
        self._generation = 0
        """How often the memory was thrown away while it was open."""
        self._lock = threading.RLock()
        self.laid = Laid()
        """What is laid over the rows, for whoever is `writing`."""
        self._heard: list[Heard] = []

    def prepare(self) -> None:
        """Make what is not there. A memory that is damaged, or of another form than the models,
        is thrown away: the server has it. A damaged `mine.db` raises `ReplicaDamaged`: nobody
        else has that."""
        with vault.explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        try:
            self._make()
        except ReplicaDamaged:
            self.close()
            if not vault.mine_is_readable(self.folder, self._key):
                raise
            vault.throw_away(self.folder)
            self._make()
        self.me = self.remembered("agent_id")

    def _make(self) -> None:
        connection = self.connection()
        with vault.explained(self.folder):
            schema.create_mine(connection)
            if schema.made_by(connection) == schema.maker(__version__):
                return
            if not schema.fits(connection):
                self.close()
                vault.throw_away(self.folder)
                connection = self.connection()
                schema.create_replica(connection)
            _sign(connection)

    def _rebuild(self, generation: int) -> None:
        """Throw a memory away that turned out to be damaged, so that it is fetched again. Threads
        in the middle of something end with the old one, and see the new one next. What cannot be
        done now, as where an open file cannot be removed, is tried at the next damage."""
        with self._lock:
            if generation != self._generation or not vault.mine_is_readable(self.folder, self._key):
                return
            self._generation += 1
            self.laid.forget()
            log.warning("the memory of this desk is damaged: it is fetched again")
            with contextlib.suppress(BadLuck), vault.explained(self.folder):
                vault.throw_away(self.folder)
                connection = self.connection()
                schema.create_replica(connection)
                _sign(connection)
        self.tell(Changed(everything=True))

    @contextlib.contextmanager
    def _mending(self) -> Iterator[None]:
        generation = self._generation
        try:
            yield
        except ReplicaDamaged:
            self._rebuild(generation)
            raise

    def close(self) -> None:
        for connection in self._connections:
            with contextlib.suppress(Exception):
                connection.close()
        self._connections.clear()
        self._local = threading.local()

    def connection(self) -> vault.Connection:
        """This thread's connection."""
        known: vault.Connection | None = getattr(self._local, "connection", None)
        if known is not None and self._local.generation != self._generation:
            if known.in_transaction:
                return known  # a thread in the middle of something ends with what it began with
            self._connections.remove(known)
            known.close()
            known = None
        if known is None:
            self._local.generation = self._generation
            known = vault.connect(self.folder, self._key)
            self._local.connection = known
            self._connections.append(known)
        return known

    @contextlib.contextmanager
    def reading(self) -> Iterator[vault.Connection]:
        """One moment of both files."""
        with self._mending(), vault.explained(self.folder):
            connection = self.connection()
            if connection.in_transaction:  # inside our own writing
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                _end(connection)

    @contextlib.contextmanager
    def writing(self) -> Iterator[vault.Connection]:
        """One transaction; one thread at a time."""
        with self._lock, self._mending():
            try:
                with vault.writing(self.connection(), self.folder) as connection:
                    yield connection
            except BaseException:
                self.laid.forget()  # the rows are as they were before
                raise

    def subscribe(self, heard: Heard) -> Callable[[], None]:
        """Be told what changed, in the thread that changed it. Returns how to stop."""
        self._heard.append(heard)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._heard.remove(heard)

        return stop

    def tell(self, changed: Changed) -> None:
        for heard in list(self._heard):
            heard(changed)

    def now(self) -> int:
        """The server's time as far as this desk knows, in milliseconds."""
        return self._clock() + self.skew

    def noted(self, name: str) -> str:
        """A fact of the memory; empty when it is not known."""
        with self.reading() as connection:
            row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return "" if row is None else str(row[0])

    def remembered(self, name: str) -> str:
        """A fact of this desk, kept in `mine.db`; empty when it is not known."""
        with self.reading() as connection:
            row = connection.execute(
                "SELECT value FROM mine.note WHERE name = ?", (name,)
            ).fetchone()
        return "" if row is None else str(row[0])

    def remember(self, **facts: str) -> None:
        with self.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO mine.note VALUES (?, ?)", facts.items())
        self.me = self.remembered("agent_id")


def _end(connection: vault.Connection) -> None:
    """End a transaction that has written nothing; damage may have ended it already."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _sign(connection: vault.Connection) -> None:
    """Note which models made this memory."""
    connection.execute(
        "INSERT OR REPLACE INTO meta VALUES ('made_by', ?)", (schema.maker(__version__),)
    )
