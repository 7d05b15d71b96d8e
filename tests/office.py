"""An office for a test: a database with every table in it, on SQLite and on PostgreSQL, and a
server process on it.

    def test_something(database: Database) -> None: ...          # runs on both
    def test_something(running_server: RunningServer) -> None: ...  # a real process, on both

The tables are made once for the whole run and copied for each test.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from filelock import FileLock
from sqlalchemy import URL, text

from tests.databases import address_of
from workstation.models import new_id
from workstation.server.store.database import Database

TEMPLATE = "workstation_template"


@pytest.fixture(scope="session")
def postgresql_template(postgresql_cluster: str, run_folder: Path) -> str:
    """The name of a PostgreSQL database that holds every table and no rows."""
    with (
        FileLock(run_folder / "template.lock"),
        psycopg.connect(postgresql_cluster, autocommit=True) as connection,
    ):
        if connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", (TEMPLATE,)
        ).fetchone():
            return TEMPLATE
        # Nothing here outlives the run, and each test pays for every wait on the disk.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
        unfinished = TEMPLATE + "_unfinished"
        connection.execute(f"CREATE DATABASE {unfinished}".encode())
        making = Database(address_of(postgresql_cluster, unfinished))
        making.create()
        making.dispose()
        connection.execute(f"ALTER DATABASE {unfinished} RENAME TO {TEMPLATE}".encode())
    return TEMPLATE


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds every table and no rows."""
    path = tmp_path_factory.mktemp("template") / "office.db"
    making = Database(URL.create("sqlite", database=str(path)).render_as_string())
    making.create()
    with making.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    making.dispose()
    return path


@pytest.fixture
def sqlite_office(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "office.db"
    shutil.copyfile(sqlite_template, path)
    yield from _opened(Database(URL.create("sqlite", database=str(path)).render_as_string()))


@pytest.fixture
def postgresql_office(postgresql_cluster: str, postgresql_template: str) -> Iterator[Database]:
    name = f"office_{new_id().replace('-', '')}"
    with psycopg.connect(postgresql_cluster, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {postgresql_template}".encode())
    yield from _opened(Database(address_of(postgresql_cluster, name)))
    with psycopg.connect(postgresql_cluster, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _opened(database: Database) -> Iterator[Database]:
    with database.write() as session:
        session.execute(text("UPDATE feed_clock SET epoch = :epoch"), {"epoch": new_id()})
    yield database
    database.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """An office's database, ready for use: the test runs on each kind."""
    found = request.getfixturevalue(f"{request.param}_office")
    assert isinstance(found, Database)
    return found
