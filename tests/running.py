"""A real server process, and an application without one, each on both databases.

    def test_something(running_server: RunningServer) -> None:     # another process, over HTTP
    def test_something(open_office: OpenOffice) -> None:           # in this process, steered clock

`open_office` is quick; what has to do with processes, sockets and signals takes `running_server`.
"""

import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import inspect, select

from workstation.channels.port import (
    signature,
)
from workstation.models import Agent, Base, Membership, Team, new_id
from workstation.models.office import Arrival, Credential
from workstation.models.people import Role
from workstation.server.app import create_app
from workstation.server.office import Office
from workstation.server.settings import Settings
from workstation.server.signin.passwords import hash_password
from workstation.server.store.database import Database

Row = TypeVar("Row", bound=Base)
SECRET = "a secret of the console's"
PASSWORD = "correct horse"
_HASH = hash_password(PASSWORD)


def hire(
    database: Database, login: str, *, team: str = "TVs", role: Role = "agent"
) -> tuple[str, str]:
    """An agent who can sign in with PASSWORD, in a team of this name. Their ids: agent, team."""
    with database.write() as session:
        found = session.scalar(select(Team).where(Team.name_en == team))
        if found is None:
            found = Team(id=new_id(), name_en=team, name_nl=team)
            session.add(found)
        agent = Agent(id=new_id(), login=login, name=login.title(), role=role)
        session.add_all(
            [
                agent,
                Membership(id=new_id(), agent_id=agent.id, team_id=found.id),
                Credential(agent_id=agent.id, password_hash=_HASH),
            ]
        )
    return agent.id, found.id


def written(identifier: str, text: str, **given: Any) -> dict[str, Any]:
    """A customer's message in the console's form."""
    address = given.pop("address", "a.bakker@example.nl")
    return {
        "id": identifier,
        "from": {"address": address},
        "channel": "email",
        "text": text,
    } | given


def signed(content: bytes | str) -> dict[str, str]:
    body = content.encode() if isinstance(content, str) else content
    return {"X-Workstation-Signature": f"sha256={signature(SECRET, body)}"}


class Clock:
    """A clock that only moves when told to: milliseconds."""

    def __init__(self) -> None:
        self.now = 1_795_000_000_000

    def __call__(self) -> int:
        return self.now

    def ahead(self, *, seconds: float = 0, hours: float = 0) -> None:
        self.now += int(seconds * 1000 + hours * 3_600_000)


