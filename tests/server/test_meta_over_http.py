"""The pretended Graph API and an office in a process of its own: webhooks that come twice and out
of order, and an office that is killed under them."""

import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.running import RunningServer, StartServer, hire, wait_until
from workstation.models import Contact, Message, new_id
from workstation.simulator.graph import PRODUCTS, GraphFake
from workstation.simulator.graph.door import GraphDoor

PEOPLE = {
    "whatsapp": "15550100002",
    "messenger": "6543217890123456",
    "instagram": "1784140500000001",
}


@pytest.fixture
def fake() -> GraphFake:
    found = GraphFake()
    found.pace = 0.05
    return found


def configured(fake: GraphFake, folder: Path) -> str:
    """A configuration with which an office finds it."""
    path = folder / "channels.toml"
    tables = [
        f"[{name}]\n" + "".join(f"{field} = {json.dumps(told)}\n" for field, told in table.items())
        for name, table in fake.configuration().items()
    ]
    path.write_text("".join(tables), encoding="utf-8")
    return str(path)


def open_for(fake: GraphFake, server: RunningServer) -> None:
    for product in PRODUCTS:
        address = f"{server.url}/v1/channels/{product}/inbound"
        assert fake.greet(address)
        fake.call_back(product, address)


def test_a_killed_office_loses_and_doubles_nothing(
    fake: GraphFake, start_server: StartServer, tmp_path: Path
) -> None:
    with fake:
        server = start_server(channels=configured(fake, tmp_path))
        hire(server.database, "sanne")
        open_for(fake, server)
        fake.trouble.repeat = 2
        fake.trouble.shuffle = True
        for number in range(20):
            for product in PRODUCTS:
                fake.customer_writes(product, PEOPLE[product], f"{product} {number}")
            if number == 10:
                server.kill()
        server.start()
        assert fake.courier.wait(60)
        assert 0 in fake.courier.refused, "it was away for a while"
        server.taken()
        with server.database.read() as session:
            said = Counter(session.scalars(select(Message.text)))
            threads = Counter(session.scalars(select(Contact.channel)))
        assert said == Counter(f"{product} {n}" for product in PRODUCTS for n in range(20))
        assert threads == Counter(PRODUCTS)


def test_an_answer_goes_out_and_its_news_come_in(
    fake: GraphFake, start_server: StartServer, tmp_path: Path
) -> None:
    with fake:
        server = start_server(channels=configured(fake, tmp_path))
        hire(server.database, "sanne")
        desk = server.sign_in("sanne")
        open_for(fake, server)
        door = GraphDoor(fake)
        for product in PRODUCTS:
            fake.customer_writes(product, PEOPLE[product], "It flickers.")
        assert fake.courier.wait()
        server.taken()
        with server.database.read() as session:
            contacts = session.scalars(select(Contact.id)).all()
        replies = [
            {
                "id": new_id(),
                "kind": "reply",
                "data": {"contact_id": contact_id, "text": "Another cable?", "written_at": 1},
            }
            for contact_id in contacts
        ]
        assert server.request("POST", "/v1/actions", {"actions": replies}, desk)[0] == 200

        def read() -> bool:
            with server.database.read() as session:
                found = select(Message.delivery).where(Message.direction == "outbound")
                return Counter(session.scalars(found)) == Counter(read=3)

        wait_until(read, 60, server.read_log)
        assert sorted(answer.channel for answer in door.answers()) == sorted(PRODUCTS)
        assert len(fake.sent) == 3
