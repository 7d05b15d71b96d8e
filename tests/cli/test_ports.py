"""Where a server can listen, and why not, before it is started."""

import socket
from pathlib import Path

import pytest

from workstation.cli import ports
from workstation.cli.main import main
from workstation.cli.office_option import sqlite_url


def test_a_free_port_is_left_free() -> None:
    port = ports.any_free()
    assert ports.why_not("127.0.0.1", port) == ""
    assert ports.why_not("127.0.0.1", port) == ""


def test_a_port_that_somebody_has_is_said_before_the_server_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKSTATION_CHANNELS", raising=False)
    office = ["--database", sqlite_url(tmp_path / "office.db"), "--files", str(tmp_path)]
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), *office]) == 1
    said = capsys.readouterr().err
    assert f"another program listens on port {port} of 127.0.0.1: choose one with --port" in said


@pytest.mark.parametrize(
    ("host", "port", "words"),
    [
        ("127.0.0.1", 99_999, "one is between 1 and 65535"),
        ("192.0.2.7", 8040, "192.0.2.7 is no address of this machine"),
    ],
)
def test_what_can_never_be_is_explained(host: str, port: int, words: str) -> None:
    assert words in ports.why_not(host, port)


def test_a_server_that_just_ended_keeps_its_port(tmp_path: Path) -> None:
    """A desk knows its server by address: at another one it begins anew, without its drafts."""
    server = socket.create_server(("127.0.0.1", 0))
    port = server.getsockname()[1]
    (tmp_path / "port").write_text(str(port), encoding="ascii")
    with socket.create_connection(("127.0.0.1", port)) as desk:
        held, _ = server.accept()
        held.close()  # who ends a connection first keeps its port busy for a minute
        server.close()
        assert desk.recv(1) == b""
    assert ports.remembered(tmp_path / "port") == port
