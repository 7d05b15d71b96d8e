"""Messenger and Instagram through a real office: in, out, and what comes of it, each once."""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.channels.social import captures
from tests.running import Clock, OpenOffice, hire, settings_for
from workstation.models import Attachment, Contact, Customer, Identity, Message, new_id
from workstation.models.office import Arrival
from workstation.server.app import create_app
from workstation.server.store.database import Database
from workstation.simulator.graph import GraphFake, Product

ANNA = "6543217890123456"


@dataclass
class Shop:
    office: OpenOffice
    fake: GraphFake
    desk: dict[str, str]

    def hear(self) -> list[int]:
        """Let what the provider has to say come in, and do what follows from it."""
        statuses = self.fake.courier.deliver_all()
        self.office.work()
        return statuses

    def answer(self, text: str, **given: Any) -> str:
        """An agent answers the one contact, and it leaves. The message's id."""
        message_id = new_id()
        (contact,) = self.office.rows(Contact)
        decided = self.office.act(
            self.desk,
            "reply",
            contact_id=contact.id,
            message_id=message_id,
            text=text,
            written_at=self.office.clock(),
            **given,
        )
        assert decided["outcome"] == "accepted", decided
        self.office.work()
        return message_id

    def messages(self) -> list[Message]:
        """What was said, in order."""
        said = [one for one in self.office.rows(Message) if one.direction != "internal"]
        return sorted(said, key=lambda one: (one.at, one.id))

    def message(self, message_id: str) -> Message:
        return next(one for one in self.office.rows(Message) if one.id == message_id)


@pytest.fixture
def shop(database: Database, tmp_path: Path) -> Iterator[Shop]:
    clock = Clock()
    fake = GraphFake(clock=clock)
    fake.start(webhooks=False)
    configuration = tmp_path / "channels.toml"
    tables = [
        f"[{name}]\n" + "".join(f"{field} = {json.dumps(told)}\n" for field, told in table.items())
        for name, table in fake.configuration().items()
    ]
    configuration.write_text("".join(tables), encoding="utf-8")
    settings = settings_for(database, tmp_path, job_threads=0, channels=str(configuration))
    with TestClient(create_app(settings, clock=clock)) as client:
        office = OpenOffice(client, client.app.state.office, clock)  # type: ignore[attr-defined]

        def post_to(product: Product) -> None:
            def deliver(body: bytes, headers: Mapping[str, str]) -> int:
                where = f"/v1/channels/{product}/inbound"
                return client.post(where, content=body, headers=dict(headers)).status_code

            fake.call_back(product, deliver)

        post_to("messenger")
        post_to("instagram")
        hire(database, "sanne")
        yield Shop(office, fake, office.sign_in("sanne"))
    fake.stop()


@pytest.fixture(params=["messenger", "instagram"])
def product(request: pytest.FixtureRequest) -> Product:
    found: Product = request.param
    return found


def test_a_customer_is_answered_and_reads_it(shop: Shop, product: Product) -> None:
    shop.fake.customer_writes(product, ANNA, "It flickers.")
    assert shop.hear() == [200]
    answer = shop.answer("Another cable?")
    assert shop.message(answer).delivery == "sent"
    shop.office.clock.ahead(seconds=1)
    assert set(shop.hear()) == {200}
    question, reply = shop.messages()
    assert (question.text, question.direction) == ("It flickers.", "inbound")
    assert (reply.id, reply.delivery) == (answer, "read"), "its echo is not another message"
    assert [taken.text for taken in shop.fake.sent] == ["Another cable?"]


def test_what_is_unsent_is_gone(shop: Shop, product: Product) -> None:
    customers = shop.fake.instagram if product == "instagram" else shop.fake.messenger
    written = customers.write(ANNA, "My card number is ...")
    shop.hear()
    customers.unsend(ANNA, written)
    shop.hear()
    (message,) = shop.messages()
    assert message.text == ""
    assert message.deleted_at is not None


def test_what_was_written_elsewhere_is_shown_as_ours(shop: Shop, product: Product) -> None:
    customers = shop.fake.instagram if product == "instagram" else shop.fake.messenger
    customers.write(ANNA, "It flickers.")
    shop.hear()
    shop.office.clock.ahead(seconds=1)
    customers.written_elsewhere(ANNA, "Did you try another socket?")
    shop.hear()
    _, echo = shop.messages()
    assert (echo.direction, echo.delivery, echo.author_id) == ("outbound", "sent", None)
    assert "via" in echo.facts
    (contact,) = shop.office.rows(Contact)
    assert contact.waiting_since is None, "she was answered"


def test_an_echo_settles_an_answer_that_was_lost(shop: Shop, product: Product) -> None:
    shop.fake.customer_writes(product, ANNA, "It flickers.")
    shop.hear()
    shop.fake.trouble.lose_next()
    shop.fake.far = "sent"
    answer = shop.answer("Another cable?")
    assert shop.message(answer).delivery == "uncertain"
    shop.hear()
    assert shop.message(answer).delivery == "sent"
    assert len(shop.messages()) == 2
    assert len(shop.fake.sent) == 1


def test_a_text_in_pieces_is_one_message(shop: Shop) -> None:
    shop.fake.customer_writes("instagram", ANNA, "It flickers.")
    shop.hear()
    shop.office.clock.ahead(seconds=1)
    answer = shop.answer("😀" * 400)
    assert len(shop.fake.sent) == 2
    shop.hear()
    shop.office.clock.ahead(seconds=30)
    shop.office.work()
    assert [one.id for one in shop.messages()][1:] == [answer]
    assert shop.message(answer).delivery == "read"


