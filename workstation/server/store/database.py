"""The one database: how to read it, how to write it, and which revision that is.

Every write goes through `Database.write`. On SQLite that is BEGIN IMMEDIATE and a step of the
feed's clock in the same transaction; on PostgreSQL the transaction's own id is the revision. Keep
writing transactions short: the slowest one holds every reader of the feed back.
"""

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from workstation.models import Base, new_id, office
from workstation.server.store import stamps

Result = TypeVar("Result")

assert office  # the server's own tables belong to the metadata too

_HORIZON = """
SELECT pg_snapshot_xmax(now)::text::bigint, (
    SELECT min(open::text::bigint) FROM pg_snapshot_xip(now) open WHERE open::xid NOT IN (
        SELECT backend_xid FROM pg_stat_activity
        WHERE backend_xid IS NOT NULL AND datname <> current_database()
    )
) FROM pg_current_snapshot() now
"""
"""What has not begun yet, and the oldest that is open. A cluster counts the transactions of all its
databases together: those of the others write nothing here, and may last as long as they like. One
that ended since the snapshot was taken is in nobody's hands, and counts as ours."""
_FLOOR = "horizon known before"
_RETRY_SQLSTATES = {"40001", "40P01"}  # serialization failure, deadlock


PLANS = "-c plan_cache_mode=force_custom_plan"
"""A plan kept from when a table was small reads the whole of it for ever after."""


class Database:
    """Connections to one database. `url` is SQLAlchemy's; `sqlite:///file` or `postgresql+psycopg://`."""

    def __init__(self, url: str, *, pool_size: int = 12) -> None:
        parsed = make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.url = parsed
        self.is_postgresql = parsed.get_backend_name() == "postgresql"
        options: dict[str, Any] = {"hide_parameters": True}  # they are people's words
        if self.is_postgresql:
            options |= {
                "pool_size": pool_size,
                "max_overflow": 20,
                "connect_args": {"options": PLANS},
            }
        self.engine: Engine = create_engine(parsed, **options)
        if not self.is_postgresql:
            event.listen(self.engine, "connect", _sqlite_connect)
            event.listen(self.engine, "begin", _sqlite_begin)
        self._committed: list[Callable[[], None]] = []
        self._furthest = 0
        """The furthest horizon that anybody of this process has seen."""
        self._comparing = threading.Lock()
        # SQLite lets one write and has the others ask again and again; here they queue up.
        self._turn: AbstractContextManager[object] = (
            nullcontext() if self.is_postgresql else threading.Lock()
        )

    def on_commit(self, heard: Callable[[], None]) -> None:
        """Have `heard` called after each write of this process has become durable."""
        self._committed.append(heard)

    @contextmanager
    def write(self, *, quietly: bool = False) -> Iterator[Session]:
        """A session in one writing transaction: committed at the end, rolled back on an error.
        With `quietly` nobody is told: for what no desk and no job waits for."""
        with self._turn, self.engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with Session(bind=connection, expire_on_commit=False, autoflush=False) as session:
                with session.begin():
                    if not self.is_postgresql:
                        session.execute(text("UPDATE feed_clock SET rev = rev + 1"))
                    yield session
        if not quietly:
            for heard in self._committed:
                heard()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment of the database, and writes nothing."""
        floor = self._furthest  # before that moment: it sees all that was below this
        with self.engine.connect() as connection:
            if self.is_postgresql:
                connection = connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            with Session(bind=connection, expire_on_commit=False, autoflush=False) as session:
                session.info[_FLOOR] = floor
                yield session

    def retrying(
        self, work: Callable[[Session], Result], *, attempts: int = 6, quietly: bool = False
    ) -> Result:
        """Do `work` in a writing transaction, again when the database asks for that."""
        for attempt in range(attempts):
            try:
                with self.write(quietly=quietly) as session:
                    return work(session)
            except DBAPIError as error:
                if attempt + 1 == attempts or not _worth_retrying(error):
                    raise
                time.sleep(random.uniform(0.005, 0.02) * 2**attempt)
        raise AssertionError("unreachable")

    def revision(self, session: Session) -> int:
        """The revision that every row written by this transaction carries."""
        statement = (
            "SELECT pg_current_xact_id()::text::bigint"
            if self.is_postgresql
            else "SELECT rev FROM feed_clock"
        )
        return int(session.execute(text(statement)).scalar_one())

    def horizon(self, session: Session) -> tuple[int, bool]:
        """The revision below which this reader sees everything there will ever be, and whether
        all that has begun is below it (else it is worth looking again soon).

        Who begins to read after somebody else of this process was told a horizon gets none before
        that: a neighbour's transaction that ends at the wrong moment would take it back, and what
        one of them was sent to read would not be there for the other.
        """
        if self.is_postgresql:
            upto, oldest = session.execute(text(_HORIZON)).one()
            found = max(int(upto if oldest is None else oldest), session.info.get(_FLOOR, 0))
            with self._comparing:
                self._furthest = max(self._furthest, found)
            return found, oldest is None
        return int(session.execute(text("SELECT rev FROM feed_clock")).scalar_one()) + 1, True

    def epoch(self, session: Session) -> str:
        """Which life of this database it is; changed by `renew_epoch`."""
        return str(session.execute(text("SELECT epoch FROM feed_clock")).scalar_one())

    def create(self) -> None:
        """Make every table at once: for tests and throw-away databases. Others migrate."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            Base.metadata.create_all(connection)
            stamps.install(connection)
            start_clock(connection)

    def check_clock(self) -> None:
        """Begin a new epoch when revisions lie ahead of the clock, as after a restored dump.

        Every row is stamped again, so that desks that rebuild miss nothing.
        """
        with self.write() as session:
            now = self.revision(session)
            if stamps.newest(session) <= now:
                return
            stamps.restamp(session)
            session.execute(text("UPDATE feed_clock SET epoch = :epoch"), {"epoch": new_id()})

    def dispose(self) -> None:
        self.engine.dispose()


def start_clock(connection: Connection) -> None:
    """Write the one row of the clock, if it is not there."""
    if connection.execute(text("SELECT count(*) FROM feed_clock")).scalar_one() == 0:
        connection.execute(
            text("INSERT INTO feed_clock (id, rev, epoch) VALUES (1, 0, :epoch)"),
            {"epoch": new_id()},
        )


def _sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_sqlite_begin` says
    connection.execute("PRAGMA busy_timeout=30000")
    _write_ahead(connection)
    for pragma in (
        "synchronous=FULL",  # an accepted action survives a power cut
        "temp_store=MEMORY",
        "cache_size=-32000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have readers and the writer not wait for each other. SQLite does not wait by itself while
    another process makes the same change to a new file."""
    until = time.monotonic() + 30
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


def _sqlite_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _worth_retrying(error: DBAPIError) -> bool:
    """Deadlocks and the like; and a connection that died while it waited in the pool, which takes
    its neighbours there along, so that the next try has a fresh one."""
    return error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _RETRY_SQLSTATES
