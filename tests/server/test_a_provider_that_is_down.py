"""A provider that is down: answers wait, seen by everybody, and leave when it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import OpenOffice, written
from tests.scripted import Scripted, answer, message, office_with
from workstation.channels.outgoing import (
    Outbound,
    Rejected,
    Unavailable,
)
from workstation.models import Contact, Line, Message
from workstation.models.office import ChannelMemory, Job
from workstation.server.store.database import Database

MANY = 40


@pytest.fixture
def channel() -> Scripted:
    return Scripted()


@pytest.fixture
def office(database: Database, tmp_path: Path, channel: Scripted) -> Iterator[OpenOffice]:
    with office_with(channel, database, tmp_path) as opened:
        yield opened


def away(_: Outbound) -> None:
    raise Unavailable("The provider is away.")


def write(office: OpenOffice, count: int) -> list[str]:
    """So many customers write in; their contacts."""
    office.post(*(written(f"m-{n}", "Hello", address=f"c{n}@example.nl") for n in range(count)))
    return [contact.id for contact in office.rows(Contact)]


def line(office: OpenOffice, name: str = "email") -> Line:
    return next(line for line in office.rows(Line) if line.channel == name)


def states(office: OpenOffice) -> set[str]:
    return {one.delivery for one in office.rows(Message) if one.direction == "outbound"}


def test_every_line_says_who_carries_it_and_what_it_takes(office: OpenOffice) -> None:
    found = line(office)
    assert (found.provider, found.state, found.reason) == ("console", "open", "")
    assert found.rules["longest_text"] == 1000
    assert len(office.rows(Line)) == 7
    assert line(office, "phone").since == office.clock()


def test_what_has_to_wait_for_a_reason_of_its_own_stops_nobody(
    office: OpenOffice, channel: Scripted
) -> None:
    def greylisted(asked: Outbound) -> None:
        if asked.address != "c9@example.nl":
            raise Unavailable("Come back later.", retry_after=300, alone=True)

    contacts = write(office, 10)
    headers = office.sign_in("sanne")
    channel.always = greylisted
    sent = [answer(office, headers, contact, "One moment.") for contact in contacts]
    office.work()
    assert len(channel.sent) == 10
    assert line(office).state == "open"
    assert states(office) == {"queued", "sent"}
    channel.always = lambda _: None
    office.clock.ahead(seconds=301)
    office.work()
    assert {message(office, one).delivery for one in sent} == {"sent"}


def test_one_looks_and_the_others_wait(office: OpenOffice, channel: Scripted) -> None:
    contacts = write(office, MANY)
    headers = office.sign_in("sanne")
    channel.always = away
    for contact in contacts:
        answer(office, headers, contact, "One moment.")
    office.work()
    assert len(channel.sent) == 3
    down = line(office)
    assert (down.state, down.reason) == ("down", "The provider is away.")
    assert line(office, "whatsapp").state == "open"
    assert states(office) == {"queued"}

    for _ in range(60):
        office.clock.ahead(seconds=10)
        office.work()
    assert len(channel.sent) < 3 + 600 / 45  # in ten minutes, for all of them together
    assert len({one.address for one in channel.sent}) > 5  # nobody's bad luck stops the others
    assert states(office) == {"queued"}

    channel.always = lambda _: None
    tried = len(channel.sent)
    office.clock.ahead(seconds=75)
    office.work()
    assert len(channel.sent) == tried + MANY
    assert states(office) == {"sent"}
    assert (line(office).state, line(office).reason) == ("open", "")
    assert "deliver" not in [job.kind for job in office.rows(Job)]


def test_one_address_that_is_always_away_stops_nobody(
    office: OpenOffice, channel: Scripted
) -> None:
    contacts = write(office, 3)
    headers = office.sign_in("sanne")

    def one_is_away(outbound: Outbound) -> None:
        if outbound.address == "c0@example.nl":
            away(outbound)

    channel.always = one_is_away
    for contact in contacts:
        answer(office, headers, contact, "One moment.")
    office.work()
    assert sorted(one.delivery for one in office.rows(Message) if one.author_id) == [
        "queued",
        "sent",
        "sent",
    ]
    for _ in range(10):
        office.clock.ahead(seconds=60)
        office.work()
    assert line(office).state == "degraded"
    answer(office, headers, contacts[1], "And this.")
    office.work()
    assert line(office).state == "open"


def test_a_provider_that_says_no_is_there(office: OpenOffice, channel: Scripted) -> None:
    (contact,) = write(office, 1)
    headers = office.sign_in("sanne")
    channel.next = [Unavailable("Busy."), Rejected("No such address.")]
    answer(office, headers, contact, "One moment.")
    office.work()
    assert line(office).state == "degraded"
    office.clock.ahead(seconds=5)
    office.work()
    assert (line(office).state, states(office)) == ("open", {"failed"})


def test_when_the_one_that_looks_dies_another_one_looks(
    office: OpenOffice, channel: Scripted
) -> None:
    class Killed(BaseException):
        """The end of the process."""

    contacts = write(office, 4)
    headers = office.sign_in("sanne")
    channel.always = away
    for contact in contacts:
        answer(office, headers, contact, "One moment.")
    office.work()

    def die(_: Outbound) -> None:
        raise Killed

    channel.always = die
    office.clock.ahead(seconds=15)
    with pytest.raises(Killed):
        office.work()
    tried = len(channel.sent)
    channel.always = lambda _: None
    office.work()
    assert len(channel.sent) == tried  # the others wait for it
    office.clock.ahead(seconds=100)
    office.work()
    assert states(office) == {"sent", "uncertain"}
    assert len(channel.sent) == tried + 3


def test_waiting_for_its_turn_is_no_trouble_and_is_shown(
    office: OpenOffice, channel: Scripted
) -> None:
    (contact,) = write(office, 1)
    headers = office.sign_in("sanne")
    turn = Unavailable("Not yet.", retry_after=6.0, pacing=True)
    channel.next = [turn] * 3
    sent = answer(office, headers, contact, "One.")
    second = answer(office, headers, contact, "Two.")
    for _ in range(3):
        office.work()
        assert message(office, sent).send_at == office.clock() + 6_000
        assert message(office, second).send_at is None
        assert line(office).state == "open"
        office.clock.ahead(hours=30)  # and that is never given up
    office.work()
    found = message(office, sent)
    assert (found.delivery, found.send_at, found.failure) == ("sent", None, "")
    assert message(office, second).delivery == "sent"
    assert [one.text for one in channel.sent] == ["One."] * 4 + ["Two."]


def test_a_turn_that_is_almost_there_is_not_worth_telling(
    office: OpenOffice, channel: Scripted
) -> None:
    (contact,) = write(office, 1)
    channel.next = [Unavailable("Not yet.", retry_after=0.0125, pacing=True)]
    sent = answer(office, office.sign_in("sanne"), contact, "One.")
    office.work()
    assert message(office, sent).send_at is None
    office.clock.ahead(seconds=0.02)
    office.work()
    assert message(office, sent).delivery == "sent"


def test_what_two_say_of_a_line_the_worst_of_it_shows(office: OpenOffice) -> None:
    lines = office.office.lines
    lines.say("console", "listening", "down", "The mailbox does not answer.")
    lines.say("console", "account", "degraded", "The quality is low.")
    assert (line(office).state, line(office).reason) == ("down", "The mailbox does not answer.")
    lines.say("console", "listening", "open")
    assert (line(office).state, line(office).reason) == ("degraded", "The quality is low.")
    office.clock.ahead(seconds=1)
    lines.say("console", "account", "open")
    assert (line(office).state, line(office).since) == ("open", office.clock())


def test_another_provider_begins_with_a_clean_slate(
    office: OpenOffice, database: Database, channel: Scripted
) -> None:
    office.office.lines.say("console", "listening", "down", "The mailbox does not answer.")
    channel.name = "other"
    office.office.lines.open()
    assert (line(office).provider, line(office).state) == ("other", "open")
    assert office.rows(ChannelMemory) == []
