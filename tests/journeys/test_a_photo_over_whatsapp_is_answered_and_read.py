"""Anna sends a photo over WhatsApp and Sanne answers it: through a real office, and a pretended
Cloud API that speaks HTTP and signs its webhooks."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.channels.whatsapp.webhooks import whatsapp
from tests.running import OpenOffice
from tests.scripted import answer, message, office_with
from workstation.channels.console.channel import Console
from workstation.channels.port import (
    Channel,
)
from workstation.models import (
    CHANNELS,
    Attachment,
    Contact,
    Customer,
    Identity,
    Line,
    Message,
)
from workstation.rules.failures import sentence
from workstation.server.store.database import Database
from workstation.simulator.graph import GraphFake

NUMBER = "31651234567"
USER = "NL.4471982650013"
DOOR = "/v1/channels/whatsapp/inbound"
PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJg"
    "gg=="
)


@dataclass
class Shop:
    """An office that is open on WhatsApp, with Sanne at a desk, and Anna's telephone."""

    office: OpenOffice
    fake: GraphFake
    desk: dict[str, str]

    def carry(self) -> list[int]:
        """Deliver every webhook that is waiting, and do what there is to do."""
        answers = self.fake.courier.deliver_all()
        self.office.work()
        return answers

    @property
    def contact(self) -> Contact:
        return self.office.only(Contact)

    def says(self, text: str, **given: Any) -> str:
        """Sanne answers; what that leads to has happened."""
        message_id = answer(self.office, self.desk, self.contact.id, text, **given)
        self.office.work()
        return message_id

    def state(self, message_id: str) -> tuple[str, str]:
        found = message(self.office, message_id)
        return found.delivery, found.failure


@contextmanager
def open_shop(database: Database, folder: Path) -> Iterator[Shop]:
    fake = GraphFake()
    fake.start(webhooks=False)
    slots: dict[str, Channel] = dict.fromkeys(CHANNELS, Console(folder / "console"))
    slots["whatsapp"] = whatsapp(fake)
    try:
        with office_with(slots, database, folder) as office:
            fake.clock = office.clock
            fake.whatsapp_sending = type(fake.whatsapp_sending)(
                fake.media, fake.templates, office.clock
            )

            def post(body: bytes, headers: Any) -> int:
                return office.client.post(DOOR, content=body, headers=dict(headers)).status_code

            fake.call_back("whatsapp", post)
            yield Shop(office, fake, office.sign_in("sanne"))
    finally:
        fake.stop()


@pytest.fixture
def shop(database: Database, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(database, tmp_path) as found:
        yield found


def test_a_photo_is_shown_answered_delivered_and_read(shop: Shop) -> None:
    shop.fake.whatsapp.names[NUMBER] = "Anna Bakker"
    shop.fake.whatsapp.send_file(NUMBER, PHOTO, "image/png", caption="It flickers here")
    assert shop.carry() == [200]
    photo = shop.office.only(Attachment)
    assert (photo.state, photo.media_type, photo.width) == ("ready", "image/png", 1)
    assert shop.office.only(Message).text == "It flickers here"
    assert shop.office.only(Customer).name == "Anna Bakker"

    reply_id = shop.says("Does another cable help?")
    (sent,) = shop.fake.sent
    assert (sent.to, sent.text) == (NUMBER, "Does another cable help?")
    assert shop.state(reply_id)[0] == "sent"
    shop.carry()
    assert shop.state(reply_id)[0] == "read"


def test_states_that_overtake_one_another_or_come_twice_end_the_same(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "Hello")
    shop.carry()
    reply_id = shop.says("Good morning")
    told = shop.fake.courier.bodies[-3:]
    shop.fake.courier.deliver_all()
    for body in [*reversed(told), *told]:
        shop.office.client.post(DOOR, content=body, headers=shop.fake.courier.sign(body))
    shop.office.work()
    assert shop.state(reply_id)[0] == "read"


def test_what_is_not_signed_is_not_taken_in(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "Hello")
    body = shop.fake.courier.bodies[0]
    for headers in ({}, {"X-Hub-Signature-256": "sha256=" + "0" * 64}):
        assert shop.office.client.post(DOOR, content=body, headers=headers).status_code == 403
    assert shop.office.rows(Message) == []


def test_the_webhook_is_entered_with_the_verify_token(shop: Shop) -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "115820"}
    known = query | {"hub.verify_token": shop.fake.accounts.verify_token}
    assert shop.office.client.get(DOOR, params=known).text == "115820"
    wrong = query | {"hub.verify_token": "another"}
    assert shop.office.client.get(DOOR, params=wrong).status_code == 403


def test_a_failure_says_why_and_a_retry_really_sends_again(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "Hello")
    shop.carry()
    shop.fake.trouble.fail_delivery_next(code=131026)
    reply_id = shop.says("Good morning")
    shop.carry()
    state, failure = shop.state(reply_id)
    assert (state, failure) == ("failed", "whatsapp.131026")
    assert "another way" in sentence(failure, "en")

    shop.office.clock.ahead(seconds=60)
    decision = shop.office.act(
        shop.desk, "retry_delivery", contact_id=shop.contact.id, message_id=reply_id
    )
    assert decision["outcome"] == "accepted"
    shop.office.work()
    assert [one.text for one in shop.fake.sent] == ["Good morning", "Good morning"]
    shop.carry()
    assert shop.state(reply_id) == ("read", "")


def test_a_refusal_says_why_at_once(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "Hello")
    shop.carry()
    shop.fake.trouble.fail_next(code=131047)
    assert shop.state(shop.says("Good morning")) == ("failed", "whatsapp.131047")


