"""What a conversation's webhooks do, one effect after the other; and bodies that harm whoever takes
them."""

import base64

import pytest
from sqlalchemy import update

from tests.running import OpenOffice, hire, written
from workstation.models import (
    Attachment,
    Contact,
    Identity,
    Line,
    Message,
    Template,
    new_id,
)
from workstation.models.office import Arrival, Awaited
from workstation.server.intake import taking
from workstation.server.intake.arrived import Arrived, Kept, Reading
from workstation.server.intake.taking import Taking

HOUR = 3_600_000


@pytest.fixture
def office(open_office: OpenOffice) -> OpenOffice:
    hire(open_office.database, "sanne")
    return open_office


def message(office: OpenOffice, text: str) -> Message:
    (found,) = [one for one in office.rows(Message) if one.text == text]
    return found


def test_an_edit_a_deletion_and_a_reaction_before_their_message(office: OpenOffice) -> None:
    at = office.clock() - HOUR
    office.bring({"edits": [{"id": "m-1", "text": "newest", "at": at + 9}]})
    office.bring({"edits": [{"id": "m-1", "text": "older", "at": at + 5}]})
    office.bring({"reactions": [{"id": "m-1", "address": "a", "emoji": "!", "at": at + 3}]})
    office.bring({"deletions": [{"id": "m-2", "at": at + 4}]})
    office.take()
    assert office.rows(Message) == []
    office.post(written("m-1", "first", at=at), written("m-2", "gone", at=at + 1))
    kept, gone = (m for m in office.rows(Message))
    assert (kept.text, kept.edited_at) == ("newest", at + 9)
    assert kept.facts == {"reactions": {"a": {"emoji": "!", "at": at + 3}}}
    assert (gone.text, gone.facts, gone.deleted_at) == ("", {}, at + 4)
    assert office.only(Contact).last_text == ""
    waits = [one for one in office.rows(Awaited) if one.kind != "Reacted"]
    assert waits == []


def test_a_deleted_messages_files_are_gone(office: OpenOffice) -> None:
    picture = base64.b64encode(b"GIF89a" + bytes(30)).decode()
    file = {"reference": f"data:image/gif;base64,{picture}", "media_type": "image/gif"}
    office.post(written("m-1", "look", remote=[file | {"name": "a.gif"}]))
    assert office.only(Attachment).state == "fetching"
    office.post()
    office.bring({"deletions": [{"id": "m-1", "at": office.clock()}]})
    office.work()
    attachment = office.only(Attachment)
    assert (attachment.state, attachment.sha256, attachment.name) == ("failed", "", "")


def test_an_answer_finds_what_it_answers_whichever_comes_first(office: OpenOffice) -> None:
    quoted = {"quoted": {"text": "It flickers", "name": "A"}}
    office.post(written("m-2", "that one", reply_to="m-1", facts=quoted))
    assert message(office, "that one").facts == quoted
    office.post(written("m-1", "It flickers"))
    answer = message(office, "that one")
    assert answer.reply_to_id == message(office, "It flickers").id
    assert answer.facts == {}
    office.post(written("m-3", "this one", reply_to="m-2", facts=quoted))
    assert message(office, "this one").reply_to_id == answer.id


def test_what_goes_on_with_a_contact_joins_it(office: OpenOffice) -> None:
    office.post(written("m-1", "It flickers", thread="one"))
    contact = office.only(Contact)
    office.post(written("m-2", "by reference", thread="two", continues=["?", "m-1"]))
    office.post(written("m-3", "signed", thread="three", contact_id=contact.id))
    assert [m.contact_id for m in office.rows(Message)] == [contact.id] * 3
    office.post(written("m-4", "not ours", thread="four", contact_id="no id"))
    assert len(office.rows(Contact)) == 2


def test_two_contacts_that_turn_out_to_be_one_are_joined(office: OpenOffice) -> None:
    office.post(written("m-2", "second", thread="two", continues=["m-1"]))
    office.post(written("m-0", "zeroth", thread="one"))
    office.post(written("m-1", "first", thread="one"))
    open_ones = [c for c in office.rows(Contact) if c.archived_at is None]
    assert len(open_ones) == 1
    assert {m.contact_id for m in office.rows(Message)} == {open_ones[0].id}


def test_a_machine_is_not_waited_for(office: OpenOffice) -> None:
    office.post(written("m-1", "I am away", automatic=True))
    contact = office.only(Contact)
    assert (contact.state, contact.waiting_since) == ("open", None)
    assert office.only(Message).facts == {"automatic": True}
    with office.database.write() as session:
        session.execute(update(Contact).values(state="done", closed_at=office.clock()))
    office.post(written("m-2", "still away", automatic=True))
    assert office.only(Contact).state == "done"


