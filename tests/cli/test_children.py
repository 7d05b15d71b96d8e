"""A child of ours serves, ends in good order, and never outlives its parent."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from workstation.cli import health, ports
from workstation.cli.child import Child
from workstation.cli.office_option import sqlite_url
from workstation.cli.sorry import Sorry


def serving(folder: Path, port: int) -> list[str]:
    database = sqlite_url(folder / "office.db")
    return ["serve", "--database", database, "--files", str(folder), "--port", str(port)]


@pytest.fixture
def port() -> int:
    return ports.any_free()


@pytest.fixture
def child(tmp_path: Path, port: int) -> Iterator[Child]:
    child = Child(serving(tmp_path, port), log=tmp_path / "log")
    yield child
    child.process.kill()
    child.process.wait()


def test_it_answers_and_stops_when_its_lifeline_is_let_go(child: Child, port: int) -> None:
    health.wait("127.0.0.1", port, ended=lambda: child.ended)
    child.stop()
    assert child.ended
    assert not health.answers("127.0.0.1", port)


def test_it_stops_when_its_parent_is_killed(tmp_path: Path, port: int) -> None:
    code = (
        "import sys, time; from pathlib import Path; from workstation.cli.child import Child\n"
        f"child = Child({serving(tmp_path, port)!r}, log=Path({str(tmp_path / 'log')!r}))\n"
        "print(child.process.pid, flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    orphan = psutil.Process(int(parent.stdout.readline()))
    health.wait("127.0.0.1", port, ended=lambda: parent.poll() is not None)
    parent.kill()
    parent.communicate()
    _, alive = psutil.wait_procs([orphan], timeout=20)
    for process in alive:
        process.kill()
    assert not alive


def test_one_that_cannot_start_is_noticed_at_once(tmp_path: Path, port: int) -> None:
    words = ["serve", "--database", "nonsense", "--files", str(tmp_path), "--port", str(port)]
    child = Child(words, log=tmp_path / "log")
    began = time.monotonic()
    with pytest.raises(Sorry, match="ended before it answered"):
        health.wait("127.0.0.1", port, ended=lambda: child.ended, seconds=60)
    assert time.monotonic() - began < 30
    child.stop()
    assert "is not a database's address" in (tmp_path / "log").read_text()


def test_several_workers_on_sqlite_are_refused_in_a_sentence(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "workstation", *serving(tmp_path, 1), "--workers", "2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "SQLite has room for one server process" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_port_is_remembered_while_it_is_free(tmp_path: Path) -> None:
    note = tmp_path / "port"
    first = ports.remembered(note)
    assert ports.remembered(note) == first
    note.write_text("no number")
    assert 1024 <= ports.remembered(note) < 65536
