"""A contact whose newest message has no words says what it is: a picture, a place, taken back."""

from pathlib import Path

import pytest

from tests.desk import Desk
from tests.small_shop import MINUTE, NOW, SmallShop, furnish
from workstation.actions import Note
from workstation.models import Attachment, Contact, Message, new_id
from workstation.replica.lists import View
from workstation.server.store.database import Database
from workstation.server.store.shares import share_changed


def _last(desk: Desk, contact_id: str) -> str:
    ids = desk.replica.inbox(View("mine")).numbers
    rows = desk.replica.inbox_rows([number for number in ids if number >= 0])
    (row,) = [one for one in rows.values() if one.contact_id == contact_id]
    assert row.last_text == ""
    timeline = desk.replica.customer(row.customers[0])
    assert timeline is not None
    entries = [one for one in timeline.timeline if one.contact_id == contact_id]
    assert [one.wordless for one in entries] == [row.wordless]
    return row.wordless


@pytest.mark.parametrize(
    ("facts", "file", "deleted", "what"),
    [
        ({"shape": "location", "latitude": 52.1, "longitude": 5.1}, None, False, "location"),
        ({"shape": ["not", "ours"]}, None, False, ""),
        ({}, ("", "image/jpeg"), False, "image"),
        ({}, ("voice", "audio/ogg"), False, "voice"),
        ({}, ("", "application/pdf"), False, "file"),
        ({}, ("", "image/jpeg"), True, "deleted"),
        ({}, None, False, ""),
    ],
)
def test_what_was_said_last(
    sqlite_office: Database,
    tmp_path: Path,
    facts: dict[str, object],
    file: tuple[str, str] | None,
    deleted: bool,
    what: str,
) -> None:
    shop = furnish(sqlite_office)
    message_id = _say(sqlite_office, shop, facts, NOW + MINUTE if deleted else None)
    if file is not None:
        with sqlite_office.write() as session:
            session.add(
                Attachment(
                    id=new_id(),
                    contact_id=shop.mine,
                    message_id=message_id,
                    sha256="" if deleted else "0" * 64,
                    size=10,
                    role=file[0],
                    media_type=file[1],
                    state="failed" if deleted else "ready",
                )
            )
    desk = Desk(sqlite_office, shop.agent, tmp_path / "desk", now=NOW + 2 * MINUTE)
    desk.pull()
    assert _last(desk, shop.mine) == what

    # What colleagues say among themselves is not what the customer said last.
    desk.replica.act(Note(contact_id=shop.mine, text="A note.", written_at=NOW + 2 * MINUTE))
    assert _last(desk, shop.mine) == what
    desk.close()


def _say(
    database: Database, shop: SmallShop, facts: dict[str, object], deleted_at: int | None
) -> str:
    message_id = new_id()
    with database.write() as session:
        contact = session.get_one(Contact, shop.mine)
        contact.last_text, contact.last_side, contact.last_at = "", "customer", NOW + MINUTE
        session.add(
            Message(
                id=message_id,
                contact_id=shop.mine,
                direction="inbound",
                kind="text",
                text="",
                facts=facts,
                at=NOW + MINUTE,
                deleted_at=deleted_at,
            )
        )
        share_changed(session)
    return message_id
