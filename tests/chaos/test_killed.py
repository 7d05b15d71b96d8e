"""Rule 7: the desk's and the server's processes are killed at random points of real work, again and
again. Nothing that was accepted is lost, nothing is doubled, and everything opens again."""

import random
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.chaos.at_work import Agent, Customers, Journal, Meanwhile, session_of
from tests.chaos.checks import (
    assert_delivered_at_most_once,
    assert_said_once,
    assert_written_once,
    wait_until_delivered,
    wait_until_equal,
    wait_until_sent,
)
from tests.desk import KEY
from tests.effort import Did
from tests.running import PASSWORD, RunningServer, hire
from workstation.replica.replica import Replica
from workstation.replica.session import sign_in


def _signed_in(server: RunningServer, profile: Path) -> None:
    """A profile whose desk has signed in."""
    hire(server.database, "anna")
    session = sign_in(server.url, "anna", PASSWORD, profile, KEY)
    session.replica.close()


def _kept(replica: Replica, journal: Journal) -> None:
    """The drafts are as they were typed last; at most the very last one is newer than was noted."""
    drafts: dict[str, set[str]] = {}
    for entry in journal.entries():
        if entry["kind"] == "typed":
            drafts[entry["contact"]] = {entry["text"]}
        elif entry["kind"] == "typing":
            drafts.setdefault(entry["contact"], {""}).add(entry["text"])
    for contact_id, texts in drafts.items():
        draft = replica.draft(contact_id)
        # A refused reply may have come back in front of it.
        text = "" if draft is None else draft.text
        assert any(text.endswith(possible) for possible in texts), (text, texts)


def test_a_desk_killed_at_any_moment_loses_nothing(
    running_server: RunningServer, tmp_path: Path, effort: int, did: Did
) -> None:
    profile, journal = tmp_path / "profile", Journal(tmp_path / "journal")
    _signed_in(running_server, profile)
    chance = random.Random(7)
    customers = Customers(running_server, chance)
    for _ in range(5):
        customers.write_one()
    with Meanwhile(customers.write_one, 0.05):
        for kill in range(3 * effort):
            words = [str(profile), str(tmp_path / "journal"), str(kill)]
            desk = subprocess.Popen(
                [sys.executable, "-m", "tests.chaos.headless_desk", *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            assert desk.stdout is not None
            if kill % 5 != 4:  # each fifth may be killed while it opens
                assert desk.stdout.readline() == b"at work\n"
            time.sleep(chance.uniform(0.0, 1.2))
            desk.kill()
            desk.communicate()
            replica = Replica.open(profile, KEY)
            _kept(replica, journal)
            replica.close()
            did("desks killed", 1)
    session = session_of(profile)
    session.start()
    try:
        wait_until_sent(session)
        wait_until_delivered(running_server.database)
        wait_until_equal(session, running_server.database)
        refused = assert_said_once(running_server.database, session.replica, journal.said())
        _kept(session.replica, journal)
        did("replies and notes of killed desks", len(journal.said()))
        did("of them refused", refused)
        assert_written_once(running_server.database, customers.acknowledged)
        assert assert_delivered_at_most_once(running_server) == 0
        assert journal.said()
    finally:
        session.stop()
        session.replica.close()


def test_a_server_killed_at_any_moment_loses_and_doubles_nothing(
    running_server: RunningServer, tmp_path: Path, effort: int, did: Did
) -> None:
    server = running_server
    profile, journal = tmp_path / "profile", Journal(tmp_path / "journal")
    _signed_in(server, profile)
    chance = random.Random(11)
    customers = Customers(server, chance)
    for _ in range(4):
        customers.write_one()
    session = session_of(profile)
    session.start()
    ending = threading.Event()
    agent = Agent(session.replica, journal, random.Random(13), name="anna")
    try:
        with (
            Meanwhile(agent.do_something, 0.05),
            Meanwhile(lambda: customers.write_one(stop=ending.is_set), 0.02),
        ):
            for _ in range(2 * effort):
                time.sleep(chance.uniform(0.1, 1.0))
                server.kill()
                time.sleep(chance.uniform(0.0, 0.2))
                server.start()
                did("servers killed", 1)
            time.sleep(0.5)
            ending.set()
        wait_until_sent(session)
        wait_until_delivered(server.database)
        wait_until_equal(session, server.database)
        refused = assert_said_once(server.database, session.replica, journal.said())
        assert_written_once(server.database, customers.acknowledged)
        uncertain = assert_delivered_at_most_once(server)
        did("replies and notes past killed servers", len(journal.said()))
        did("of them refused", refused)
        did("uncertain deliveries, shown to a person", uncertain)
        did("customers' messages past killed servers", len(set(customers.acknowledged)))
        assert journal.said()
    finally:
        session.stop()
        session.replica.close()
