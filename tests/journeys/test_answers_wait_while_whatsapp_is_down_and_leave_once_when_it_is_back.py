"""WhatsApp cannot be reached, Sanne goes on answering, and even her office is killed. When WhatsApp
is back every answer leaves, once, and the line is open again."""

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from tests.running import RunningServer, StartServer, hire, wait_until
from workstation.models import Contact, Line, Message, new_id
from workstation.models.office import Job
from workstation.server.lines import line_id
from workstation.simulator.graph import GraphFake

CUSTOMERS = 6


def _line(server: RunningServer) -> tuple[str, str]:
    with server.database.read() as session:
        line = session.get_one(Line, line_id("whatsapp"))
        return line.state, line.reason


def _states(server: RunningServer) -> Counter[str]:
    with server.database.read() as session:
        return Counter(
            session.scalars(select(Message.delivery).where(Message.direction == "outbound"))
        )


def _sending(server: RunningServer) -> int:
    """How many are on their way: killed now, they would be uncertain."""
    with server.database.read() as session:
        return session.query(Job).filter_by(kind="deliver", state="running").count()


def _contacts(server: RunningServer) -> list[str]:
    with server.database.read() as session:
        return list(session.scalars(select(Contact.id).where(Contact.channel == "whatsapp")))


def _answer(server: RunningServer, contacts: list[str]) -> None:
    actions = [
        {
            "id": new_id(),
            "kind": "reply",
            "data": {
                "contact_id": contact_id,
                "message_id": new_id(),
                "text": f"Answer {number}",
                "written_at": 1,
            },
        }
        for number, contact_id in enumerate(contacts)
    ]
    desk = server.sign_in("sanne")
    status, said = server.request("POST", "/v1/actions", {"actions": actions}, headers=desk)
    assert status == 200
    assert {one["outcome"] for one in said["decisions"]} == {"accepted"}


@pytest.fixture
def configuration(tmp_path: Path) -> Path:
    return tmp_path / "channels.toml"


def test_answers_wait_and_leave_once(start_server: StartServer, configuration: Path) -> None:
    fake = GraphFake()
    with fake:
        table = fake.configuration()["whatsapp"]
        told = "".join(f"{name} = {json.dumps(value)}\n" for name, value in table.items())
        configuration.write_text(f"[whatsapp]\n{told}", encoding="utf-8")
        server = start_server(channels=str(configuration), lease_seconds=2.0)
        hire(server.database, "sanne")
        fake.call_back("whatsapp", f"{server.url}/v1/channels/whatsapp/inbound")
        for number in range(CUSTOMERS):
            fake.customer_writes("whatsapp", f"1555010001{number}", "My television flickers.")
        wait_until(lambda: len(_contacts(server)) == CUSTOMERS, 60, server.read_log)
        port = urlsplit(fake.address).port or 0

    _answer(server, _contacts(server))
    wait_until(lambda: _line(server)[0] == "down" and not _sending(server), 60, server.read_log)
    assert _line(server)[1]
    assert _states(server) == {"queued": CUSTOMERS}
    server.kill()
    server.start()
    assert _line(server)[0] == "down"

    back = GraphFake(fake.accounts, port=port)
    back.far = ""
    with back:
        wait_until(lambda: _states(server) == {"sent": CUSTOMERS}, 60, server.read_log)
        wait_until(lambda: _line(server) == ("open", ""), 60, server.read_log)
        assert Counter(sent.text for sent in back.sent) == Counter(
            f"Answer {number}" for number in range(CUSTOMERS)
        )