@dataclass
class OpenOffice:
    """An office in this process, and what a test does with it."""

    client: TestClient
    office: Office
    clock: Clock

    @property
    def database(self) -> Database:
        return self.office.database

    def sign_in(self, login: str) -> dict[str, str]:
        """Headers of a signed-in desk."""
        answer = self.client.post("/v1/sign-in", json={"login": login, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    def post(self, *messages: dict[str, Any], statuses: list[dict[str, Any]] | None = None) -> int:
        """Customers write, or the provider has news, and it is taken in. The status of the
        answer."""
        status = self.bring({"messages": messages, "statuses": statuses or []})
        self.take()
        return status

    def bring(self, body: bytes | dict[str, Any]) -> int:
        """The provider posts; nothing is taken in yet. The status of the answer."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.client.post(
            "/v1/channels/console/inbound", content=content, headers=signed(content)
        )
        return int(answer.status_code)

    def take(self) -> None:
        """Take in whatever has been brought."""
        self.office.taking.take_all()

    def act(self, headers: dict[str, str], kind: str, **data: Any) -> dict[str, Any]:
        """Do one action; the decision."""
        batch = {"actions": [{"id": new_id(), "kind": kind, "data": data}]}
        answer = self.client.post("/v1/actions", json=batch, headers=headers)
        assert answer.status_code == 200, answer.text
        decision: dict[str, Any] = answer.json()["decisions"][0]
        return decision

    def rows(self, model: type[Row]) -> list[Row]:
        """Every row of a table, in the order of their ids."""
        with self.database.read() as session:
            return list(session.scalars(select(model).order_by(*inspect(model).primary_key)))

    def only(self, model: type[Row]) -> Row:
        """The one row of a table."""
        (found,) = self.rows(model)
        return found

    def work(self) -> None:
        """Take in what was brought, and do every job that is due by the clock."""
        self.take()
        self.office.worker.run_due()
        self.take()

    def outbox(self) -> list[dict[str, Any]]:
        """What the console was asked to send."""
        path = "/v1/channels/console/outbox"
        answer = self.client.get(path, headers=signed(path))
        assert answer.status_code == 200, answer.text
        messages: list[dict[str, Any]] = answer.json()["messages"]
        return messages


@pytest.fixture
def open_office(database: Database, tmp_path: Path) -> Iterator[OpenOffice]:
    """An office on each kind of database, with a clock to steer and jobs that wait to be told."""
    clock = Clock()
    app = create_app(settings_for(database, tmp_path, job_threads=0), clock=clock)
    with TestClient(app, raise_server_exceptions=True) as client:
        yield OpenOffice(client, _office(app), clock)


def _office(app: FastAPI) -> Office:
    office = app.state.office
    assert isinstance(office, Office)
    return office


def settings_for(database: Database, folder: Path, **given: Any) -> Settings:
    """Settings of an office on this database, with a folder of its own."""
    return Settings(
        database=database.url.render_as_string(hide_password=False),
        files=folder / "files",
        channel_secrets={"console": SECRET},
        **given,
    )


def any_free_port() -> int:
    """A port for a server that is started soon. It is from below those that systems give to whoever
    connects (Linux from 32,768, the others from 49,152): one of these may be taken meanwhile."""
    chance = random.SystemRandom()
    while True:
        port = chance.randrange(10_240, 32_768)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@dataclass
class RunningServer:
    """A server in another process. `database` looks at the same rows from here."""

    settings: Settings
    database: Database
    log: Path
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        return f"http://{self.settings.host}:{self.settings.port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workstation.server.run"],
                env={**os.environ, **self.settings.environment()},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        wait_until(self._answers, 60, self.read_log)

    def kill(self) -> None:
        """SIGKILL: no farewell."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self) -> int:
        """Ask it to stop, and wait for that; its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError(f"it does not stop\n{self.read_log()}") from None

    def pull(self, headers: dict[str, str], table: str) -> list[dict[str, Any]]:
        """What a fresh desk gets of a table at this moment."""
        found: list[dict[str, Any]] = []
        cursor = ""
        while True:
            status, page = self.request("GET", f"/v1/changes?cursor={cursor}", headers=headers)
            assert status == 200, page
            given = page["tables"].get(table, {"columns": [], "rows": []})
            found += [dict(zip(given["columns"], row, strict=True)) for row in given["rows"]]
            cursor = page["cursor"]
            if not page["more"]:
                return found

    def request(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
        timeout: float = 20,
    ) -> tuple[int, Any]:
        """Status and JSON. `body` is sent as it is when it is bytes, else as JSON."""
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        connection = http.client.HTTPConnection(
            self.settings.host, self.settings.port, timeout=timeout
        )
        try:
            given = {"Content-Type": "application/json", **(headers or {})}
            connection.request(method, path, content, given)
            answer = connection.getresponse()
            text = answer.read()
            return answer.status, json.loads(text) if text else None
        finally:
            connection.close()

    def sign_in(self, login: str) -> dict[str, str]:
        status, answer = self.request("POST", "/v1/sign-in", {"login": login, "password": PASSWORD})
        assert status == 200, answer
        return {"Authorization": f"Bearer {answer['access_token']}"}

    def taken(self) -> None:
        """Wait until everything that was acknowledged has been taken in."""
        ready = select(Arrival.id).where(Arrival.state == "ready").limit(1)

        def done() -> bool:
            with self.database.read() as session:
                return session.scalar(ready) is None

        wait_until(done, 60, self.read_log)

    def post(self, *messages: dict[str, Any], statuses: list[dict[str, Any]] | None = None) -> int:
        """Customers write, or the provider has news. The status of the answer; what it says is
        taken in soon after (`taken`)."""
        body = json.dumps({"messages": messages, "statuses": statuses or []}).encode()
        return self.request("POST", "/v1/channels/console/inbound", body, signed(body))[0]

    def outbox(self) -> list[dict[str, Any]]:
        """What the console was asked to send."""
        path = "/v1/channels/console/outbox?limit=1000"
        status, answer = self.request("GET", path, headers=signed(path))
        assert status == 200, answer
        messages: list[dict[str, Any]] = answer["messages"]
        return messages

    def read_log(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-20_000:]

    def _answers(self) -> bool:
        assert self.process is not None
        if self.process.poll() is not None:
            raise AssertionError(f"it ended with {self.process.returncode}\n{self.read_log()}")
        try:
            return self.request("GET", "/v1/health", timeout=2)[0] == 200
        except (OSError, http.client.HTTPException):
            return False


def wait_until(
    true: Callable[[], bool], seconds: float, why: Callable[[], str] = lambda: ""
) -> None:
    """Look until it is so; fail when it takes too long."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            raise AssertionError(f"not within {seconds} seconds\n{why()}")
        time.sleep(0.01)


StartServer = Callable[..., RunningServer]


@pytest.fixture
def start_server(database: Database, tmp_path: Path) -> Iterator[StartServer]:
    """Start a server on this test's database, with settings of one's own."""
    started: list[RunningServer] = []

    def start(**given: Any) -> RunningServer:
        settings = settings_for(
            database, tmp_path, **{"port": any_free_port(), "lease_seconds": 1.5} | given
        )
        server = RunningServer(settings, database, tmp_path / f"server-{len(started)}.log")
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.kill()


@pytest.fixture
def running_server(start_server: StartServer) -> RunningServer:
    """A server process on each kind of database."""
    return start_server()
