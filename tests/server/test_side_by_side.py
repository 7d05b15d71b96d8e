"""Several server processes on one PostgreSQL, as one office."""

import http.client
import threading
from pathlib import Path

import pytest

from tests.running import (
    RunningServer,
    any_free_port,
    hire,
    settings_for,
    wait_until,
    written,
)
from workstation.models import Message
from workstation.server.run import TooManyWorkersError, serve
from workstation.server.settings import Settings
from workstation.server.store.database import Database


def test_sqlite_has_room_for_one_process(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'office.db'}", files=tmp_path, workers=2)
    with pytest.raises(TooManyWorkersError):
        serve(settings)


@pytest.fixture
def two(postgresql_office: Database, tmp_path: Path) -> "list[RunningServer]":
    """Two servers, which share a database and a folder of files."""
    return [
        RunningServer(
            settings_for(postgresql_office, tmp_path, port=any_free_port()),
            postgresql_office,
            tmp_path / f"server-{number}.log",
        )
        for number in range(2)
    ]


def _listen(server: RunningServer, headers: dict[str, str]) -> tuple[threading.Event, list[bytes]]:
    """An open stream: when it ends, and what came over it."""
    line = http.client.HTTPConnection("127.0.0.1", server.settings.port, timeout=20)
    line.request("GET", "/v1/stream", headers=headers)
    answer = line.getresponse()
    assert answer.status == 200
    heard = [answer.readline()]
    ended = threading.Event()

    def read() -> None:
        while part := answer.read1(65536):
            heard.append(part)
        ended.set()

    threading.Thread(target=read, daemon=True).start()
    return ended, heard


def test_what_one_takes_the_other_tells_and_a_sign_out_ends_both(
    two: "list[RunningServer]",
) -> None:
    first, second = two
    try:
        first.start()
        second.start()
        hire(first.database, "sanne")
        headers = first.sign_in("sanne")
        ended, heard = _listen(second, headers)
        assert first.post(written("m-1", "It flickers, and it smokes.")) == 202
        wait_until(lambda: b"it smokes" in b"".join(heard), 60, second.read_log)
        assert first.request("POST", "/v1/sign-out", headers=headers)[0] == 204
        assert ended.wait(30)
        assert second.request("GET", "/v1/me", headers=headers)[0] == 401
    finally:
        first.kill()
        second.kill()


def test_an_office_of_several_workers_serves_and_ends_in_good_order(
    postgresql_office: Database, tmp_path: Path
) -> None:
    settings = settings_for(postgresql_office, tmp_path, port=any_free_port(), workers=2)
    server = RunningServer(settings, postgresql_office, tmp_path / "server.log")
    try:
        server.start()
        hire(server.database, "sanne")
        headers = server.sign_in("sanne")
        for number in range(10):
            assert server.post(written(f"m-{number}", "Hello")) == 202
            assert server.request("GET", "/v1/me", headers=headers)[0] == 200

        def taken() -> int:
            with server.database.read() as session:
                return session.query(Message).count()

        wait_until(lambda: taken() == 10, 60, server.read_log)
        assert server.stop() == 0
    finally:
        server.kill()
