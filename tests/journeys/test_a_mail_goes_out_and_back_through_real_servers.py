"""Anna mails the shop and Sanne answers: through a server process of ours, Dovecot over TLS, and an
SMTP server. Everything stays on one contact, and once."""

from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import select

from tests.mail_world import MailWorld
from tests.running import RunningServer, StartServer, hire, wait_until
from workstation.models import (
    Attachment,
    Base,
    Contact,
    Customer,
    Identity,
    Line,
    Message,
    new_id,
)
from workstation.models.office import Arrival
from workstation.server.store.database import Database
from workstation.simulator.mail.letters import bounce, letter

ANNA = "anna.bakker@example.org"
Row = TypeVar("Row", bound=Base)


class Shop:
    """The office, with Sanne at her desk."""

    def __init__(self, server: RunningServer, mail: MailWorld) -> None:
        self.server = server
        self.mail = mail
        self._desk = server.sign_in("sanne")

    def rows(self, model: type[Row]) -> list[Row]:
        with self.server.database.read() as session:
            return list(session.scalars(select(model)))

    def messages(self, direction: str) -> list[Message]:
        found = [one for one in self.rows(Message) if one.direction == direction]
        return sorted(found, key=lambda one: (one.at, one.id))

    def wait_for(self, model: type[Base], count: int) -> None:
        self.until(lambda: len(self.rows(model)) >= count)

    def until(self, true: Any) -> None:
        wait_until(true, 60, self.server.read_log)

    def says(self, contact: Contact, text: str) -> str:
        message_id = new_id()
        data = {"contact_id": contact.id, "message_id": message_id, "text": text, "written_at": 1}
        batch = {"actions": [{"id": new_id(), "kind": "reply", "data": data}]}
        status, answer = self.server.request("POST", "/v1/actions", batch, self._desk)
        assert status == 200
        assert answer["decisions"][0]["outcome"] == "accepted", answer
        return message_id

    def delivery(self, message_id: str) -> tuple[str, str]:
        (found,) = [one for one in self.rows(Message) if one.id == message_id]
        return found.delivery, found.failure


@pytest.fixture
def shop(
    start_server: StartServer, database: Database, mail_world: MailWorld, tmp_path: Path
) -> Shop:
    path = tmp_path / "channels.toml"
    path.write_text(mail_world.configuration(), encoding="utf-8")
    hire(database, "sanne")
    return Shop(start_server(channels=str(path)), mail_world)


def test_a_conversation_by_mail_stays_together(shop: Shop) -> None:
    shop.mail.customer_sends(ANNA, "Mijn tv flikkert.", subject="Televisie", name="Anna Bakker")
    shop.wait_for(Contact, 1)
    (contact,) = shop.rows(Contact)
    assert contact.subject == "Televisie"
    assert [one.name for one in shop.rows(Customer)] == ["Anna Bakker"]

    first = shop.says(contact, "Welk model is het?")
    shop.until(lambda: shop.mail.sent)
    shop.until(lambda: shop.delivery(first)[0] == "sent")
    (sent,) = shop.mail.sent
    assert sent.recipient == ANNA
    assert sent.mail["Subject"] == "Re: Televisie"
    assert "> Mijn tv flikkert." in sent.text
    assert "Sanne" in sent.text

    # An answer as mail programs write it; and one that lost every header but where it goes.
    shop.mail.customer_sends(ANNA, "Een 55 inch.", answers=sent)
    shop.until(lambda: len(shop.messages("inbound")) == 2)
    bare = letter(sender=ANNA, to=str(sent.mail["Reply-To"]), text="Uit 2024.", subject="tv")
    to = sent.mail["Reply-To"].addresses[0].addr_spec
    shop.mail.carry(bare, sender=ANNA, to=to)
    shop.until(lambda: len(shop.messages("inbound")) == 3)

    assert len(shop.rows(Contact)) == 1
    assert len(shop.rows(Customer)) == 1
    texts = [one.text[: one.facts.get("folded")].strip() for one in shop.messages("inbound")]
    assert texts == ["Mijn tv flikkert.", "Een 55 inch.", "Uit 2024."]
    shop.until(lambda: shop.delivery(first)[0] == "delivered")

    second = shop.says(contact, "Dank je.")
    shop.until(lambda: shop.delivery(second)[0] == "sent")
    references = str(shop.mail.sent[1].mail["References"]).split()
    assert references[0] == str(sent.mail["References"]).split()[0]
    assert str(sent.mail["Message-ID"]) in references


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_goes_wrong_is_said_where_it_went_wrong(shop: Shop) -> None:
    world = shop.mail
    people = [f"{name}@example.org" for name in ("back", "refused", "silent")]
    world.knobs.refused.add(people[1])
    world.knobs.silent.add(people[2])
    for person in people:
        world.customer_sends(person, f"Hoi, ik ben {person}")
    shop.wait_for(Contact, 3)
    by_thread = {one.address: one.customer_id for one in shop.rows(Identity)}
    contacts = {one.customer_id: one for one in shop.rows(Contact)}
    ids = [shop.says(contacts[by_thread[person]], "Dag!") for person in people]

    # One comes back, as a mail; one is refused at once; one is taken without a word.
    shop.until(lambda: shop.delivery(ids[0])[0] == "sent")
    world.deliver(bounce(next(one for one in world.sent if one.recipient == people[0])))
    shop.until(lambda: shop.delivery(ids[0]) == ("failed", "email.unknown_address"))
    shop.until(lambda: shop.delivery(ids[1]) == ("failed", "email.unknown_address"))
    shop.until(lambda: shop.delivery(ids[2])[0] == "uncertain")
    assert [one.recipient for one in world.sent].count(people[1]) == 0

    # Whoever answers has it: what was uncertain is settled.
    taken = next(one for one in world.sent if one.recipient == people[2])
    world.customer_sends(people[2], "Dank!", answers=taken)
    shop.until(lambda: shop.delivery(ids[2])[0] == "delivered")
    assert len(shop.rows(Contact)) == 3
    assert len(shop.messages("inbound")) == 4


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_strange_mail_holds_up_no_other(shop: Shop) -> None:
    shop.mail.customer_sends(ANNA, "Voor")
    shop.mail.deliver(b"no mail at all\r\n\r\nreally")
    shop.mail.deliver(
        b"From: B <b@example.org>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\nstuk"
    )
    shop.mail.customer_sends(ANNA, "Na", subject="Anders")
    shop.until(lambda: len(shop.messages("inbound")) == 3)
    assert {one.text for one in shop.messages("inbound")} == {"Voor", "stuk", "Na"}
    assert [one.role for one in shop.rows(Attachment)] == ["original"]
    (kept,) = [one for one in shop.rows(Arrival) if one.state == "failed"]
    assert kept.error == "arrival.no_sender"
    shop.until(lambda: [one.state for one in shop.rows(Line) if one.channel == "email"] == ["open"])
