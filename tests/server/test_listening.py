"""A channel's own loop runs in one process, begins again when it breaks off, ends when asked."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.running import wait_until
from tests.scripted import Scripted
from workstation.channels.port import (
    Listen,
    Office,
)
from workstation.models import Line
from workstation.models.office import ChannelMemory
from workstation.server.jobs.queue import Jobs
from workstation.server.lines import Lines, line_id
from workstation.server.listening import Listening
from workstation.server.store.database import Database

NOW = 1_795_000_000_000


class Listens(Scripted):
    """A channel whose loop is the test's. `begun` counts how often it began, `active` how many of
    them there are now."""

    name = "email"

    def __init__(self, loop: Callable[["Listens", Office, threading.Event], None]) -> None:
        super().__init__()
        self._loop = loop
        self.begun = 0
        self.active = 0

    def listener(self) -> Listen:
        def listen(office: Office, stop: threading.Event) -> None:
            self.begun += 1
            self.active += 1
            try:
                self._loop(self, office, stop)
            finally:
                self.active -= 1

        return listen


def wait(_: Listens, __: Office, stop: threading.Event) -> None:
    stop.wait()


@contextmanager
def listening(
    database: Database, channel: Listens, keep: Callable[[str, bytes], None] | None = None
) -> Iterator[Listening]:
    """A process of the office, as far as listening goes."""
    channels = {"email": channel}
    lines = Lines(database, Jobs(database, lease=1_000, clock=lambda: NOW), channels, lambda: NOW)
    lines.open()
    kept = keep or (lambda _name, _body: None)
    opened = Listening(database, channels, lines, kept, look=0.02, first_pause=0.02)
    opened.start()
    try:
        yield opened
    finally:
        opened.stop()


def state(database: Database) -> tuple[str, str]:
    with database.read() as session:
        line = session.get_one(Line, line_id("email"))
        return line.state, line.reason


def test_what_is_heard_is_kept_and_remembered(database: Database) -> None:
    kept: list[tuple[str, bytes]] = []

    def loop(_: Listens, office: Office, stop: threading.Event) -> None:
        place = office.recall("place") or 0
        office.receive(b"mail %d" % place)
        office.remember("place", place + 1)
        if place < 2:
            raise ConnectionResetError
        stop.wait()

    channel = Listens(loop)
    with listening(database, channel, lambda name, body: kept.append((name, body))):
        wait_until(lambda: len(kept) == 3, 60)
    assert kept == [("email", b"mail 0"), ("email", b"mail 1"), ("email", b"mail 2")]
    with database.read() as session:
        memory = session.get_one(ChannelMemory, ("email", "listener place"))
    assert memory.value == 3


@pytest.mark.parametrize("trouble", [OSError("gone"), KeyError("a bug"), None])
def test_a_loop_that_ends_is_begun_again_and_said_to_be_down(
    sqlite_office: Database, trouble: Exception | None
) -> None:
    again = threading.Event()

    def loop(channel: Listens, office: Office, stop: threading.Event) -> None:
        if channel.begun < 3:
            if trouble is not None:
                raise trouble
            return
        again.wait()
        office.receive(b"it works")
        stop.wait()

    channel = Listens(loop)
    with listening(sqlite_office, channel):
        wait_until(lambda: channel.begun == 3, 60)
        assert state(sqlite_office) == ("down", "line.broke_off")
        again.set()
        wait_until(lambda: state(sqlite_office) == ("open", ""), 60)


def test_a_loop_says_itself_how_the_line_is(database: Database) -> None:
    def loop(_: Listens, office: Office, stop: threading.Event) -> None:
        office.say("down", "The mailbox does not let us in.")
        office.say("down", "The mailbox does not let us in.")
        stop.wait()

    with listening(database, Listens(loop)):
        wait_until(lambda: state(database)[0] == "down", 60)
    assert state(database) == ("down", "The mailbox does not let us in.")


def test_what_cannot_be_kept_now_is_bad_luck_for_the_loop(sqlite_office: Database) -> None:
    heard: list[type[BaseException]] = []

    def refuse(_name: str, _body: bytes) -> None:
        raise OSError("the database is away")

    def loop(_: Listens, office: Office, stop: threading.Event) -> None:
        try:
            office.receive(b"mail")
        except OSError as error:
            heard.append(type(error))
        stop.wait()

    with listening(sqlite_office, Listens(loop), refuse):
        wait_until(lambda: heard == [OSError], 60)


def test_it_ends_quickly_also_when_a_loop_does_not_listen(database: Database) -> None:
    def deaf(_: Listens, __: Office, stop: threading.Event) -> None:
        stop.wait(4)
        time.sleep(2.5)

    channel = Listens(deaf)
    with listening(database, channel) as opened:
        wait_until(lambda: channel.active == 1, 60)
        began = time.monotonic()
        opened.stop()
        assert time.monotonic() - began < 2.5


def test_a_loop_that_listens_ends_at_once(database: Database) -> None:
    channel = Listens(wait)
    with listening(database, channel) as opened:
        wait_until(lambda: channel.active == 1, 60)
        began = time.monotonic()
        opened.stop()
        assert time.monotonic() - began < 1
    assert channel.active == 0


def test_one_process_listens_and_the_next_takes_over_when_it_ends(
    postgresql_office: Database,
) -> None:
    first, second = Listens(wait), Listens(wait)
    with listening(postgresql_office, first) as ending:
        wait_until(lambda: first.active == 1, 60)
        with listening(postgresql_office, second):
            time.sleep(0.3)
            assert second.begun == 0
            ending.stop()
            wait_until(lambda: second.active == 1, 60)
            assert first.active == 0


def test_who_lost_the_lock_stops_listening(postgresql_office: Database) -> None:
    """The connection that holds it is cut, as a network or a database that restarts does."""
    first, second = Listens(wait), Listens(wait)
    with listening(postgresql_office, first):
        wait_until(lambda: first.active == 1, 60)
        with listening(postgresql_office, second):
            cut = text(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_locks "
                "WHERE locktype = 'advisory' AND granted AND database = "
                "(SELECT oid FROM pg_database WHERE datname = current_database())"
            )
            with postgresql_office.engine.begin() as connection:
                assert connection.execute(cut).scalar_one() == 1
            # Whoever is quicker has it now: one of them, and not both.
            wait_until(lambda: first.begun + second.begun == 2, 60)
            wait_until(lambda: first.active + second.active == 1, 60)


def test_when_the_one_that_listens_is_killed_another_process_listens(
    postgresql_office: Database,
) -> None:
    url = postgresql_office.url.render_as_string(hide_password=False)

    def who() -> list[str]:
        with postgresql_office.read() as session:
            memory = session.get(ChannelMemory, ("email", "listener who"))
            return [] if memory is None else memory.value

    def start(name: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "tests.server.listener_process", url, name],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    processes = {name: start(name) for name in ("one", "two")}
    try:
        wait_until(lambda: len(who()) == 1, 60)
        (first,) = who()
        (other,) = processes.keys() - {first}
        processes[first].kill()
        wait_until(lambda: who() == [first, other], 60)
    finally:
        for process in processes.values():
            process.kill()
            process.communicate()
