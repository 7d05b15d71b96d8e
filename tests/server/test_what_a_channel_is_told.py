"""A channel is told all that it may want to know of an answer, in the provider's own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import OpenOffice, written
from tests.scripted import Scripted, answer, message, office_with
from tests.server.test_arrivals import picture
from workstation.channels.outgoing import (
    FilledTemplate,
    Rejected,
    Rules,
    Uncertain,
)
from workstation.models import Contact, Message, Template, new_id
from workstation.models.office import Blob
from workstation.server.store.database import Database

FROM = {"from": {"address": "a.bakker@example.nl", "name": "Anna Bakker"}}


@pytest.fixture
def channel() -> Scripted:
    return Scripted(Rules(longest_text=1000, quotes=True))


@pytest.fixture
def office(database: Database, tmp_path: Path, channel: Scripted) -> Iterator[OpenOffice]:
    with office_with(channel, database, tmp_path) as opened:
        opened.post(
            written(
                "m-1", "It flickers.", subject="TV", language="nl", at=1_794_999_990_000, **FROM
            )
        )
        yield opened


def test_who_writes_to_whom_about_what(office: OpenOffice, channel: Scripted) -> None:
    contact = office.only(Contact)
    question = office.only(Message)
    answer(office, office.sign_in("sanne"), contact.id, "Which one?", reply_to_id=question.id)
    office.work()
    (sent,) = channel.sent
    assert (sent.contact_id, sent.channel) == (contact.id, "email")
    assert (sent.customer_name, sent.agent_name) == ("Anna Bakker", "Sanne")
    assert (sent.subject, sent.language) == ("TV", "nl")
    assert sent.reply_to == "m-1"
    assert sent.customer_wrote_at == 1_794_999_990_000
    assert sent.now == office.clock()
    (before,) = sent.earlier
    assert (before.provider_id, before.ours) == ("m-1", False)
    assert (before.text, before.name) == ("It flickers.", "Anna Bakker")


def test_what_was_said_before_comes_newest_first(office: OpenOffice, channel: Scripted) -> None:
    contact = office.only(Contact)
    headers = office.sign_in("sanne")
    channel.next = [Rejected("No.")]
    answer(office, headers, contact.id, "Never arrived.")
    office.work()
    for number in range(25):
        office.clock.ahead(seconds=1)
        sent = answer(office, headers, contact.id, f"answer {number}")
        office.work()
    last = channel.sent[-1]
    assert [one.text for one in last.earlier] == [f"answer {n}" for n in range(23, 3, -1)]
    assert last.earlier[0].ours
    assert last.earlier[0].name == "Sanne"
    assert last.earlier[0].provider_id == f"p-{len(channel.sent) - 1}"
    answer(office, headers, contact.id, "To my own.", reply_to_id=sent)
    office.work()
    assert channel.sent[-1].reply_to == f"p-{len(channel.sent) - 1}"


def test_a_template_goes_with_what_fills_it_in(office: OpenOffice, channel: Scripted) -> None:
    with office.database.write() as session:
        session.add(
            Template(
                id=new_id(),
                channel="email",
                name="update",
                language="nl",
                status="approved",
                body="Hallo {{1}}, er is nieuws.",
            )
        )
        session.get_one(Contact, office.only(Contact).id).reply_until = office.clock()
    headers = office.sign_in("sanne")
    contact = office.only(Contact)
    refused = office.act(
        headers, "reply", contact_id=contact.id, message_id=new_id(), text="Hi", written_at=1
    )
    assert refused["refusal"]["code"] == "window_closed"
    choice = {"name": "update", "language": "nl", "parameters": ["Anna"]}
    sent = answer(office, headers, contact.id, "", template=choice)
    office.work()
    assert channel.sent[0].template == FilledTemplate(
        name="update", language="nl", parameters=("Anna",)
    )
    assert channel.sent[0].text == "Hallo Anna, er is nieuws."
    found = message(office, sent)
    assert (found.text, found.delivery) == ("Hallo Anna, er is nieuws.", "sent")
    assert found.facts == {"shape": "template"} | choice


def test_a_known_reason_is_kept_as_its_code(office: OpenOffice, channel: Scripted) -> None:
    contact = office.only(Contact)
    headers = office.sign_in("sanne")
    channel.next = [Rejected("A sentence.", "whatsapp.131047"), Rejected("A sentence.", "none.1")]
    first = answer(office, headers, contact.id, "one")
    second = answer(office, headers, contact.id, "two")
    office.work()
    assert message(office, first).failure == "whatsapp.131047"
    assert message(office, second).failure == "A sentence."
    channel.next = [Uncertain("One of two went.", "office.partly")]
    third = answer(office, headers, contact.id, "three")
    office.work()
    found = message(office, third)
    assert (found.delivery, found.failure) == ("uncertain", "office.partly")


def test_a_retry_really_sends_again_under_another_id(office: OpenOffice, channel: Scripted) -> None:
    contact = office.only(Contact)
    headers = office.sign_in("sanne")
    sent = answer(office, headers, contact.id, "one")
    office.work()
    office.post(statuses=[{"id": "p-1", "state": "failed", "reason": "Not on WhatsApp."}])
    assert message(office, sent).delivery == "failed"
    retried = office.act(headers, "retry_delivery", contact_id=contact.id, message_id=sent)
    assert retried["outcome"] == "accepted"
    # The provider repeats itself about the first try.
    office.post(statuses=[{"id": "p-1", "state": "failed", "reason": "Again.", "at": 5}])
    assert message(office, sent).delivery == "queued"
    office.work()
    assert [one.text for one in channel.sent] == ["one", "one"]
    office.post(statuses=[{"id": "p-2", "state": "delivered"}])
    assert message(office, sent).delivery == "delivered"


def test_more_files_than_the_channel_takes_are_refused(
    office: OpenOffice, channel: Scripted
) -> None:
    channel.rules_now = Rules(longest_text=1000, most_files=1, largest_files={"image/*": 100})
    contact = office.only(Contact)
    headers = office.sign_in("sanne")
    files = [stored(office, picture(width)) for width in (1, 2)]
    for given, code in ((files, "too_many_files"), (files[:1], "file_refused")):
        if code == "file_refused":
            channel.rules_now = Rules(longest_text=1000, largest_files={"image/*": 10})
        decision = office.act(
            headers,
            "reply",
            contact_id=contact.id,
            message_id=new_id(),
            text="See this.",
            files=given,
            written_at=1,
        )
        assert decision["refusal"]["code"] == code


def stored(office: OpenOffice, content: bytes) -> dict[str, object]:
    """A file that is at the server, as a reply names it."""
    sha256 = office.office.files.keep(content)
    with office.database.write() as session:
        session.add(Blob(sha256=sha256, size=len(content), media_type="image/png", at=1))
        session.flush()
    return {"id": new_id(), "sha256": sha256, "size": len(content), "media_type": "image/png"}
