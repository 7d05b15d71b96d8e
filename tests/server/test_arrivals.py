"""What customers write reaches the right contact, once, whatever the provider does."""

import base64
import json
import threading
from io import BytesIO

import pytest
from PIL import Image

from tests.running import OpenOffice, RunningServer, hire, written
from workstation.models import (
    Attachment,
    Contact,
    Customer,
    Identity,
    Message,
    Product,
    ProductType,
    Promise,
    Setting,
    Share,
    Team,
    new_id,
)
from workstation.models.office import Arrival
from workstation.models.text import shown


def picture(width: int = 4, height: int = 3, kind: str = "PNG") -> bytes:
    content = BytesIO()
    Image.new("RGB", (width, height), "red").save(content, kind)
    return content.getvalue()


def test_a_first_message_makes_a_customer_and_a_contact(open_office: OpenOffice) -> None:
    _, team_id = hire(open_office.database, "sanne")
    with open_office.database.write() as session:
        session.add(Promise(id=new_id(), channel="email", kind="first_reply", minutes=30))
    arrival = written(
        "m-1",
        "My television flickers.",
        **{"from": {"address": "a.bakker@example.nl", "name": "A. Bakker"}},
        subject="Flicker",
        language="nl",
        at=1_794_999_990_000,
    )
    assert open_office.post(arrival) == 202
    wrote = open_office.clock() - 10_000
    contact = open_office.only(Contact)
    assert (contact.channel, contact.state, contact.team_id) == ("email", "open", team_id)
    assert (contact.subject, contact.language) == ("Flicker", "nl")
    assert (contact.last_text, contact.last_side) == ("My television flickers.", "customer")
    assert (contact.waiting_since, contact.due_at) == (wrote, wrote + 30 * 60_000)
    message = open_office.only(Message)
    assert (message.direction, message.text) == ("inbound", "My television flickers.")
    assert (message.at, message.written_at) == (wrote, wrote)
    customer = open_office.only(Customer)
    assert (customer.name, customer.provisional) == ("A. Bakker", True)
    assert open_office.only(Identity).customer_id == customer.id == contact.customer_id
    shares = {(share.root_id, share.audience_id) for share in open_office.rows(Share)}
    assert shares == {(contact.id, team_id), (customer.id, team_id)}


