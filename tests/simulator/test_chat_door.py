"""People who chat without a browser: what they write arrives once, and they hear the answer."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.running import RunningServer, any_free_port, hire, settings_for, wait_until
from workstation.models import Attachment, Contact, Message, new_id
from workstation.models.office import Visitor
from workstation.sample.letters import Answer, Letter
from workstation.sample.pictures import picture
from workstation.server.store.database import Database
from workstation.simulator.shop_page import ChatDoor, NotTakenError, ShopPage

SECRET = "what the shop and the office share, and nobody else"


@pytest.fixture
def shop() -> Iterator[ShopPage]:
    found = ShopPage(f"http://127.0.0.1:{any_free_port()}", secret=SECRET)
    found.start()
    yield found
    found.stop()


@pytest.fixture
def server(shop: ShopPage, sqlite_office: Database, tmp_path: Path) -> Iterator[RunningServer]:
    file = tmp_path / "channels.toml"
    table = f'[chat]\norigins = ["{shop.address}"]\ntoken_secret = "{SECRET}"\n'
    file.write_text(table, encoding="utf-8")
    settings = settings_for(sqlite_office, tmp_path, port=any_free_port(), channels=str(file))
    running = RunningServer(settings, sqlite_office, tmp_path / "server.log")
    with ExitStack() as ending:
        ending.callback(running.kill)
        running.start()
        hire(sqlite_office, "sanne")
        yield running


def letter(identifier: str, text: str, *, photo: bool = False, mail: str = "") -> Letter:
    return Letter(
        id=identifier,
        after=0,
        channel="chat",
        thread="anouk",
        address="anouk",
        name="Anouk Bakker",
        text=text,
        language="nl",
        photos=(picture("tv-flicker"),) if photo else (),
        mail=mail,
    )


def test_they_write_with_photos_and_hear_the_answer(server: RunningServer, shop: ShopPage) -> None:
    door = ChatDoor(server.url, shop, {}, reads_after=0)
    door.deliver(letter("1", "Het flikkert", photo=True, mail="a.bakker@example.nl"))
    door.deliver(letter("2", "Alleen bij HDMI 2"))
    door.deliver(letter("2", "Alleen bij HDMI 2"))  # as after an answer that got lost

    def rows() -> tuple[list[str], int]:
        with server.database.read() as session:
            texts = session.scalars(
                select(Message.text).where(Message.direction == "inbound").order_by(Message.at)
            ).all()
            ready = session.scalars(select(Attachment.id).where(Attachment.state == "ready")).all()
            return list(texts), len(ready)

    wait_until(lambda: rows() == (["Het flikkert", "Alleen bij HDMI 2"], 1), 60, server.read_log)
    with server.database.read() as session:
        contact = session.scalars(select(Contact)).one()
        assert session.scalars(select(Visitor.customer_mail)).one() == "a.bakker@example.nl"
    data = {"contact_id": contact.id, "text": "Dat lossen we op.", "written_at": 1}
    batch = {"actions": [{"id": new_id(), "kind": "reply", "data": data}]}
    status, _ = server.request("POST", "/v1/actions", batch, server.sign_in("sanne"))
    assert status == 200

    heard: list[Answer] = []

    def read() -> bool:
        heard.extend(door.answers())
        with server.database.read() as session:
            sent = select(Message.delivery).where(Message.direction == "outbound")
            return session.scalars(sent).all() == ["read"]

    wait_until(read, 60, server.read_log)
    assert heard == [Answer("chat", "anouk", "Dat lossen we op.")]


def test_an_office_that_is_away_takes_nothing(shop: ShopPage) -> None:
    door = ChatDoor(f"http://127.0.0.1:{any_free_port()}", shop, {"before": "a token"})
    with pytest.raises(NotTakenError):
        door.deliver(letter("1", "Hallo"))
    assert list(door.answers()) == []
