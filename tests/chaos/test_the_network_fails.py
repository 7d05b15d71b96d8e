"""The network between a real desk and a real server fails in real ways. The desk says so, goes on
working, recovers by itself, and ends up equal; nothing is lost and nothing doubled."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.chaos.at_work import GIF, Customers, session_of
from tests.chaos.checks import (
    assert_delivered_at_most_once,
    assert_said_once,
    assert_written_once,
    wait_until_delivered,
    wait_until_equal,
    wait_until_sent,
)
from tests.chaos.proxy import Proxy
from tests.desk import KEY
from tests.effort import Did
from tests.running import PASSWORD, RunningServer, StartServer, hire, wait_until
from workstation import actions
from workstation.replica.errors import SignInRefused, Unreachable
from workstation.replica.lists import View
from workstation.replica.session import Session, sign_in

BREAKING = (
    "refused",
    "silent",
    "reset",
    "answer lost",
    "half sent",
    "truncated",
    "slow drip",
    "error page",
    "sign-in page",
    "other JSON",
    "redirected",
)
"""Troubles in which nothing gets through."""

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
# What fails here is the line; the server's database makes no difference to it.


@dataclass
class Line:
    """A desk, a server, and what is between them."""

    server: RunningServer
    proxy: Proxy
    session: Session
    customers: Customers

    def contact_id(self) -> str:
        replica = self.session.replica
        numbers = list(replica.inbox(View(kind="all")).numbers)
        return replica.inbox_rows(numbers)[numbers[0]].contact_id

    def reply(self, text: str, picture: bytes = b"") -> None:
        replica = self.session.replica
        files: tuple[actions.File, ...] = ()
        if picture:
            given = replica.add_file(
                picture, name="picture.gif", media_type="image/gif", width=1, height=1
            )
            files = (actions.File.model_validate(given),)
        replica.act(
            actions.Reply(
                contact_id=self.contact_id(), text=text, files=files, written_at=replica.now()
            )
        )

    def is_online(self) -> bool:
        return self.session.mood.name in ("online", "slow")

    def is_offline(self) -> bool:
        return self.session.mood.name == "offline" and bool(self.session.mood.detail)

    def wait(self, true: Callable[[], bool]) -> None:
        wait_until(true, 40, lambda: f"{self.proxy.trouble}: {self.session.mood}")


@pytest.fixture
def line(start_server: StartServer, tmp_path: Path) -> Iterator[Line]:
    server = start_server(heartbeat_seconds=1.0)
    hire(server.database, "anna")
    proxy = Proxy(server.settings.port)
    customers = Customers(server, random.Random(3))
    customers.write_one()
    sign_in(proxy.url, "anna", PASSWORD, tmp_path / "profile", KEY).replica.close()
    session = session_of(tmp_path / "profile")
    session.start()
    found = Line(server, proxy, session, customers)
    found.wait(lambda: found.is_online() and len(session.replica.inbox(View("all")).numbers) > 0)
    yield found
    session.stop()
    proxy.close()
    session.replica.close()


def test_a_desk_recovers_by_itself_from_every_trouble(line: Line, effort: int, did: Did) -> None:
    replica = line.session.replica
    said: list[str] = []
    for turn in range(effort):
        for trouble in BREAKING:
            line.proxy.become(trouble)
            text = f"during {trouble} {turn}"
            line.reply(text, GIF + text.encode() + bytes(200_000))
            said.append(text)
            assert replica.transcript(line.contact_id()).messages[-1].pending
            line.wait(lambda: line.proxy.trouble == "refused" or line.proxy.met >= 2)
            line.wait(line.is_offline)
            assert line.session.mood.waiting > 0
            assert line.session.mood.next_try_at is not None
            line.customers.write_one()

            line.proxy.become("")

            line.wait(lambda: line.is_online() and line.session.mood.waiting == 0)
            wait_until_equal(line.session, line.server.database)
            did("network troubles", 1)
    wait_until_delivered(line.server.database)
    wait_until_equal(line.session, line.server.database)
    assert assert_said_once(line.server.database, replica, said) == 0
    assert_written_once(line.server.database, line.customers.acknowledged)
    assert assert_delivered_at_most_once(line.server) == 0
    assert [len(message["files"]) for message in line.server.outbox()] == [1] * len(said)


def test_a_request_that_arrives_twice_counts_once(line: Line) -> None:
    line.proxy.become("twice")
    said = ["twice with a picture", "twice without"]
    line.reply(said[0], GIF)
    line.reply(said[1])
    wait_until_sent(line.session)
    line.proxy.become("")
    wait_until_delivered(line.server.database)
    wait_until_equal(line.session, line.server.database)
    assert assert_said_once(line.server.database, line.session.replica, said) == 0
    assert_delivered_at_most_once(line.server)


def test_a_line_that_goes_dead_without_a_word_is_noticed(line: Line) -> None:
    """No reset, no end: only the heartbeats stop."""
    line.proxy.frozen.set()
    line.customers.write_one()
    line.wait(line.is_offline)
    line.proxy.frozen.clear()
    line.wait(line.is_online)
    wait_until_equal(line.session, line.server.database)


def test_a_file_that_was_cut_off_is_not_kept(line: Line) -> None:
    """A download that ends early is bad luck, not a picture with its lower half missing."""
    line.reply("with a picture", GIF + bytes(100_000))
    wait_until_sent(line.session)
    (attachment,) = line.session.replica.transcript(line.contact_id()).messages[-1].attachments
    with line.session.replica.store.writing() as connection:
        connection.execute("DELETE FROM mine.file")
    for trouble in ("truncated", "reset", "sign-in page", "error page", "other JSON"):
        line.proxy.become(trouble)
        with pytest.raises(Unreachable):
            line.session.fetch_file(attachment.sha256)
        assert line.session.replica.file(attachment.sha256) is None
    line.proxy.become("")
    assert line.session.fetch_file(attachment.sha256) == GIF + bytes(100_000)


def test_signing_in_says_what_is_wrong(line: Line, tmp_path: Path) -> None:
    for trouble in ("refused", "reset", "truncated", "error page", "sign-in page", "other JSON"):
        line.proxy.become(trouble)
        with pytest.raises(Unreachable) as unreachable:
            sign_in(line.proxy.url, "anna", PASSWORD, tmp_path / "new", KEY)
        assert len(str(unreachable.value)) > 20
    line.proxy.become("")
    with pytest.raises(SignInRefused):
        sign_in(line.proxy.url, "anna", "not the password", tmp_path / "new", KEY)
    assert not (tmp_path / "new").exists()
