"""Answers leave in order, at most once, and their state only moves forward."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import OpenOffice, written
from tests.scripted import Scripted, office_with
from workstation.models import Contact, Message, new_id
from workstation.models.office import Awaited, Job
from workstation.server.store.database import Database


@pytest.fixture
def channel() -> Scripted:
    return Scripted()


@pytest.fixture
def office(database: Database, tmp_path: Path, channel: Scripted) -> Iterator[OpenOffice]:
    with office_with(channel, database, tmp_path) as opened:
        opened.post(written("m-1", "It flickers."))
        yield opened


def _reply(office: OpenOffice, *texts: str) -> dict[str, str]:
    headers = office.sign_in("sanne")
    contact = office.rows(Contact)[0]
    for text in texts:
        decision = office.act(
            headers, "reply", contact_id=contact.id, message_id=new_id(), text=text, written_at=1
        )
        assert decision["outcome"] == "accepted", decision
    return headers


def _states(office: OpenOffice) -> list[tuple[str, str]]:
    return [(m.text, m.delivery) for m in office.rows(Message) if m.direction == "outbound"]


def test_answers_leave_in_the_order_they_were_written(
    office: OpenOffice, channel: Scripted
) -> None:
    _reply(office, "one", "two", "three")
    office.work()
    assert [message.text for message in channel.sent] == ["one", "two", "three"]
    assert channel.sent[0].address == "a.bakker@example.nl"
    assert _states(office) == [("one", "sent"), ("two", "sent"), ("three", "sent")]
    assert "deliver" not in [job.kind for job in office.rows(Job)]


def test_a_rejected_answer_has_failed_and_the_next_one_leaves(
    office: OpenOffice, channel: Scripted
) -> None:
    from workstation.channels.outgoing import (
        Rejected,
    )

    channel.next = [Rejected("This address does not exist.")]
    _reply(office, "one", "two")
    office.work()
    assert _states(office) == [("one", "failed"), ("two", "sent")]
    failed = next(m for m in office.rows(Message) if m.text == "one")
    assert failed.failure == "This address does not exist."


def test_an_unavailable_provider_is_tried_again_in_the_same_order(
    office: OpenOffice, channel: Scripted
) -> None:
    from workstation.channels.outgoing import (
        Unavailable,
    )

    channel.next = [Unavailable("busy", retry_after=30), Unavailable("busy")]
    _reply(office, "one", "two")
    office.work()
    assert _states(office) == [("one", "queued"), ("two", "queued")]
    office.clock.ahead(seconds=29)
    office.work()
    assert len(channel.sent) == 1
    office.clock.ahead(seconds=2)
    office.work()
    office.clock.ahead(seconds=5)
    office.work()
    assert [message.text for message in channel.sent] == ["one", "one", "one", "two"]
    assert _states(office) == [("one", "sent"), ("two", "sent")]


def test_after_a_day_without_the_provider_it_has_failed(
    office: OpenOffice, channel: Scripted
) -> None:
    from workstation.channels.outgoing import (
        Unavailable,
    )

    channel.next = [Unavailable("busy")] * 2
    _reply(office, "one")
    office.work()
    office.clock.ahead(hours=25)
    office.work()
    assert _states(office) == [("one", "failed")]


@pytest.mark.parametrize("lost", ["uncertain", "bug"])
def test_a_lost_answer_is_uncertain_and_never_sent_again_by_itself(
    office: OpenOffice, channel: Scripted, lost: str
) -> None:
    from workstation.channels.outgoing import (
        Uncertain,
    )

    channel.next = [Uncertain("timed out") if lost == "uncertain" else KeyError("id")]
    _reply(office, "one")
    office.work()
    office.clock.ahead(hours=48)
    office.work()
    headers = office.sign_in("sanne")
    assert len(channel.sent) == 1
    assert _states(office) == [("one", "uncertain")]
    message = next(m for m in office.rows(Message) if m.direction == "outbound")
    assert message.failure == "office.lost"
    retried = office.act(
        headers, "retry_delivery", contact_id=message.contact_id, message_id=message.id
    )
    assert retried["outcome"] == "accepted"
    office.work()
    assert len(channel.sent) == 2
    assert _states(office) == [("one", "sent")]


def test_a_process_that_died_while_sending_leaves_it_uncertain(
    office: OpenOffice, channel: Scripted
) -> None:
    class Killed(BaseException):
        """The end of the process, for whoever runs the job."""

    channel.next = [Killed()]  # type: ignore[list-item]
    _reply(office, "one", "two")
    with pytest.raises(Killed):
        office.work()
    office.work()
    assert len(channel.sent) == 1  # its lease still runs
    office.clock.ahead(seconds=3600)
    office.work()
    assert [message.text for message in channel.sent] == ["one", "two"]
    assert _states(office) == [("one", "uncertain"), ("two", "sent")]


def test_a_process_that_died_before_sending_loses_nothing(
    office: OpenOffice, channel: Scripted
) -> None:
    _reply(office, "one")
    assert office.office.jobs.claim() is not None  # and then it was killed
    office.clock.ahead(seconds=3600)
    office.work()
    assert _states(office) == [("one", "sent")]


def test_who_was_taken_for_dead_cannot_start_sending(office: OpenOffice, channel: Scripted) -> None:
    from workstation.server.jobs.deliver import Deliver

    _reply(office, "one")
    slow = office.office.jobs.claim()
    assert slow is not None
    office.clock.ahead(seconds=3600)
    office.work()  # somebody else does it
    parts = office.office
    deliver = Deliver(
        parts.database, parts.jobs, parts.channels, parts.files, parts.lines, parts.clock
    )
    deliver.run(slow)
    assert len(channel.sent) == 1
    assert _states(office) == [("one", "sent")]


def test_news_moves_a_message_forward_and_never_back(office: OpenOffice, channel: Scripted) -> None:
    _reply(office, "one")
    office.work()
    for state, then in (
        ("delivered", "delivered"),
        ("sent", "delivered"),
        ("read", "read"),
        ("failed", "read"),
        ("delivered", "read"),
    ):
        office.post(statuses=[{"id": "p-1", "state": state, "at": 5}])
        assert _states(office) == [("one", then)]


def test_news_that_overtakes_our_own_answer_is_not_lost(
    office: OpenOffice, channel: Scripted
) -> None:
    _reply(office, "one")
    office.post(statuses=[{"id": "p-1", "state": "delivered"}])  # before we knew it as p-1
    office.work()
    assert _states(office) == [("one", "delivered")]
    assert office.rows(Awaited) == []


def test_news_with_our_own_reference_settles_an_uncertain_message(
    office: OpenOffice, channel: Scripted
) -> None:
    from workstation.channels.outgoing import (
        Uncertain,
    )

    channel.next = [Uncertain("timed out")]
    _reply(office, "one")
    office.work()
    reference = channel.sent[0].reference
    office.post(statuses=[{"id": "p-9", "state": "delivered", "reference": reference}])
    assert _states(office) == [("one", "delivered")]
    office.post(statuses=[{"id": "p-9", "state": "read"}])
    assert _states(office) == [("one", "read")]


def test_news_about_a_message_of_nobody_is_given_up(office: OpenOffice) -> None:
    for _ in range(3):
        office.post(statuses=[{"id": "?", "state": "read", "reference": "x"}])
    assert office.only(Awaited)
    office.clock.ahead(hours=31 * 24)
    office.work()
    assert office.rows(Awaited) == []


def test_what_the_channel_cannot_carry_is_refused_at_once(
    office: OpenOffice, channel: Scripted
) -> None:
    headers = office.sign_in("sanne")
    contact = office.only(Contact)
    decision = office.act(
        headers, "reply", contact_id=contact.id, message_id=new_id(), text="x" * 1001, written_at=1
    )
    assert decision["refusal"]["code"] == "text_too_long"
    assert "1000" in decision["refusal"]["detail"]


def test_a_reply_sent_twice_by_the_desk_leaves_once(office: OpenOffice, channel: Scripted) -> None:
    headers = office.sign_in("sanne")
    contact = office.only(Contact)
    action = {
        "id": new_id(),
        "kind": "reply",
        "data": {"contact_id": contact.id, "message_id": new_id(), "text": "once", "written_at": 1},
    }
    for _ in range(3):
        answer = office.client.post("/v1/actions", json={"actions": [action]}, headers=headers)
        assert answer.json()["decisions"][0]["outcome"] == "accepted"
        office.work()
    assert len(channel.sent) == 1


def test_a_snoozed_contact_wakes_at_its_moment(office: OpenOffice) -> None:
    headers = office.sign_in("sanne")
    contact = office.only(Contact)
    first, second = office.clock() + 60_000, office.clock() + 120_000
    for until in (first, second):
        office.act(headers, "snooze", contact_id=contact.id, event_id=new_id(), until=until)
    office.clock.ahead(seconds=61)
    office.work()
    assert office.only(Contact).state == "snoozed"
    office.clock.ahead(seconds=60)
    office.work()
    contact = office.only(Contact)
    assert (contact.state, contact.snoozed_until) == ("open", None)
    assert [m.facts for m in office.rows(Message) if m.facts.get("what") == "woke"]