def test_what_we_wrote_elsewhere_is_ours_and_answers(office: OpenOffice) -> None:
    at = office.clock() - HOUR
    office.post(written("m-1", "Hello?", at=at))
    office.post(written("e-1", "We are here", at=at + 2, echo=True))
    ours = message(office, "We are here")
    assert (ours.direction, ours.delivery, ours.author_id) == ("outbound", "sent", None)
    assert "via" in ours.facts
    contact = office.only(Contact)
    assert (contact.waiting_since, contact.last_side) == (None, "agent")
    office.post(written("m-2", "Late", at=at + 1))
    assert office.only(Contact).waiting_since is None
    office.post(statuses=[{"id": "e-1", "state": "read", "at": at + 5}])
    assert message(office, "We are here").delivery == "read"


def test_an_address_that_changed_goes_on(office: OpenOffice) -> None:
    old, new = {"address": "+31651234567"}, {"address": "+31657654321"}
    whatsapp = {"channel": "whatsapp"}
    office.post(written("m-1", "Hello", **whatsapp, **{"from": old}))
    change = {"before": old["address"], "after": new["address"], "at": office.clock()}
    for _ in range(2):
        office.bring({"addresses": [{"channel": "whatsapp", **change}]})
        office.take()
    office.post(written("m-2", "My new number", **whatsapp, **{"from": new}))
    assert office.only(Identity).address == new["address"]
    assert office.only(Contact).thread == new["address"]
    events = [m.facts["what"] for m in office.rows(Message) if m.kind == "event"]
    assert events == ["address_changed"]


def test_other_addresses_are_noted_and_never_taken(office: OpenOffice) -> None:
    office.post(written("m-1", "Hello", address="b@example.nl", thread="b"))
    theirs = office.only(Identity).customer_id
    also = [["email", "b@example.nl"], ["phone", "+31201234567"]]
    office.post(written("m-2", "Hi", address="a@example.nl", thread="a", also=also, verified=True))
    by_address = {one.address: one for one in office.rows(Identity)}
    assert by_address["b@example.nl"].customer_id == theirs
    mine = by_address["a@example.nl"]
    assert by_address["+31201234567"].customer_id == mine.customer_id != theirs
    assert mine.verified_at is not None
    assert by_address["b@example.nl"].verified_at is None


def test_templates_and_notices_reach_the_desks(office: OpenOffice) -> None:
    template = {"channel": "whatsapp", "name": "back", "language": "en"}
    office.bring({"templates": [template | {"body": "Hello {{1}}"}]})
    office.bring({"templates": [template | {"status": "approved"}]})
    office.bring({"notices": [{"text": "The account is restricted.", "severity": "broken"}]})
    office.take()
    found = office.only(Template)
    assert (found.status, found.body) == ("approved", "Hello {{1}}")
    assert {line.state for line in office.rows(Line)} == {"down"}


def test_a_message_is_of_the_moment_its_provider_says_within_reason(office: OpenOffice) -> None:
    now = office.clock()
    for number, at in enumerate((now - HOUR, now + HOUR, now - 8 * 24 * HOUR)):
        office.post(written(f"m-{number}", "Hello", at=at))
    assert [m.at for m in office.rows(Message)] == [now - HOUR, now, now]


def test_a_late_message_is_unread_and_waits(office: OpenOffice) -> None:
    now = office.clock()
    office.post(written("m-1", "Hello", at=now - 3000))
    headers = office.sign_in("sanne")
    contact = office.only(Contact)
    data = {"contact_id": contact.id, "message_id": new_id(), "text": "Hi", "written_at": now}
    assert office.act(headers, "reply", **data)["outcome"] == "accepted"
    office.post(written("m-2", "And another thing", at=now - 1000))
    contact = office.only(Contact)
    assert (contact.waiting_since, contact.read_at) == (now - 1000, now - 1001)
    assert (contact.last_at, contact.last_side) == (now, "agent")


class Deadly(Reading):
    """Stands in for a parser that takes the process along."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def read(self, kept: Kept) -> Arrived:
        if b"deadly" in kept.body:
            raise SystemExit
        return self._reading.read(kept)


def test_a_body_that_ends_every_process_is_set_aside(office: OpenOffice) -> None:
    for number in range(40):
        office.bring({"messages": [written(f"m-{number}", f"{number}")]})
    office.bring({"messages": [written("m-x", "deadly")]})
    reading = office.office.taking._reading
    lives = 0
    while any(one.state == "ready" for one in office.rows(Arrival)):
        lives += 1
        assert lives < 12
        process = Taking(
            database=office.database,
            reading=Deadly(reading),
            effect=office.office.effect,
            clock=office.clock,
        )
        try:
            process.take_all()
        except SystemExit:
            continue
    assert lives > 2
    assert len(office.rows(Message)) == 40
    (failed,) = [one for one in office.rows(Arrival) if one.state == "failed"]
    assert failed.tries > taking.TRIES
