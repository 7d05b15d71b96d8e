"""Earlier conversations in an office: contacts, messages, strangers, teams, files and shares."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.shop.importing import Desk, counts
from tests.shop.test_importing_the_shop import CATALOGUE, CUSTOMERS, LINES, ORDERS
from workstation.models import (
    Agent,
    Attachment,
    Contact,
    Customer,
    Identity,
    Message,
    Product,
    ProductType,
    Promise,
    Reason,
    Share,
    Team,
    Variant,
    WrapUp,
    new_id,
)
from workstation.models.office import Blob
from workstation.server.store.database import Database
from workstation.shop.records import FileRefused

T0 = 1772359200000  # 2026-03-01T10:00:00Z


def said(who: str, minute: int, text: str, **more: Any) -> dict[str, Any]:
    return {"from": who, "at": f"2026-03-01T10:{minute:02}:00Z", "text": text, **more}


OPEN: dict[str, Any] = {
    "thread": "w1",
    "channel": "whatsapp",
    "customer": {"address": "+31 6 98765432", "name": "Cas"},
    "messages": [
        said("customer", 0, "Hello"),
        said("agent", 1, "Good morning", agent="noor"),
        said("customer", 2, "My lamp", id="wamid.2"),
        said("customer", 3, "flickers"),
    ],
}
DONE: dict[str, Any] = {
    "thread": "e1",
    "channel": "email",
    "customer": {"id": "17", "address": "Ans@example.nl", "name": "A"},
    "subject": "Lamp too bright",
    "language": "nl",
    "sku": "L-red",
    "order": "1001",
    "messages": [
        said("customer", 0, "Too bright"),
        said("note", 1, "see the return"),
        said("agent", 2, "Send it back"),
    ],
    "wrap_up": {
        "at": "2026-03-01T10:05:00Z",
        "kind": "complaint",
        "topic": "Not as expected",
        "note": "label sent",
    },
}


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    with database.write() as session:
        session.add(Team(id=new_id(), name_en="General", name_nl="Algemeen", position=1))
        session.add(Team(id=new_id(), name_en="Lights", name_nl="Licht", position=2))
        session.add(Agent(id=new_id(), login="noor", name="Noor", role="agent"))
        session.add(Promise(id=new_id(), channel="whatsapp", kind="next_reply", minutes=10))
    return Desk(database, tmp_path)


def test_an_open_conversation_of_a_stranger(desk: Desk) -> None:
    assert counts(desk.take("conversations", [OPEN])) == (1, 0, 0, 0)
    contact = desk.one(Contact, thread="w1")
    customer = desk.one(Customer, id=contact.customer_id)
    identity = desk.one(Identity, id=contact.identity_id)
    team = desk.one(Team, name_en="General")
    assert (customer.name, customer.provisional, customer.since) == ("Cas", True, T0)
    assert (identity.customer_id, identity.address) == (customer.id, "+31698765432")
    assert (contact.state, contact.team_id, contact.owner_id) == ("open", team.id, None)
    assert (contact.opened_at, contact.last_at) == (T0, T0 + 180_000)
    assert (contact.last_text, contact.last_side) == ("flickers", "customer")
    assert (contact.waiting_since, contact.due_at) == (T0 + 120_000, T0 + 720_000)
    assert contact.read_at is None
    messages = sorted(desk.all(Message), key=lambda message: message.at)
    assert [(m.direction, m.kind, m.text, m.delivery, m.origin) for m in messages] == [
        ("inbound", "text", "Hello", "", None),
        ("outbound", "text", "Good morning", "sent", None),
        ("inbound", "text", "My lamp", "", "whatsapp:wamid.2"),
        ("inbound", "text", "flickers", "", None),
    ]
    assert messages[1].author_id == desk.one(Agent, login="noor").id
    shares = {(share.root_kind, share.root_id, share.audience_id) for share in desk.all(Share)}
    assert shares == {
        ("contact", contact.id, team.id),
        ("customer", customer.id, team.id),
    }


def test_a_wrapped_up_conversation_of_a_known_customer(desk: Desk) -> None:
    for kind, content in {
        "catalogue": CATALOGUE,
        "customers": CUSTOMERS,
        "orders": ORDERS,
        "order-lines": LINES,
    }.items():
        desk.take(kind, content)
    lights = desk.one(Team, name_en="Lights")
    with desk.database.write() as session:
        kind_id = desk.one(ProductType, name_en="Lamps").id
        session.get_one(ProductType, kind_id).team_id = lights.id
    assert counts(desk.take("conversations", [DONE])) == (1, 0, 0, 0)

    contact = desk.one(Contact, thread="e1")
    assert contact.customer_id == desk.one(Customer, name="Ans").id
    assert contact.identity_id == desk.one(Identity, address="ans@example.nl").id
    assert contact.product_id == desk.one(Product, code="L").id
    assert contact.variant_id == desk.one(Variant, sku="L-red").id
    assert contact.order_id is not None
    assert (contact.team_id, contact.state) == (lights.id, "done")
    assert (contact.waiting_since, contact.due_at) == (None, None)
    assert (contact.closed_at, contact.read_at) == (T0 + 300_000, T0 + 120_000)
    (wrap_up,) = desk.all(WrapUp)
    reason = desk.one(Reason, id=wrap_up.reason_id)
    assert (reason.kind, reason.name_en, reason.active) == ("complaint", "Not as expected", False)
    agent = desk.one(Agent, id=wrap_up.agent_id)
    assert (agent.name, agent.active) == ("Import", False)
    assert (wrap_up.variant_id, wrap_up.note) == (contact.variant_id, "label sent")


def test_a_reason_that_the_office_has_is_found_in_both_languages(desk: Desk) -> None:
    reason = Reason(id=new_id(), kind="complaint", name_en="Too much", name_nl="Valt tegen")
    with desk.database.write() as session:
        session.add(reason)
    done = DONE | {"wrap_up": DONE["wrap_up"] | {"topic": "valt TEGEN", "agent": "Noor"}}
    desk.take("conversations", [done])
    (wrap_up,) = desk.all(WrapUp)
    assert wrap_up.reason_id == reason.id
    assert wrap_up.agent_id == desk.one(Agent, login="noor").id


def test_importing_twice_changes_nothing(desk: Desk) -> None:
    desk.take("conversations", [OPEN, DONE])
    before = desk.everything()
    assert counts(desk.again("conversations")) == (0, 0, 2, 0)
    assert desk.everything() == before


def test_what_people_did_since_stays(desk: Desk) -> None:
    desk.take("conversations", [OPEN])
    noor = desk.one(Agent, login="noor").id
    with desk.database.write() as session:
        contact = session.get_one(Contact, desk.one(Contact, thread="w1").id)
        contact.owner_id = noor
        contact.state = "done"
        contact.waiting_since = None
    before = desk.everything()
    assert counts(desk.again("conversations")) == (0, 0, 1, 0)
    assert desk.everything() == before


def test_a_conversation_that_went_on_is_caught_up_with(desk: Desk) -> None:
    desk.take("conversations", [OPEN])
    later = OPEN | {
        "messages": [
            *OPEN["messages"],
            said("agent", 20, "A new one is on its way", agent="noor"),
            said("customer", 21, "Thanks!"),
        ]
    }
    assert counts(desk.take("conversations", [later])) == (0, 1, 0, 0)
    contact = desk.one(Contact, thread="w1")
    assert (contact.last_text, contact.last_at) == ("Thanks!", T0 + 21 * 60_000)
    assert contact.waiting_since == T0 + 21 * 60_000
    assert contact.due_at == T0 + 31 * 60_000
    assert len(desk.all(Message)) == 6


def test_a_message_that_the_office_received_itself_does_not_come_twice(desk: Desk) -> None:
    with desk.database.write() as session:
        session.add(
            Message(
                id=new_id(),
                contact_id=new_id(),
                direction="inbound",
                kind="text",
                text="My lamp",
                at=T0,
                origin="whatsapp:wamid.2",
            )
        )
    desk.take("conversations", [OPEN])
    assert sorted(message.text for message in desk.all(Message)) == [
        "Good morning",
        "Hello",
        "My lamp",
        "flickers",
    ]


def test_a_customer_whose_key_is_not_known_yet_is_the_same_one_later(desk: Desk) -> None:
    desk.take("conversations", [DONE])
    early = desk.one(Contact, thread="e1").customer_id
    assert desk.one(Customer, id=early).provisional
    desk.take("customers", CUSTOMERS)
    customer = desk.one(Customer, name="Ans")
    assert (customer.id, customer.provisional) == (early, False)


def test_an_address_of_somebody_else_does_not_move(desk: Desk) -> None:
    desk.take("customers", CUSTOMERS)
    desk.take("conversations", [DONE | {"customer": {"id": "18", "address": "ans@example.nl"}}])
    contact = desk.one(Contact, thread="e1")
    assert contact.customer_id == desk.one(Customer, name="Bo").id
    assert contact.identity_id is None
    ans = desk.one(Customer, name="Ans").id
    assert desk.one(Identity, address="ans@example.nl").customer_id == ans


def test_a_team_can_be_named(desk: Desk) -> None:
    desk.take("conversations", [OPEN], team="licht")
    assert desk.one(Contact, thread="w1").team_id == desk.one(Team, name_en="Lights").id
    with pytest.raises(FileRefused, match=r"no team 'x'. There are: General, Lights"):
        desk.take("conversations", [DONE], team="x")


def test_an_office_without_teams_gets_one(database: Database, tmp_path: Path) -> None:
    desk = Desk(database, tmp_path)
    desk.take("conversations", [OPEN, DONE])
    (team,) = desk.all(Team)
    assert (team.name_en, team.name_nl) == ("Customer service", "Klantenservice")
    assert {contact.team_id for contact in desk.all(Contact)} == {team.id}


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 2)).save(out, "PNG")
    return out.getvalue()


def test_files_come_along_and_only_from_the_same_folder(desk: Desk) -> None:
    (desk.folder / "photos").mkdir()
    (desk.folder / "photos" / "a.png").write_bytes(_picture())
    (desk.folder.parent / f"{desk.folder.name}-secret.png").write_bytes(_picture())

    def with_file(thread: str, path: str, media_type: str = "image/png") -> dict[str, Any]:
        file = {"path": path, "media_type": media_type, "name": "a"}
        message = said("customer", 0, "", attachments=[file])
        return OPEN | {"thread": thread, "messages": [message]}

    done = desk.take(
        "conversations",
        [
            with_file("1", "photos/a.png"),
            with_file("2", f"../{desk.folder.name}-secret.png"),
            with_file("3", "/etc/hostname", "text/plain"),
            with_file("4", "photos/b.png"),
            with_file("5", "photos/a.png", "application/x-program"),
            with_file("6", "photos/a.png", "application/pdf"),
            with_file("7", "photos"),
        ],
    )
    assert counts(done) == (1, 0, 0, 6)
    (attachment,) = desk.all(Attachment)
    assert (attachment.name, attachment.media_type) == ("a", "image/png")
    assert (attachment.width, attachment.height, attachment.size) == (3, 2, len(_picture()))
    assert [blob.sha256 for blob in desk.all(Blob)] == [attachment.sha256]
    report = desk.rejected("conversations")
    assert report.count("lies outside the folder of this file") == 2
    assert "attachment photos/b.png: No such file" in report
    assert "Files of the type application/x-program are not accepted" in report
    assert "The content is not application/pdf" in report


def test_hostile_text_arrives_unharmed(desk: Desk) -> None:
    text = "NUL \x00, lone \ud800, \u202eright to left\u202c, zero\u200bwidth, 👩🏽‍🚀"
    desk.take("conversations", [OPEN | {"messages": [said("customer", 0, text)]}])
    from workstation.models.text import shown

    assert shown(desk.one(Message).text) == text
