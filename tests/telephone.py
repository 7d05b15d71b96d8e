"""An office with a telephone, a pretended provider that carries its calls, and a desk without a
window: all in this process, with one clock to steer.

    def test_something(telephone: Telephone) -> None: ...          # on both databases
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.desk import Desk
from tests.running import Clock, OpenOffice, hire, settings_for
from workstation.actions import Action
from workstation.channels import open_channels
from workstation.models import Call, Promise, new_id
from workstation.server.app import create_app
from workstation.server.office import Office
from workstation.server.store.database import Database
from workstation.simulator.telephone import CtiFake
from workstation.wire.envelopes import Decision

SECRET = "what the provider signs with"
NUMBER = "+31201234567"


@dataclass
class Telephone:
    """The office, its provider, and one agent's desk."""

    here: OpenOffice
    provider: CtiFake
    desk: Desk
    agent: str
    decisions: list[Decision] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        return self.here.clock

    def later(self, seconds: float) -> None:
        self.clock.ahead(seconds=seconds)
        self.desk.time = self.clock.now

    def hear(self) -> None:
        """The provider tells what happened, and the desk learns of it."""
        self.provider.bring()
        self.here.work()
        self.pull()

    def pull(self) -> None:
        with self.here.database.write() as session:
            past = self.here.database.revision(session)
        self.desk.pull(past=past - 1)

    def act(self, action: Action) -> Decision:
        """Do it at the desk, and have it decided and followed."""
        self.desk.replica.act(action)
        (decision,) = self.desk.send(self.here.office.dispatch)
        self.here.work()
        self.hear()
        return decision

    def only_call(self) -> Call:
        return self.here.only(Call)


@pytest.fixture
def telephone(database: Database, tmp_path: Path) -> Iterator[Telephone]:
    clock = Clock()

    def post(body: bytes, headers: dict[str, str]) -> int:
        return client.post("/v1/channels/phone/inbound", content=body, headers=headers).status_code

    with CtiFake(SECRET, post, clock=clock, live=False) as provider:
        settings = settings_for(database, tmp_path, job_threads=0)
        table = {"provider": "cti", "secret": SECRET, "control_url": provider.address}
        channels = open_channels(settings.files, {"phone": table})
        app = create_app(settings, clock=clock, channels=channels)
        with TestClient(app, raise_server_exceptions=True) as client:
            office = app.state.office
            assert isinstance(office, Office)
            agent, _ = hire(database, "jansen")
            with database.write() as session:
                session.add(Promise(id=new_id(), channel="phone", kind="first_reply", minutes=15))
            desk = Desk(database, agent, tmp_path / "desk", now=clock.now)
            yield Telephone(OpenOffice(client, office, clock), provider, desk, agent)
            desk.close()
