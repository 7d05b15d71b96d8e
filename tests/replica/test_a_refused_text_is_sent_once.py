"""A refused text is in two places, the outbox and its composer; from either it is sent once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.small_shop import NOW, SmallShop, furnish
from workstation.actions import Reply
from workstation.replica.replica import Replica
from workstation.replica.rows.outbox import Draft
from workstation.server.store.database import Database
from workstation.wire.envelopes import Decision, Refusal


@pytest.fixture
def shop(sqlite_office: Database) -> SmallShop:
    return furnish(sqlite_office)


@pytest.fixture
def replica(sqlite_office: Database, shop: SmallShop, tmp_path: Path) -> Iterator[Replica]:
    """The desk of somebody whose reply the server has just refused."""
    desk = Desk(sqlite_office, shop.agent, tmp_path / "desk", now=NOW)
    desk.pull()
    desk.replica.act(Reply(contact_id=shop.mine, text="Good news", written_at=NOW))
    entry = desk.replica.receiving.next_batch(10)[0]
    refusal = Refusal(code="contact_done")
    desk.replica.receiving.decided(
        [Decision(id=entry.action_id, outcome="refused", refusal=refusal)]
    )
    yield desk.replica
    desk.close()


def typed(replica: Replica, contact_id: str) -> str:
    draft = replica.draft(contact_id)
    return draft.text if draft else ""


def outgoing(replica: Replica) -> list[tuple[str, str]]:
    return [(row.text, row.state) for row in replica.outbox()]


def test_it_waits_in_both(replica: Replica, shop: SmallShop) -> None:
    assert typed(replica, shop.mine) == "Good news"
    assert outgoing(replica) == [("Good news", "refused")]


def test_sent_from_the_outbox_it_leaves_the_composer(replica: Replica, shop: SmallShop) -> None:
    replica.retry(replica.outbox()[0].action_id)
    assert outgoing(replica) == [("Good news", "waiting")]
    assert typed(replica, shop.mine) == ""


def test_what_was_typed_after_it_stays(replica: Replica, shop: SmallShop) -> None:
    reason = (replica.draft(shop.mine) or Draft("", "")).reason
    replica.save_draft(Draft(shop.mine, "Good news\n\nAnd more", reason=reason))
    replica.retry(replica.outbox()[0].action_id)
    assert typed(replica, shop.mine) == "And more"


def test_sent_from_the_composer_it_leaves_the_outbox(replica: Replica, shop: SmallShop) -> None:
    replica.act(Reply(contact_id=shop.mine, text="Better news", written_at=NOW))
    assert outgoing(replica) == [("Better news", "waiting")]
