"""A conversation over WhatsApp ends the same whichever of its webhooks comes first, or twice."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.channels.whatsapp import webhooks
from tests.channels.whatsapp.webhooks import AT, change, message, status
from tests.running import OpenOffice
from tests.scripted import answer, office_with
from workstation.channels.console.channel import Console
from workstation.channels.port import (
    Channel,
    signature,
)
from workstation.models import (
    CHANNELS,
    Attachment,
    Contact,
    Customer,
    Identity,
    Message,
)
from workstation.server.store.database import Database
from workstation.simulator.graph import GraphFake

DOOR = "/v1/channels/whatsapp/inbound"
ORDERS = 8


@pytest.fixture
def fake() -> Iterator[GraphFake]:
    found = GraphFake()
    found.start(webhooks=False)
    yield found
    found.stop()


@pytest.fixture
def office(fake: GraphFake, database: Database, tmp_path: Path) -> Iterator[OpenOffice]:
    slots: dict[str, Channel] = dict.fromkeys(CHANNELS, Console(tmp_path / "console"))
    slots["whatsapp"] = webhooks.whatsapp(fake)
    with office_with(slots, database, tmp_path) as found:
        yield found


class Talk:
    """Anna's conversation, from a number of its own. Halfway WhatsApp begins to show user ids."""

    def __init__(self, number: int) -> None:
        self.number = f"3165123{number:04}"
        self.user = f"NL.{number:06}"

    def say(
        self, place: int, kind: str, content: Any, *, user: bool = True, **beside: Any
    ) -> bytes:
        contact = {"profile": {"name": "Anna Bakker"}, "wa_id": self.number}
        known = contact | ({"user_id": self.user} if user else {})
        found = message(kind, content, id=self.name(place), timestamp=str(AT + place), **beside)
        found["from"] = self.number
        return webhooks.body(change("messages", contacts=[known], messages=[found]))

    def name(self, place: int) -> str:
        return f"wamid.{self.number}.{place}"

    def of_ours(self, place: int, state: str, identifier: str) -> bytes:
        news = status(state, id=identifier, timestamp=str(AT + place), recipient_id=self.number)
        return webhooks.body(change("messages", statuses=[news]))

    def bodies(self, ours: str) -> list[bytes]:
        """What is posted once we have sent `ours`."""
        edit = {"type": "text", "text": {"body": "It flickers on the left"}}
        again = {"type": "text", "text": {"body": "It flickers on the right"}}
        return [
            self.say(2, "text", {"body": "Never mind"}, user=False),
            self.say(3, "image", {"id": "9", "mime_type": "image/jpeg", "caption": "See"}),
            self.say(4, "text", {"body": "This one"}, context={"id": ours}),
            self.say(5, "edit", {"original_message_id": self.name(1), "message": edit}),
            self.say(6, "edit", {"original_message_id": self.name(1), "message": again}),
            self.say(7, "revoke", {"original_message_id": self.name(2)}),
            self.say(8, "reaction", {"message_id": ours, "emoji": "👍"}),
            self.say(9, "reaction", {"message_id": ours}),
            self.say(10, "reaction", {"message_id": self.name(3), "emoji": "😮"}),
            self.say(11, "button", {"text": "Yes"}, context={"id": self.name(4)}),
            self.of_ours(5, "sent", ours),
            self.of_ours(6, "delivered", ours),
            self.of_ours(7, "read", ours),
        ]


def post(office: OpenOffice, fake: GraphFake, body: bytes) -> None:
    signed = {"X-Hub-Signature-256": f"sha256={signature(fake.accounts.app_secret, body)}"}
    assert office.client.post(DOOR, content=body, headers=signed).status_code == 200


def what_became_of(office: OpenOffice, talk: Talk, ours: str) -> Any:
    """All that a desk can see of it, without ids."""

    def plain(given: str) -> str:
        for real, shown in ((ours, "OURS"), (talk.number, "NUMBER"), (talk.user, "USER")):
            given = given.replace(real, shown)
        return given

    (contact,) = (one for one in office.rows(Contact) if talk.number in one.thread)
    mine = [one for one in office.rows(Message) if one.contact_id == contact.id]
    names = {one.id: plain(one.origin or "") for one in mine}
    files = [one for one in office.rows(Attachment) if one.contact_id == contact.id]
    owners = {one.customer_id for one in office.rows(Identity) if talk.number in one.address}
    addresses = [one for one in office.rows(Identity) if one.customer_id == contact.customer_id]
    return {
        "contact": (contact.state, plain(contact.thread), contact.reply_until, contact.last_text),
        "customers": len(owners),
        "addresses": sorted((one.channel, plain(one.address)) for one in addresses),
        "messages": sorted(
            (
                names[one.id],
                one.direction,
                one.text,
                one.delivery,
                one.deleted_at or 0,
                one.edited_at or 0,
                plain(repr(sorted(one.facts.items()))),
                names.get(one.reply_to_id or "", ""),
                sum(file.message_id == one.id for file in files),
            )
            for one in mine
        ),
    }


def test_a_conversation_ends_the_same_in_any_order(office: OpenOffice, fake: GraphFake) -> None:
    desk = office.sign_in("sanne")
    found = []
    for number in range(ORDERS):
        talk = Talk(number)
        office.clock.now = AT * 1000 + 1500
        post(office, fake, talk.say(1, "text", {"body": "It flickers"}, user=False))
        office.take()
        (contact,) = (one for one in office.rows(Contact) if talk.number in one.thread)
        answer(office, desk, contact.id, "Which one?")
        office.work()
        office.clock.ahead(seconds=20)
        bodies = talk.bodies(fake.sent[-1].id)
        if number:  # the first one in order
            chance = random.Random(number)
            bodies += chance.sample(bodies, 4)
            chance.shuffle(bodies)
        for body in bodies:
            post(office, fake, body)
            if number % 2:
                office.take()  # one by one, or all in one batch
        office.take()
        found.append(what_became_of(office, talk, fake.sent[-1].id))
    assert found[0]["customers"] == 1
    assert len(office.rows(Customer)) == ORDERS
    for one in found[1:]:
        assert one == found[0]
