"""The demonstration: one command opens everything, and whatever ends it ends everything."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from workstation.cli import health

pytestmark = pytest.mark.timeout(400)  # several starts of everything, perhaps on a busy machine

SECONDS = 90.0


def until(true: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end, log.read_text(errors="replace")
        time.sleep(0.05)


class Demonstration:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "demo"
        self.log = folder / "log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *more: str) -> subprocess.Popen[bytes]:
        words = ["demo", "--folder", str(self.folder), "--scale", "0.05", "--pace", "120", *more]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workstation", *words],
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        return self.process

    def children(self) -> list[psutil.Process]:
        assert self.process is not None
        return psutil.Process(self.process.pid).children(recursive=True)

    def open(self) -> None:
        """Wait until it says that all is open."""
        before = self.said.count("signed in as")
        until(lambda: self.said.count("signed in as") > before or self.ended, self.log)
        assert not self.ended, self.said

    @property
    def said(self) -> str:
        return self.log.read_text(errors="replace")

    @property
    def ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def messages(self) -> int:
        with sqlite3.connect(f"file:{self.folder / 'office.db'}?mode=ro", uri=True) as database:
            written = "SELECT count(*) FROM message WHERE direction = 'inbound' AND origin <> ''"
            return int(database.execute(written).fetchone()[0])

    def shop(self) -> str:
        """Where it says that the shop's pages are."""
        return self.said.partition("with the chat, are at ")[2].split()[0]

    def answers(self) -> bool:
        return health.answers("127.0.0.1", int((self.folder / "port").read_text()))


@pytest.fixture
def demonstration(tmp_path: Path) -> Iterator[Demonstration]:
    found = Demonstration(tmp_path)
    yield found
    if found.process is not None and not found.ended:
        children = found.children()
        found.process.kill()
        found.process.wait()
        psutil.wait_procs(children, timeout=20)


def test_it_opens_lives_and_ends_as_a_whole(demonstration: Demonstration) -> None:
    process = demonstration.start()
    demonstration.open()
    assert demonstration.answers()
    children = demonstration.children()
    assert len(children) == 3, "the providers, a server and a desk"
    until(lambda: demonstration.messages() > 0, demonstration.log)
    with urllib.request.urlopen(demonstration.shop()) as page:
        assert b"/chat.js" in page.read()

    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=SECONDS) == 143
    assert not [child for child in children if child.is_running()]
    assert not demonstration.answers()


def test_killed_it_leaves_nothing_running_and_opens_again(demonstration: Demonstration) -> None:
    process = demonstration.start()
    demonstration.open()
    children = demonstration.children()
    process.kill()
    process.wait()
    _, alive = psutil.wait_procs(children, timeout=SECONDS)
    assert not alive

    demonstration.start()
    demonstration.open()
    assert demonstration.answers()
    assert demonstration.said.count("Making the sample shop") == 1


def test_a_second_one_in_the_same_folder_says_so(demonstration: Demonstration) -> None:
    demonstration.start()
    demonstration.open()
    second = Demonstration(demonstration.folder.parent)
    assert second.start().wait(timeout=SECONDS) == 1
    assert "is open already" in second.said


def test_another_shop_is_not_made_over_the_first_one(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "made.json").write_text('{"seed": 1, "scale": 0.05}')
    demonstration = Demonstration(tmp_path)
    assert demonstration.start("--seed", "2").wait(timeout=SECONDS) == 1
    assert "--fresh starts over" in demonstration.said