def test_the_next_message_joins_the_open_contact(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    open_office.post(written("m-1", "It flickers."))
    first = open_office.clock()
    open_office.clock.ahead(seconds=60)
    open_office.post(written("m-2", "And it smokes."))
    contact = open_office.only(Contact)
    assert contact.last_text == "And it smokes."
    assert contact.waiting_since == first
    assert len(open_office.rows(Message)) == 2


def test_the_same_message_twice_is_one(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    assert open_office.post(written("m-1", "Hello")) == 202
    assert open_office.post(written("m-1", "Hello")) == 202  # the same body
    assert open_office.post(written("m-1", "Hello"), written("m-2", "Anybody?")) == 202
    assert [m.text for m in open_office.rows(Message)] == ["Hello", "Anybody?"]
    assert len(open_office.rows(Arrival)) == 2


def test_delivered_twice_in_the_same_second_it_is_one(running_server: RunningServer) -> None:
    hire(running_server.database, "sanne")
    answers: list[int] = []

    def deliver(number: int) -> None:
        # Different bodies, so that only the message itself can tell that it is the same.
        answers.append(running_server.post(written("m-1", "Hello"), written(f"n-{number}", "!")))

    threads = [threading.Thread(target=deliver, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [202] * 8
    running_server.taken()
    with running_server.database.read() as session:
        texts = [message.text for message in session.query(Message)]
        assert session.query(Contact).count() == 1
        assert session.query(Customer).count() == 1
    assert sorted(texts) == ["!"] * 8 + ["Hello"]


def test_a_contact_that_was_done_is_taken_up_within_the_set_time(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    open_office.post(written("m-1", "It flickers."))
    with open_office.database.write() as session:
        contact = session.query(Contact).one()
        contact.state, contact.closed_at = "done", open_office.clock()
        contact.waiting_since = contact.due_at = None
    open_office.clock.ahead(hours=71)
    open_office.post(written("m-2", "It flickers again."))
    contact = open_office.only(Contact)
    assert (contact.state, contact.closed_at) == ("open", None)
    assert contact.waiting_since == open_office.clock()
    events = [m.facts for m in open_office.rows(Message) if m.kind == "event"]
    assert events == [{"what": "reopened"}]


def test_after_that_time_it_is_a_new_contact_of_the_same_customer(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    with open_office.database.write() as session:
        session.add(Setting(id=new_id(), name="reopen_hours", value=24))
    open_office.post(written("m-1", "It flickers."))
    with open_office.database.write() as session:
        contact = session.query(Contact).one()
        contact.state, contact.closed_at = "done", open_office.clock()
    open_office.clock.ahead(hours=25)
    open_office.post(written("m-2", "Where is my order?"))
    contacts = open_office.rows(Contact)
    assert [contact.state for contact in contacts] == ["done", "open"]
    assert len({contact.customer_id for contact in contacts}) == 1
    assert open_office.only(Customer)


def test_a_snoozed_contact_wakes_when_the_customer_writes(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    open_office.post(written("m-1", "It flickers."))
    with open_office.database.write() as session:
        contact = session.query(Contact).one()
        contact.state, contact.snoozed_until = "snoozed", open_office.clock() + 1_000_000
    open_office.post(written("m-2", "Never mind."))
    contact = open_office.only(Contact)
    assert (contact.state, contact.snoozed_until) == ("open", None)


def test_an_article_sends_its_customer_to_the_team_that_knows_it(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne", team="First")
    _, team_id = hire(open_office.database, "joost", team="Washing")
    with open_office.database.write() as session:
        kind = ProductType(id=new_id(), name_en="Washers", name_nl="Wassen", team_id=team_id)
        product = Product(id=new_id(), product_type_id=kind.id, code="W-1", name="Washer")
        session.add_all([kind, product])
    open_office.post(written("m-1", "It leaks.", product_code="W-1"))
    open_office.post(written("m-2", "It leaks.", product_code="?", thread="2", team="washing"))
    assert {contact.team_id for contact in open_office.rows(Contact)} == {team_id}
    contact = open_office.rows(Contact)[0]
    assert (contact.product_id, contact.product_type_id) == (product.id, kind.id)


def test_without_any_team_it_is_kept_until_there_is_one(open_office: OpenOffice) -> None:
    assert open_office.post(written("m-1", "Hello?")) == 202
    assert open_office.only(Arrival).state == "failed"
    hire(open_office.database, "ada", role="admin")
    headers = open_office.sign_in("ada")
    seen = open_office.client.get("/v1/admin/arrivals", headers=headers).json()["arrivals"]
    again = f"/v1/admin/arrivals/{seen[0]['id']}/again"
    assert open_office.client.post(again, headers=headers).status_code == 202
    open_office.work()
    assert open_office.only(Message).text == "Hello?"
    assert open_office.only(Arrival).state == "parsed"
    assert open_office.client.post(again, headers=headers).status_code == 404


def test_what_is_not_understood_is_acknowledged_and_kept(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    for body in (b"not json", b'{"messages": [{"id": 5}]}', b"[]", b"\xff", b'"' + b"[" * 100_000):
        assert open_office.bring(body) == 202
    open_office.take()
    kept = open_office.rows(Arrival)
    assert [one.state for one in kept] == ["failed"] * 5
    assert kept[0].body == b"not json"
    assert open_office.rows(Message) == []


@pytest.mark.parametrize("signature", ["", "sha256=", "sha256=" + "0" * 64, "é"])
def test_what_is_not_signed_is_not_taken(open_office: OpenOffice, signature: str) -> None:
    body = json.dumps({"messages": [written("m-1", "Hello")]}).encode()
    headers = [(b"X-Workstation-Signature", signature.encode())]
    answer = open_office.client.post("/v1/channels/console/inbound", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert open_office.rows(Arrival) == []


def test_a_channel_without_a_secret_stays_shut(open_office: OpenOffice) -> None:
    answer = open_office.client.post("/v1/channels/whatsapp/inbound", content=b"{}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_pictures_come_along_and_what_we_do_not_take_is_named(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    content = picture()
    files = [
        {"media_type": "image/png", "name": "a.png", "base64": base64.b64encode(content).decode()},
        {"media_type": "image/svg+xml", "name": "b.svg", "base64": "PHN2Zy8+"},
        {"media_type": "image/png", "name": "c.png", "base64": "AAAA"},
    ]
    open_office.post(written("m-1", "", files=files))
    attachment = open_office.only(Attachment)
    assert (attachment.name, attachment.media_type) == ("a.png", "image/png")
    assert (attachment.width, attachment.height, attachment.size) == (4, 3, len(content))
    assert open_office.office.files.read(attachment.sha256) == content
    assert open_office.only(Message).facts == {"files_refused": ["b.svg", "c.png"]}
    assert open_office.only(Contact).last_text == "a.png"


HOSTILE = [
    "\u202eright to left\u202c",
    "zero\u200bwidth\u200d",
    "nul \x00 inside",
    "lone \ud800 surrogate \udfff",
    "\ufeffbom",
    "😀" * 1000,
    "line\r\nfeed\tand tab",
    "x" * 1_000_000,
    "'; DROP TABLE message; --",
    "{name} %s %(x)s \\",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_arrives_unharmed(open_office: OpenOffice, text: str) -> None:
    hire(open_office.database, "sanne")
    strange = {"address": f"{text[:50]}@example.nl", "name": text[:300]}
    arrival = written(f"m-{text[:300]}", text, subject=text[:500], thread=text[:900])
    assert open_office.post(arrival | {"from": strange}) == 202
    assert open_office.only(Arrival).state == "parsed"
    assert shown(open_office.only(Message).text) == text
    assert open_office.post(arrival | {"from": strange, "subject": ""}) == 202
    assert len(open_office.rows(Message)) == 1


def test_one_bad_apple_does_not_spoil_the_others(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    answers: list[int] = []
    threads = [
        threading.Thread(
            target=lambda n=number: answers.append(
                open_office.post(written(f"m-{n}", "Hello", thread=f"t-{n}"))
                if n % 5
                else open_office.bring(b"bad %d" % n)
            )
        )
        for number in range(30)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    open_office.take()
    assert answers == [202] * 30
    assert len(open_office.rows(Message)) == 24
    assert len(open_office.rows(Team)) == 1
