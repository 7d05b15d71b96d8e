"""How far one looked in a contact is kept per desk, also over a restart; and an answer knows what
it answers, however long ago that was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.small_shop import MINUTE, NOW, SmallShop, furnish
from workstation import actions
from workstation.models import new_id
from workstation.server.store.database import Database


@pytest.fixture
def shop(sqlite_office: Database) -> SmallShop:
    return furnish(sqlite_office)


@pytest.fixture
def desk(sqlite_office: Database, shop: SmallShop, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(sqlite_office, shop.agent, tmp_path / "desk", now=NOW)
    made.pull()
    yield made
    made.close()


def test_how_far_one_looked_survives_a_restart(desk: Desk, shop: SmallShop) -> None:
    def looked() -> int | None:
        return desk.replica.transcript(shop.mine).looked_at

    before = desk.replica.contact(shop.mine)
    assert before is not None
    assert looked() == before.read_at, "what counts as read was looked at somewhere"
    desk.replica.look(shop.mine, NOW - MINUTE)
    assert looked() == NOW - MINUTE
    desk.replica.look(shop.mine, NOW - 5 * MINUTE)
    assert looked() == NOW - MINUTE, "never back"
    desk.reopen()
    assert looked() == NOW - MINUTE
    assert desk.replica.transcript(shop.theirs).looked_at != NOW - MINUTE


def test_an_answer_brings_what_it_answers_however_far_back(desk: Desk, shop: SmallShop) -> None:
    first = desk.replica.transcript(shop.mine).messages[0]
    for number in range(3):
        desk.time += MINUTE
        desk.replica.act(
            actions.Note(
                contact_id=shop.mine,
                text=f"Note {number}",
                reply_to_id=first.message_id if number == 2 else new_id(),
                written_at=desk.time,
            )
        )
    short = desk.replica.transcript(shop.mine, limit=1)
    assert [one.text for one in short.messages] == ["Note 2"]
    assert [one.message_id for one in short.answered] == [first.message_id]
    assert desk.replica.transcript(shop.mine, limit=50).answered == ()


def test_what_is_answered_survives_a_restart_until_it_is_sent(desk: Desk, shop: SmallShop) -> None:
    first = desk.replica.transcript(shop.mine).messages[0].message_id
    desk.replica.answer(shop.mine, first)
    desk.reopen()
    desk.replica.act(actions.Note(contact_id=shop.mine, text="Later", written_at=desk.time + 1))
    found = desk.replica.transcript(shop.mine, limit=1)
    assert found.answering == first
    assert [one.message_id for one in found.answered] == [first]
    desk.replica.answer(shop.mine, "")
    assert desk.replica.transcript(shop.mine).answering == ""
