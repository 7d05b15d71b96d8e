"""People who chat without a browser: what they write arrives, and what is answered they hear."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import RunningServer, any_free_port, hire, settings_for, wait_until
from tests.server.chatting import CHANNELS, SHOP
from tests.server.test_chat import picture
from workstation.models import Attachment, Contact, Message, new_id
from workstation.server.store.database import Database
from workstation.simulator.browsers import Browsers


@pytest.fixture
def server(sqlite_office: Database, tmp_path: Path) -> Iterator[RunningServer]:
    file = tmp_path / "channels.toml"
    file.write_text(CHANNELS, encoding="utf-8")
    settings = settings_for(sqlite_office, tmp_path, port=any_free_port(), channels=str(file))
    running = RunningServer(settings, sqlite_office, tmp_path / "server.log")
    running.start()
    hire(sqlite_office, "sanne")
    yield running
    running.kill()


def test_they_write_with_photos_and_hear_the_answer(server: RunningServer) -> None:
    heard: list[tuple[str, str]] = []
    browsers = Browsers(
        server.url, origin=SHOP, heard=lambda *told: heard.append(told), reads_after=0
    )
    photo = ("scherm.png", "image/png", picture())
    browsers.write("anouk", "Het flikkert", name="Anouk Bakker", photos=[photo])
    browsers.write("anouk", "Alleen bij HDMI 2")

    def rows() -> tuple[int, int]:
        with server.database.read() as session:
            ready = session.query(Attachment).filter(Attachment.state == "ready").count()
            return session.query(Message).filter(Message.direction == "inbound").count(), ready

    wait_until(lambda: rows() == (2, 1), 15, server.read_log)
    with server.database.read() as session:
        (contact,) = session.query(Contact).all()
    data = {"contact_id": contact.id, "text": "Dat lossen we op.", "written_at": 1}
    batch = {"actions": [{"id": new_id(), "kind": "reply", "data": data}]}
    status, _ = server.request("POST", "/v1/actions", batch, server.sign_in("sanne"))
    assert status == 200
    wait_until(lambda: heard == [("anouk", "Dat lossen we op.")], 15, server.read_log)

    def states() -> list[str]:
        with server.database.read() as session:
            sent = session.query(Message).filter(Message.direction == "outbound")
            return [message.delivery for message in sent]

    wait_until(lambda: states() == ["read"], 10)
    browsers.stop()
