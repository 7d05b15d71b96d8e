"""With a configuration, what it does not open is closed: nobody answers by it, and is told so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.running import Clock, OpenOffice, hire, settings_for
from workstation.channels import open_channels
from workstation.models import Contact, Customer, Line, new_id
from workstation.rules.failures import sentence
from workstation.server.app import create_app
from workstation.server.office import Office
from workstation.server.store.database import Database

MAIL = '[email]\naddress = "help@example.nl"\nname = "Shop"\nsecret = "sixteen letters and more"\n'


def opened(database: Database, folder: Path, table: str) -> Iterator[OpenOffice]:
    file = folder / "channels.toml"
    file.write_text(table, encoding="utf-8")
    clock = Clock()
    app = create_app(settings_for(database, folder, job_threads=0, channels=str(file)), clock=clock)
    with TestClient(app) as client:
        office = app.state.office
        assert isinstance(office, Office)
        yield OpenOffice(client, office, clock)


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Iterator[OpenOffice]:
    yield from opened(database, tmp_path, MAIL)


def test_nobody_replies_by_what_is_closed(office: OpenOffice) -> None:
    _, team = hire(office.database, "sanne")
    lines = {line.channel: line for line in office.rows(Line)}
    assert (lines["email"].state, lines["email"].provider) == ("open", "email")
    assert (lines["whatsapp"].state, lines["whatsapp"].provider) == ("closed", "closed")
    assert sentence(lines["whatsapp"].reason, "nl").startswith("Dit kanaal is niet ingesteld")
    now = office.clock()
    contact = Contact(
        id=new_id(), channel="whatsapp", thread="t", customer_id=new_id(), team_id=team,
        state="open", opened_at=now, last_at=now, last_side="customer",
    )  # fmt: skip
    with office.database.write() as session:
        session.add_all([Customer(id=contact.customer_id, name="A. Bakker"), contact])
    headers = office.sign_in("sanne")
    data = {"contact_id": contact.id, "text": "Hello", "written_at": now}
    decision = office.act(headers, "reply", **data)
    assert decision["refusal"]["code"] == "channel_closed"
    decision = office.act(headers, "call_back", contact_id=contact.id, number="+31201234567")
    assert decision["refusal"]["code"] == "channel_closed"
    answer = office.client.post("/v1/channels/whatsapp/inbound", content=b"{}")
    assert answer.status_code in (401, 403, 404)


def test_the_console_plays_them_where_it_is_configured(tmp_path: Path) -> None:
    mail = {"address": "help@example.nl", "name": "Shop", "secret": "sixteen letters and more"}
    found = open_channels(tmp_path, {"console": {}, "email": mail})
    assert {name: one.name for name, one in found.items()} == {
        "console": "console",
        "chat": "console",
        "email": "email",
        "instagram": "console",
        "messenger": "console",
        "phone": "console",
        "whatsapp": "console",
    }
    assert {one.name for one in open_channels(tmp_path).values()} == {"console"}
    assert {one.name for one in open_channels(tmp_path, {}).values()} == {"closed"}