def test_a_lost_answer_is_uncertain_until_whatsapp_tells_of_it(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "Hello")
    shop.carry()
    shop.fake.trouble.lose_next()
    reply_id = shop.says("Good morning")
    assert shop.state(reply_id)[0] == "uncertain"
    shop.carry()
    assert shop.state(reply_id)[0] == "read"
    assert len(shop.fake.sent) == 1


def test_after_a_day_a_template_goes_out_and_nothing_else(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "Hello")
    shop.carry()
    shop.office.clock.ahead(hours=25)
    shop.desk = shop.office.sign_in("sanne")
    given = {"contact_id": shop.contact.id, "text": "Hello again", "written_at": 1}
    assert shop.office.act(shop.desk, "reply", **given)["refusal"]["code"] == "window_closed"
    shop.office.work()
    template = {"name": "go_on", "language": "nl", "parameters": ["Anna"]}
    reply_id = shop.says("", template=template)
    (sent,) = shop.fake.sent
    assert sent.kind == "template"
    assert message(shop.office, reply_id).text.startswith(sent.text)


def test_what_anna_takes_back_changes_or_likes_is_seen(shop: Shop) -> None:
    first = shop.fake.whatsapp.write(NUMBER, "It flickrs")
    second = shop.fake.whatsapp.write(NUMBER, "Never mind")
    shop.carry()
    reply_id = shop.says("Which model?")
    shop.fake.whatsapp.edit(NUMBER, first, "It flickers")
    shop.fake.whatsapp.delete(NUMBER, second)
    shop.fake.whatsapp.react(NUMBER, shop.fake.sent[0].id, "👍")
    shop.carry()
    found = {one.id: one for one in shop.office.rows(Message)}
    texts = [one.text for one in found.values() if one.direction == "inbound"]
    assert sorted(texts) == ["", "It flickers"]
    (reaction,) = found[reply_id].facts["reactions"].values()
    assert reaction["emoji"] == "👍"


def test_the_desks_hear_when_the_account_is_closed_and_open_again(shop: Shop) -> None:
    def line() -> str:
        return next(one.state for one in shop.office.rows(Line) if one.channel == "whatsapp")

    shop.fake.whatsapp.account_news("account_update", {"event": "ACCOUNT_DELETED"})
    shop.carry()
    assert line() == "down"
    shop.fake.whatsapp.account_news("account_update", {"event": "ACCOUNT_RECONNECTED"})
    shop.fake.whatsapp.account_news("phone_number_quality_update", {"event": "FLAGGED"})
    shop.carry()
    assert line() == "open"


def test_several_files_go_as_several_messages_and_are_one_on_the_desk(shop: Shop) -> None:
    for name in (b"left", b"right"):
        shop.fake.whatsapp.send_file(NUMBER, PHOTO + name, "image/png")
    shop.carry()
    files = [
        {
            "sha256": photo.sha256,
            "size": photo.size,
            "media_type": photo.media_type,
            "name": "tv.png",
        }
        for photo in shop.office.rows(Attachment)
    ]
    reply_id = shop.says("These two?", files=files)
    assert [(one.kind, one.text) for one in shop.fake.sent] == [
        ("image", "These two?"),
        ("image", ""),
    ]
    shop.fake.whatsapp.write(NUMBER, "The left one", reply_to=shop.fake.sent[-1].id)
    shop.carry()
    assert shop.state(reply_id)[0] == "read"
    said = next(one for one in shop.office.rows(Message) if one.text == "The left one")
    assert said.reply_to_id == reply_id


def test_anna_stays_anna_when_whatsapp_begins_to_show_user_ids(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "One")
    shop.carry()
    shop.fake.whatsapp.write(NUMBER, "Two", user_id=USER)
    shop.carry()
    shop.fake.whatsapp.write("", "Three", user_id=USER)
    shop.carry()
    customer = shop.office.only(Customer)
    mine = {(one.channel, one.address) for one in shop.office.rows(Identity)}
    assert mine >= {("whatsapp", f"+{NUMBER}"), ("whatsapp", USER)}
    assert {one.customer_id for one in shop.office.rows(Identity)} == {customer.id}
    assert {one.customer_id for one in shop.office.rows(Contact)} == {customer.id}


def test_it_makes_no_difference_which_of_them_is_read_first(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "Two", user_id=USER)
    shop.fake.whatsapp.write(NUMBER, "One")
    shop.carry()
    shop.office.only(Customer)
    assert {one.text for one in shop.office.rows(Message)} == {"One", "Two"}
    shop.office.only(Contact)


def test_who_takes_over_a_number_is_somebody_else(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "It is Anna", user_id=USER)
    shop.carry()
    shop.fake.whatsapp.write(NUMBER, "It is Bram", user_id="NL.900")
    shop.carry()
    owners = {one.address: one.customer_id for one in shop.office.rows(Identity)}
    assert owners[USER] != owners["NL.900"]


def test_anna_stays_anna_when_her_number_changes(shop: Shop) -> None:
    shop.fake.whatsapp.write(NUMBER, "One")
    shop.carry()
    shop.fake.whatsapp.change_number(NUMBER, "31651234599")
    shop.carry()
    shop.fake.whatsapp.write("31651234599", "Two")
    shop.carry()
    shop.office.only(Customer)
    reply_id = shop.says("Hello Anna")
    assert shop.fake.sent[0].to == "31651234599"
    assert shop.state(reply_id)[0] == "sent"