def test_a_picture_comes_in_while_the_provider_has_it(shop: Shop, product: Product) -> None:
    customers = shop.fake.instagram if product == "instagram" else shop.fake.messenger
    gif = (
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    )
    gif += b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    customers.send_file(ANNA, gif, "image/gif", name="tv.gif")
    shop.hear()
    file = shop.office.only(Attachment)
    assert (file.state, file.media_type, file.width) == ("ready", "image/gif", 1)


def test_somebody_new_is_called_by_their_name(shop: Shop, product: Product) -> None:
    customers = shop.fake.instagram if product == "instagram" else shop.fake.messenger
    customers.names[ANNA] = "Anna Bakker"
    customers.write(ANNA, "Hi")
    shop.hear()
    assert shop.office.only(Identity).name == "Anna Bakker"
    assert shop.office.only(Customer).name == "Anna Bakker"


def test_who_does_not_say_is_called_by_the_end_of_their_address(shop: Shop) -> None:
    shop.fake.messenger.write(ANNA, "Hi")
    shop.hear()
    assert shop.office.only(Identity).name == ""
    assert shop.office.only(Customer).name == "Messenger …3456"


def test_what_cannot_be_read_waits_for_a_person_and_costs_nothing_else(shop: Shop) -> None:
    nobody = {"recipient": {"id": captures.PAGE}, "message": {"mid": "m_9", "text": "Who am I?"}}
    body = captures.body(nobody, captures.message(text="Hi"))
    headers = shop.fake.courier.sign(body)
    answer = shop.office.client.post(
        "/v1/channels/messenger/inbound", content=body, headers=headers
    )
    shop.office.work()
    assert answer.status_code == 200
    assert [one.text for one in shop.messages()] == ["Hi"]
    assert shop.office.only(Arrival).state == "failed"


def test_a_stranger_is_not_heard(shop: Shop, product: Product) -> None:
    body = captures.body(captures.message(text="Hi"))
    where = f"/v1/channels/{product}/inbound"
    for headers in ({}, {"X-Hub-Signature-256": "sha256=" + "0" * 64}):
        assert shop.office.client.post(where, content=body, headers=headers).status_code == 403
    assert shop.office.rows(Arrival) == []


def test_a_subscription_is_confirmed(shop: Shop, product: Product) -> None:
    where = f"/v1/channels/{product}/inbound"
    query = {"hub.mode": "subscribe", "hub.challenge": "42", "hub.verify_token": "the verify token"}
    answer = shop.office.client.get(where, params=query)
    assert (answer.status_code, answer.text) == (200, "42")
    wrong = shop.office.client.get(where, params=query | {"hub.verify_token": "another"})
    assert wrong.status_code == 403


@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_repetition_ends_the_same(shop: Shop, product: Product, seed: int) -> None:
    customers = shop.fake.instagram if product == "instagram" else shop.fake.messenger
    ends = []
    for person, shuffled in (("1001", False), ("1002", True)):
        for body in _conversation(customers, person, seed if shuffled else None):
            shop.fake.courier.send(body, shop.fake._callbacks[product])
        shop.hear()
        shop.office.clock.ahead(seconds=60)
        shop.office.work()
        ends.append(_end(shop, person))
    assert ends[0] == ends[1]
    assert len(ends[0]) == 4


def _conversation(customers: Any, person: str, seed: int | None) -> list[dict[str, Any]]:
    """A conversation's webhooks, in order, or shuffled with some of them twice."""
    at = customers._now()

    def said(offset: int, **event: Any) -> dict[str, Any]:
        told = {"sender": {"id": person}, "recipient": {"id": customers.ours}}
        told |= {"timestamp": at + offset} | event
        envelope: dict[str, Any] = customers.envelope(told)
        return envelope

    def mid(name: str) -> str:
        return f"m_{person}_{name}"

    ours = {"sender": {"id": customers.ours}, "recipient": {"id": person}}
    webhooks = [
        said(0, message={"mid": mid("a"), "text": "One"}),
        said(10, message={"mid": mid("b"), "text": "Two", "reply_to": {"mid": mid("a")}}),
        said(20, message_edit={"mid": mid("a"), "text": "One, better", "num_edit": 1}),
        said(30, message_edit={"mid": mid("a"), "text": "One, best", "num_edit": 2}),
        said(40, **ours, message={"mid": mid("c"), "is_echo": True, "text": "Hello"}),
        said(50, reaction={"mid": mid("c"), "action": "react", "emoji": "👍"}),
        said(60, reaction={"mid": mid("c"), "action": "react", "emoji": "❤"}),
        said(70, read={"watermark": at + 65, "mid": mid("c")}),
        said(80, message={"mid": mid("d"), "text": "Oops"}),
        said(90, message={"mid": mid("d"), "is_deleted": True}),
    ]
    if seed is not None:
        chance = random.Random(seed)
        webhooks += chance.sample(webhooks, 4)
        chance.shuffle(webhooks)
    return webhooks


def _end(shop: Shop, person: str) -> list[tuple[Any, ...]]:
    """What a person's contact looks like in the end, without what differs between people."""
    contacts = {one.id for one in shop.office.rows(Contact) if one.thread == person}
    assert len(contacts) == 1
    said = [one for one in shop.messages() if one.contact_id in contacts]
    names = {one.id: one.origin for one in said}
    return sorted(
        (
            str(one.origin).replace(person, "X"),
            one.direction,
            one.text,
            one.delivery,
            [told["emoji"] for told in one.facts.get("reactions", {}).values()],
            one.edited_at is not None,
            one.deleted_at is not None,
            str(names.get(one.reply_to_id or "")).replace(person, "X"),
        )
        for one in said
    )
