"""Whoever was in a conversation when the sample shop was made is answered over the provider of
their channel, and goes on in the same contact."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.running import PASSWORD, RunningServer, any_free_port, settings_for, wait_until
from workstation.models import Agent, Contact, Message, new_id
from workstation.models.ids import now_ms
from workstation.sample import Shape
from workstation.sample.customers import SimulatedCustomers
from workstation.sample.load import load
from workstation.sample.visit import Visit
from workstation.sample.visitors import token_of
from workstation.server.files.store import FileStore
from workstation.server.store.database import Database
from workstation.simulator.providers import PORTS, SECRETS, Made, Providers, as_toml

WRITTEN = ("whatsapp", "messenger", "instagram", "email", "chat")
FAR = {"delivered", "read"}

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def providers(sqlite_office: Database, tmp_path: Path) -> Iterator[Providers]:
    """With the address of an office that is still to be started."""
    made = Made(
        secrets={name: f"the invented secret of {name}, no other" for name in SECRETS},
        ports=dict.fromkeys(PORTS, 0),
    )
    with Providers(f"http://127.0.0.1:{any_free_port()}", made) as found:
        found.graph.pace = 0.01
        yield found


@pytest.fixture
def server(
    providers: Providers, sqlite_office: Database, tmp_path: Path
) -> Iterator[RunningServer]:
    file = tmp_path / "channels.toml"
    file.write_text(as_toml(providers.tables(), {}), encoding="utf-8")
    port = int(providers.office.rpartition(":")[2])
    settings = settings_for(sqlite_office, tmp_path, port=port, channels=str(file))
    files = FileStore(settings.files)
    load(sqlite_office, files, now=now_ms(), shape=Shape.of(0.3), password=PASSWORD)
    running = RunningServer(settings, sqlite_office, tmp_path / "server.log")
    running.start()
    yield running
    running.kill()


def going_on(database: Database, channel: str) -> tuple[str, str]:
    """A contact on this channel that somebody has, and their login."""
    asked = (
        select(Contact.id, Agent.login)
        .join(Agent, Agent.id == Contact.owner_id)
        .where(Contact.channel == channel, Contact.state == "open")
        .order_by(Contact.id)
    )
    with database.read() as session:
        row = session.execute(asked).first()
    assert row is not None, channel
    return row.id, row.login


def test_each_answers_in_the_same_contact(server: RunningServer, providers: Providers) -> None:
    people = SimulatedCustomers(run=now_ms(), shape=Shape.of(0.3), limit=0)
    before = dict(people.from_before())
    for address in before.values():
        providers.know(address)
    doors = providers.doors({t: token_of(t) for t, a in before.items() if a.channel == "chat"})
    visit = Visit(people, doors)
    clock = iter(range(0, 10_000_000, 60))
    for _ in range(40):  # every browser has looked at what there was before
        visit.step(float(next(clock)))

    chosen = {channel: going_on(server.database, channel) for channel in WRITTEN}
    replies: dict[str, str] = {}
    counted = {contact: heard(server.database, contact) for contact, _ in chosen.values()}
    for channel, (contact_id, login) in chosen.items():
        replies[channel] = new_id()
        data = {
            "contact_id": contact_id,
            "message_id": replies[channel],
            "text": "Zet hem op Standaard, dan is het weg.",
            "written_at": now_ms(),
        }
        batch = {"actions": [{"id": new_id(), "kind": "reply", "data": data}]}
        _, answer = server.request("POST", "/v1/actions", batch, server.sign_in(login))
        assert answer["decisions"][0]["outcome"] == "accepted", answer

    def all_went_on() -> bool:
        visit.step(float(next(clock)))
        return all(heard(server.database, one) > count for one, count in counted.items())

    wait_until(all_went_on, 60, server.read_log)

    def all_arrived() -> bool:
        visit.step(float(next(clock)))
        asked = select(Message.delivery).where(Message.id.in_(replies.values()))
        with server.database.read() as session:
            return set(session.scalars(asked)) <= FAR

    wait_until(all_arrived, 60, server.read_log)


def heard(database: Database, contact_id: str) -> int:
    """How many messages of the customer are there."""
    asked = select(func.count()).where(
        Message.contact_id == contact_id, Message.direction == "inbound"
    )
    with database.read() as session:
        return int(session.scalar(asked) or 0)
