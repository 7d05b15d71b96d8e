"""The doors of the web chat: a conversation both ways, and what is nobody else's to read."""

import hashlib
import io
from typing import Any

import jwt
import pytest
from PIL import Image

from tests.running import OpenOffice, hire
from tests.server.chatting import SHOP, TOKEN_SECRET, Visitor, chat_office, customer_token, visitor
from workstation.models import (
    Attachment,
    Contact,
    Customer,
    Identity,
    Message,
    Product,
    ProductType,
    Team,
    Variant,
    new_id,
)
from workstation.models.office import Arrival, Visitor as VisitorRow
from workstation.server.chat.allowance import Allowance
from workstation.server.chat.visitors import digest, end
from workstation.shop.keys import Keys

__all__ = ["chat_office", "visitor"]


def picture(colour: str = "red") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(content, "PNG")
    return content.getvalue()


def answer(office: OpenOffice, text: str, **given: Any) -> None:
    """Sanne answers the only contact there is."""
    decision = office.act(
        office.sign_in("sanne"),
        "reply",
        contact_id=office.only(Contact).id,
        text=text,
        written_at=office.clock(),
        **given,
    )
    assert decision["outcome"] == "accepted", decision
    office.work()


def test_a_question_is_answered(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin(language="nl", name="Tom Kramer")
    assert visitor.write("Past hij op mijn kast?").status_code == 202
    contact = chat_office.only(Contact)
    assert (contact.channel, contact.language, contact.state) == ("chat", "nl", "open")
    assert chat_office.only(Customer).name == "Tom Kramer"
    visitor.read()
    assert visitor.texts == ["Past hij op mijn kast?"]

    chat_office.clock.ahead(seconds=5)
    answer(chat_office, "Ja, de voet is 92 cm.")
    said = visitor.read()[-1]
    assert (said["text"], said["mine"], said["name"]) == ("Ja, de voet is 92 cm.", False, "Sanne")
    visitor.read()
    assert visitor.texts == ["Past hij op mijn kast?", "Ja, de voet is 92 cm."]


def test_sent_twice_is_one_message(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    message_id = new_id()
    for _ in range(3):
        assert visitor.write("Hallo", id=message_id).status_code == 202
        chat_office.clock.ahead(seconds=2)
    assert len(chat_office.rows(Message)) == 1
    visitor.read()
    assert [message["client_id"] for message in visitor.said.values()] == [message_id]


def test_the_same_id_of_another_visitor_is_another_message(chat_office: OpenOffice) -> None:
    message_id = new_id()
    for _ in range(2):
        other = Visitor(chat_office)
        other.begin()
        assert other.write("Hallo", id=message_id).status_code == 202
    assert len(chat_office.rows(Message)) == 2


def test_the_agent_sees_how_far_an_answer_got(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    visitor.write("Hallo")
    answer(chat_office, "Dag!")
    visitor.read()
    (message_id,) = (one["id"] for one in visitor.said.values() if not one["mine"])
    for state in ("delivered", "read", "delivered"):
        seen = {"ids": [message_id], "state": state}
        assert visitor.post("seen", seen).status_code == 204
        chat_office.work()
    with chat_office.database.read() as session:
        assert session.get_one(Message, message_id).delivery == "read"
    # What was known already was no news: two bodies for the message and one for each step.
    assert len(chat_office.rows(Arrival)) == 3


def test_the_visitor_sees_that_somebody_read(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    visitor.write("Hallo")
    assert visitor.get("messages").json()["read_at"] is None
    contact = chat_office.only(Contact)
    headers = chat_office.sign_in("sanne")
    chat_office.act(headers, "mark_read", contact_id=contact.id, upto=contact.last_at)
    assert visitor.get("messages").json()["read_at"] == contact.last_at


def test_a_note_among_colleagues_stays_there(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    visitor.write("Hallo")
    contact = chat_office.only(Contact)
    headers = chat_office.sign_in("sanne")
    decision = chat_office.act(
        headers, "note", contact_id=contact.id, text="Lastig geval", written_at=1
    )
    assert decision["outcome"] == "accepted", decision
    visitor.read()
    assert visitor.texts == ["Hallo"]


def test_an_answer_that_was_not_sent_yet_is_not_shown(
    chat_office: OpenOffice, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.write("Hallo")
    chat_office.act(
        chat_office.sign_in("sanne"),
        "reply",
        contact_id=chat_office.only(Contact).id,
        text="Dag!",
        written_at=1,
    )
    visitor.read()
    assert visitor.texts == ["Hallo"]
    chat_office.work()
    visitor.read()
    assert visitor.texts == ["Hallo", "Dag!"]


def test_photos_go_both_ways(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    brought = visitor.bring(picture())
    assert brought.status_code == 200, brought.text
    file = {"id": brought.json()["id"], "media_type": "image/png", "name": "scherm.png"}
    assert visitor.write("", files=[file]).status_code == 202
    chat_office.work()
    visitor.read()
    (message,) = visitor.said.values()
    (shown,) = message["files"]
    assert (shown["name"], shown["width"], shown["state"]) == ("scherm.png", 60, "ready")
    read = visitor.get(f"files/{shown['id']}")
    assert (read.content, read.headers["content-type"]) == (picture(), "image/png")

    headers = chat_office.sign_in("sanne")
    content = picture("blue")
    sha256 = hashlib.sha256(content).hexdigest()
    announced = {"sha256": sha256, "size": len(content), "media_type": "image/png"}
    upload = chat_office.client.post("/v1/uploads", json=announced, headers=headers).json()
    chat_office.client.patch(
        f"/v1/uploads/{upload['id']}",
        content=content,
        headers=headers | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"},
    )
    given = {"sha256": sha256, "size": len(content), "media_type": "image/png", "name": "b.png"}
    answer(chat_office, "Zo?", files=[given])
    visitor.read()
    ours = next(one for one in visitor.said.values() if not one["mine"])
    assert visitor.get(f"files/{ours['files'][0]['id']}").content == content


def test_a_file_must_be_what_it_says(visitor: Visitor) -> None:
    visitor.begin()
    assert visitor.bring(b"MZ not a picture").status_code == 415
    assert visitor.bring(b"<html>", "text/html").status_code == 415
    assert visitor.bring(picture(), "image/jpeg").status_code == 415
    assert visitor.bring(b"%PDF-1.7 ...", "application/pdf").status_code == 200
    assert visitor.bring(b"\x89PNG" + b"0" * (10 << 20), "image/png").status_code == 413


def test_a_message_with_a_file_that_is_not_here_is_asked_for_again(visitor: Visitor) -> None:
    visitor.begin()
    file = {"id": "0" * 64, "media_type": "image/png", "name": ""}
    assert visitor.write("", files=[file]).status_code == 409


def test_nobody_reads_what_is_not_theirs(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    brought = visitor.bring(picture()).json()["id"]
    file = {"id": brought, "media_type": "image/png", "name": ""}
    visitor.write("Mijn adres is geheim", files=[file])
    answer(chat_office, "Dank je")
    visitor.read()
    file_id = chat_office.only(Attachment).id
    ours = next(one["id"] for one in visitor.said.values() if not one["mine"])

    other = Visitor(chat_office)
    other.begin()
    assert other.read() == []
    assert other.get(f"files/{file_id}").status_code == 404
    assert other.write("", files=[file]).status_code == 409
    other.post("seen", {"ids": [ours], "state": "read"})
    chat_office.work()
    with chat_office.database.read() as session:
        assert session.get_one(Message, ours).delivery == "sent"
    # An agent's token opens nothing here, nor a visitor's anything there.
    agent = chat_office.sign_in("sanne")
    assert chat_office.client.get("/v1/chat/messages", headers=agent).status_code == 401
    assert chat_office.client.get("/v1/changes", headers=visitor.headers).status_code == 401
    assert chat_office.client.get("/v1/chat/messages").status_code == 401


def test_a_file_on_a_note_is_not_the_visitors(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    visitor.write("Hallo")
    contact_id, note_id, file_id = chat_office.only(Contact).id, new_id(), new_id()
    with chat_office.database.write() as session:
        session.add(
            Message(
                id=note_id, contact_id=contact_id, direction="internal", kind="note", text="x", at=1
            )
        )
        session.add(
            Attachment(
                id=file_id,
                contact_id=contact_id,
                message_id=note_id,
                sha256=chat_office.office.files.keep(picture()),
                size=1,
                media_type="image/png",
            )
        )
    assert visitor.get(f"files/{file_id}").status_code == 404


def test_only_the_hash_of_a_token_is_kept(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    row = chat_office.only(VisitorRow)
    assert row.token_hash == digest(visitor.token)
    assert visitor.token not in repr(vars(row))


def test_a_visit_goes_on_where_it_was(chat_office: OpenOffice, visitor: Visitor) -> None:
    first = visitor.begin()
    visitor.write("Hallo")
    chat_office.clock.ahead(hours=500)
    again = Visitor(chat_office, token=visitor.token)
    assert again.begin()["visitor"] == first["visitor"]
    again.read()
    assert again.texts == ["Hallo"]
    # A token nobody knows begins anew.
    stranger = Visitor(chat_office, token="made up")
    assert stranger.begin()["token"] != "made up"
    assert stranger.read() == []


def test_the_shop_says_who_it_is(chat_office: OpenOffice, visitor: Visitor) -> None:
    known = Keys().customer("K-1001")
    with chat_office.database.write() as session:
        session.add(Customer(id=known, name="Anouk Bakker"))
        session.add(
            Identity(id=new_id(), customer_id=known, channel="email", address="anouk@example.nl")
        )
    token = customer_token(chat_office.clock, "K-1001", name="Anouk", email="anouk@example.nl")
    begun = visitor.begin(customer_token=token)
    assert begun["recognised"]
    visitor.write("Waar blijft mijn pakket?")
    chat_office.work()
    body = chat_office.only(Arrival).body
    assert known.encode() in body
    row = chat_office.only(VisitorRow)
    assert (row.customer_ref, row.name, row.customer_mail) == (
        "K-1001",
        "Anouk",
        "anouk@example.nl",
    )


@pytest.mark.parametrize("wrong", ["expired", "forged", "unsigned", "nobody", "endless", "noise"])
def test_what_the_shop_did_not_sign_is_not_believed(
    chat_office: OpenOffice, visitor: Visitor, wrong: str
) -> None:
    good = customer_token(chat_office.clock, "K-1001")
    until = chat_office.clock() // 1000 + 600
    tokens = {
        "expired": customer_token(chat_office.clock, "K-1001", seconds=0),
        "forged": jwt.encode({"sub": "K-1", "exp": until}, "x" * 40, algorithm="HS256"),
        "unsigned": jwt.encode({"sub": "K-1", "exp": until}, "", algorithm="none"),
        "nobody": customer_token(chat_office.clock, " "),
        "endless": jwt.encode({"sub": "K-1"}, TOKEN_SECRET, algorithm="HS256"),
        "noise": good[:-4] + "\x00é",
    }
    assert not visitor.begin(customer_token=tokens[wrong])["recognised"]
    assert chat_office.only(VisitorRow).customer_ref == ""


def test_another_customer_on_the_same_computer_begins_anew(
    chat_office: OpenOffice, visitor: Visitor
) -> None:
    visitor.begin(customer_token=customer_token(chat_office.clock, "K-1"))
    visitor.write("Van mij alleen")
    visitor.begin(customer_token=customer_token(chat_office.clock, "K-2"))
    visitor.read()
    assert visitor.texts == []


def test_a_visit_that_ended_opens_nothing(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    visitor.write("Hallo")
    assert visitor.post("visits/end", {}).status_code == 204
    assert visitor.get("messages").status_code == 401
    assert visitor.write("Nog iets").status_code == 401
    assert visitor.post("visits/end", {}).status_code == 401
    before = visitor.token
    visitor.cursor = ""
    visitor.begin()
    assert visitor.token != before
    visitor.said.clear()
    visitor.read()
    assert visitor.texts == []
    assert len(chat_office.rows(Message)) == 1


def test_a_visit_that_ends_while_its_stream_begins_tells_nothing(
    chat_office: OpenOffice, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.begin()
    visitor.write("Hallo")
    streams = chat_office.office.visits

    def check(visitor_id: str) -> None:
        end(chat_office.database, visitor.token)

    monkeypatch.setattr(streams, "check", check)
    answer = visitor.get("stream")  # was let in, and ends at once
    assert (answer.status_code, answer.text) == (200, "")


def test_processes_share_what_somebody_may_ask() -> None:
    moments = [0]
    one = Allowance(burst=20, each_second=1, clock=lambda: moments[0], processes=4)
    assert [one.wait("a") for _ in range(5)] == [0.0] * 5
    assert one.wait("a") == 4.0
    moments[0] += 4_000
    assert one.wait("a") == 0.0
    few = Allowance(burst=4, each_second=1, clock=lambda: moments[0], processes=4)
    assert [few.wait("a") for _ in range(4)] == [0.0] * 4


def test_the_page_and_the_product_come_along(chat_office: OpenOffice, visitor: Visitor) -> None:
    with chat_office.database.write() as session:
        team = session.query(Team).one()
        kind = ProductType(id=new_id(), name_en="TV", name_nl="Tv", team_id=team.id)
        product = Product(id=new_id(), product_type_id=kind.id, code="LUM", name="Lumea")
        variant = Variant(id=new_id(), product_id=product.id, sku="LUM-55", name="55 inch")
        session.add_all([kind, product, variant])
    visitor.begin()
    page = {"link": f"{SHOP}/lumea?kleur=zwart", "title": "Lumea 55"}
    visitor.write("Hallo", page=page, product="LUM-55")
    assert chat_office.only(Contact).variant_id == variant.id
    assert chat_office.only(Message).facts["page"] == page


def test_a_link_to_elsewhere_is_not_passed_on(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    visitor.write("Hallo", page={"link": "https://evil.example.com/", "title": "Lumea"})
    assert chat_office.only(Message).facts["page"] == {"link": "", "title": "Lumea"}


def test_pages_of_others_are_not_let_in(chat_office: OpenOffice, visitor: Visitor) -> None:
    client = chat_office.client
    ask = {"Access-Control-Request-Method": "POST"}
    asked = client.options("/v1/chat/messages", headers=ask | {"Origin": SHOP})
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == SHOP
    for elsewhere in ("https://evil.example.com", "null", "http://[", f"{SHOP}.example.com"):
        refused = client.get("/v1/chat/config", headers={"Origin": elsewhere})
        assert refused.status_code == 403
        assert "access-control-allow-origin" not in refused.headers
    # A refusal, too, can be read by the shop's own page.
    refused = client.get("/v1/chat/messages", headers={"Origin": SHOP})
    assert refused.status_code == 401
    assert refused.headers["access-control-allow-origin"] == SHOP


def test_who_asks_too_often_waits(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    statuses = [visitor.write(f"{number}").status_code for number in range(25)]
    assert statuses == [202] * 20 + [429] * 5
    refused = visitor.write("nog een")
    assert refused.headers["retry-after"] == "1"
    chat_office.clock.ahead(seconds=1)
    assert visitor.write("en nu").status_code == 202


def test_without_a_table_the_door_is_closed(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    for path in ("/chat.js", "/v1/chat/config", "/v1/chat/messages"):
        assert open_office.client.get(path).status_code == 404
    assert open_office.client.get("/v1/chat/config", headers={"Origin": SHOP}).status_code == 403


def test_the_script_is_small_and_kept(chat_office: OpenOffice) -> None:
    found = chat_office.client.get("/chat.js")
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("text/javascript")
    assert len(found.content) < 30_000
    again = chat_office.client.get("/chat.js", headers={"If-None-Match": found.headers["etag"]})
    assert again.status_code == 304


def test_half_a_character_comes_back_as_it_was(chat_office: OpenOffice, visitor: Visitor) -> None:
    visitor.begin()
    text = "half \\ud83d and nul \\u0000"
    body = f'{{"id": "{new_id()}", "text": "{text}"}}'
    written = chat_office.client.post(
        "/v1/chat/messages",
        content=body,
        headers=visitor.headers | {"Content-Type": "application/json"},
    )
    assert written.status_code == 202, written.text
    chat_office.take()
    visitor.read()
    assert [ascii(one) for one in visitor.texts] == ["'half \\ud83d and nul \\x00'"]


def test_typing_is_for_those_who_have_the_contact(
    chat_office: OpenOffice, visitor: Visitor
) -> None:
    heard: list[Any] = []
    chat_office.office.signals.listen(heard.append)
    visitor.begin()
    assert visitor.post("typing").status_code == 204  # there is no contact yet
    visitor.write("Hallo")
    assert visitor.post("typing").status_code == 204
    contact = chat_office.only(Contact)
    (signal,) = heard
    assert (signal.contact_id, signal.who, signal.kind) == (contact.id, "customer", "typing")
    assert signal.audiences == (contact.team_id,)


def test_an_agent_types_to_the_visitor(chat_office: OpenOffice, visitor: Visitor) -> None:
    heard: list[Any] = []
    chat_office.office.signals.listen(heard.append)
    visitor.begin()
    visitor.write("Hallo")
    contact = chat_office.only(Contact)
    path = f"/v1/contacts/{contact.id}/signal"
    headers = chat_office.sign_in("sanne")
    told = chat_office.client.post(path, json={"kind": "typing"}, headers=headers)
    assert told.status_code == 204
    assert (heard[0].visitor, heard[0].name, heard[0].kind) == (contact.thread, "Sanne", "typing")
    hire(chat_office.database, "daan", team="Laptops")
    other = chat_office.sign_in("daan")
    assert chat_office.client.post(path, json={"kind": "typing"}, headers=other).status_code == 404
    assert (
        chat_office.client.post(path, json={"kind": "shouting"}, headers=headers).status_code == 422
    )


def test_a_browser_that_never_came_back_is_forgotten(
    chat_office: OpenOffice, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.write("Hallo")
    chat_office.clock.ahead(hours=399 * 24)
    chat_office.work()
    assert chat_office.rows(VisitorRow)
    chat_office.clock.ahead(hours=2 * 24)
    chat_office.work()
    assert chat_office.rows(VisitorRow) == []
    assert chat_office.only(Message).text == "Hallo"
    assert visitor.get("messages").status_code == 401
