"""Before a channel takes no free answer any more its owner is reminded, once, while it matters."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import OpenOffice, written
from tests.scripted import Scripted, office_with
from workstation.channels.outgoing import (
    Rules,
)
from workstation.models import Contact, Message, Setting, new_id
from workstation.models.office import Job
from workstation.server.jobs import window_reminder
from workstation.server.store.database import Database

HOUR = 3_600_000
DAY = 24 * HOUR


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Iterator[OpenOffice]:
    channel = Scripted(Rules(longest_text=1000, reply_window=DAY))
    with office_with(channel, database, tmp_path) as opened:
        opened.post(written("m-1", "It flickers."))
        opened.work()
        yield opened


def closes(office: OpenOffice, until: int, **given: object) -> None:
    """The window of the only contact, which somebody has read."""
    with office.database.write() as session:
        contact = session.get_one(Contact, office.only(Contact).id)
        contact.reply_until = until
        contact.read_at = contact.last_at
        for name, value in given.items():
            setattr(contact, name, value)
        session.flush()


def reminders(office: OpenOffice) -> list[int]:
    return [
        message.facts["until"]
        for message in office.rows(Message)
        if message.facts.get("what") == "window_closing"
    ]


def unread(office: OpenOffice) -> bool:
    contact = office.only(Contact)
    return contact.last_side == "customer" and (contact.read_at or 0) < contact.last_at


def pass_time(office: OpenOffice, hours: float) -> None:
    """By the quarter of an hour."""
    for _ in range(int(hours * 4)):
        office.clock.ahead(seconds=900)
        office.work()


def test_two_hours_before_the_end_its_owner_is_reminded_once(office: OpenOffice) -> None:
    until = office.clock() + DAY
    closes(office, until)
    pass_time(office, 21.75)
    assert reminders(office) == []
    assert not unread(office)
    pass_time(office, 0.25)
    assert reminders(office) == [until]
    assert unread(office)
    closes(office, until)
    pass_time(office, 6)
    assert reminders(office) == [until]
    assert not unread(office)


def test_it_is_the_very_moment_when_it_was_known_before(office: OpenOffice) -> None:
    until = office.clock() + 150 * 60_000
    closes(office, until)
    office.clock.ahead(hours=1)  # it looks, and learns that it is due in half an hour less
    office.work()
    assert reminders(office) == [until]


@pytest.mark.parametrize(
    "given", [{"waiting_since": None}, {"state": "done"}], ids=["answered", "done"]
)
def test_who_does_not_wait_needs_no_answer(office: OpenOffice, given: dict[str, object]) -> None:
    closes(office, office.clock() + 3 * HOUR, **given)
    pass_time(office, 4)
    assert reminders(office) == []


def test_a_customer_who_writes_again_gets_another_reminder(office: OpenOffice) -> None:
    first = office.clock() + 3 * HOUR
    closes(office, first)
    pass_time(office, 2)
    second = office.clock() + DAY
    closes(office, second)
    pass_time(office, 23)
    assert reminders(office) == [first, second]


@pytest.mark.parametrize(("hours", "state"), [(1, "snoozed"), (9, "open")])
def test_what_was_put_away_for_too_long_wakes(office: OpenOffice, hours: int, state: str) -> None:
    until = office.clock() + 2 * HOUR
    closes(office, until, state="snoozed", snoozed_until=until - HOUR + (hours - 1) * HOUR)
    office.clock.ahead(seconds=900)
    with office.database.write() as session:
        office.office.jobs.enqueue(
            session, "window_reminder", {}, key="window_reminder", run_at=office.clock()
        )
    office.work()
    assert reminders(office) == [until]
    assert office.only(Contact).state == state


def test_the_shop_chooses_how_long_before(office: OpenOffice) -> None:
    with office.database.write() as session:
        session.add(Setting(id=new_id(), name=window_reminder.SETTING, value=30))
    until = office.clock() + 3 * HOUR
    closes(office, until)
    pass_time(office, 2.25)
    assert reminders(office) == []
    pass_time(office, 0.5)
    assert reminders(office) == [until]


def test_many_are_told_in_several_goes(office: OpenOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_reminder, "TOGETHER", 2)
    office.post(*(written(f"n-{n}", "Hello", address=f"c{n}@example.nl") for n in range(5)))
    office.work()
    with office.database.write() as session:
        for contact in session.query(Contact):
            contact.reply_until = office.clock() + 2 * HOUR
        session.flush()
    office.clock.ahead(hours=1)
    office.work()
    assert len(reminders(office)) == 6


def test_where_no_channel_has_a_window_nobody_looks(database: Database, tmp_path: Path) -> None:
    with office_with(Scripted(), database, tmp_path) as opened:
        assert "window_reminder" not in [job.kind for job in opened.rows(Job)]
