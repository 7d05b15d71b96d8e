"""The retail shop moves in with its earlier chats; its real customers write again, quickly, through
a real server, to a desk; an agent answers some of them and logs others. Both ends agree."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.converters.files import Shop
from tests.converters.real_data import NoDataError, real_data
from tests.converters.tau_retail import tau_retail
from tests.converters.threads import shop_chats, twitter_threads
from tests.running import PASSWORD, SECRET, RunningServer, hire, wait_until
from workstation.actions.reply import Reply
from workstation.actions.wrap_up import WrapUpContact
from workstation.models import (
    Contact,
    Customer,
    Identity,
    Message,
    Order,
    Reason,
    Variant,
    WrapUp,
    id_for,
    new_id,
    now_ms,
)
from workstation.models.text import shown
from workstation.replica.session import Session, sign_in
from workstation.server.importing.door import import_files
from workstation.server.store.database import Database
from workstation.shop.kinds import KINDS, rows_of
from workstation.shop.records import ConversationRecord, Row
from workstation.shop.source import Source

CHATS = 12
THREADS = 40
ANSWERED = 10
LOGGED = 4


@pytest.fixture(autouse=True)
def _needs_real_data() -> None:
    try:
        real_data("orders", "tau_bench_retail")
        real_data("dialogues")
    except NoDataError as reason:
        pytest.skip(str(reason))


@pytest.fixture
def desk(running_server: RunningServer, tmp_path: Path) -> Iterator[Session]:
    hire(running_server.database, "sanne", team="Shop")
    session = sign_in(running_server.url, "sanne", PASSWORD, tmp_path / "desk", bytes(range(32)))
    session.start()
    yield session
    session.stop()
    session.replica.close()


def test_the_shop_arrives_and_its_customers_are_answered(
    running_server: RunningServer, desk: Session, tmp_path: Path
) -> None:
    database = running_server.database
    shop, chats, threads = tau_retail(tmp_path), shop_chats(tmp_path), twitter_threads(tmp_path)
    reason_id = _reason(database)

    _move_in(running_server, shop, chats)
    _write_again(running_server, chats, CHATS)
    _write_again(running_server, threads, THREADS)
    recorded = _customers_words(chats, CHATS) + _customers_words(threads, THREADS)
    live = _live_contacts(database)
    assert len(live) == CHATS + THREADS
    assert Counter(text for words in live.values() for text in words) == Counter(recorded)

    wait_until(lambda: _words_at(desk, live) == live, 60)

    answered = list(live)[:ANSWERED]
    logged = list(live)[-LOGGED:]
    for contact_id in answered:
        text = f"Dear {desk.replica.contact(contact_id).name}, we look into it."  # type: ignore[union-attr]
        desk.replica.act(Reply(contact_id=contact_id, text=text, written_at=now_ms()))
    for contact_id in logged:
        desk.replica.act(WrapUpContact(contact_id=contact_id, reason_id=reason_id))
    wait_until(lambda: desk.replica.waiting() == (0, 0), 60)

    _customers_have_one_answer_each(running_server, desk, answered)
    _the_log_is_written(database, desk, logged)
    _the_agent_knows_the_shops_customers(database, desk)


def _reason(database: Database) -> str:
    reason = Reason(id=new_id(), kind="question", name_en="Delivery", name_nl="Bezorging")
    with database.write() as session:
        session.add(reason)
    return reason.id


def _move_in(server: RunningServer, shop: Shop, chats: Path) -> None:
    files = {
        "catalogue": shop.catalogue,
        "customers": shop.customers,
        "orders": shop.orders,
        "order-lines": shop.order_lines,
        "returns": shop.returns,
        "conversations": chats,
    }
    for kind, path in files.items():
        assert path is not None
        (done,) = import_files(kind, [path], database=server.database, settings=server.settings)
        assert done.rejected == 0
        assert done.new == done.rows > 0
    with server.database.read() as session:
        count = {
            model: session.scalar(select(func.count()).select_from(model))
            for model in (Variant, Order)
        }
    assert count == {Variant: 591, Order: 1000}


def _write_again(server: RunningServer, recording: Path, limit: int) -> None:
    """The first `limit` threads of a recording, played in by the command line."""
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "workstation", "replay", str(recording)),
            *("--server", server.url, "--limit", str(limit)),
            *("--speed", "100000", "--longest-silence", "0.02"),
        ],
        env={**os.environ, "WORKSTATION_CHANNEL_SECRET_CONSOLE": SECRET},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    server.taken()


def _customers_words(recording: Path, limit: int) -> list[str]:
    words: list[str] = []
    with Source(recording) as source:
        rows = rows_of(KINDS["conversations"], source)
        for _ in range(limit):
            row = next(rows)
            assert isinstance(row, Row)
            assert isinstance(row.record, ConversationRecord)
            words += [turn.text for turn in row.record.turns if turn.speaker == "customer"]
    return words


Words = dict[str, list[str]]
"""By contact, what its customer wrote."""


def _live_contacts(database: Database) -> Words:
    """What the office has of the threads that were played in, oldest message first."""
    found: Words = {}
    with database.read() as session:
        rows = session.execute(
            select(Message.contact_id, Message.text)
            .where(Message.origin.startswith("console:replay-"))
            .order_by(Message.contact_id, Message.at, Message.id)
        )
        for contact_id, text in rows:
            found.setdefault(contact_id, []).append(shown(text))
    return found


def _words_at(desk: Session, contacts: Words) -> Words:
    """The same as the agent reads it."""
    return {
        contact_id: [
            message.text
            for message in desk.replica.transcript(contact_id, limit=200).messages
            if message.direction == "inbound"
        ]
        for contact_id in contacts
    }


def _customers_have_one_answer_each(
    server: RunningServer, desk: Session, answered: list[str]
) -> None:
    def delivered() -> bool:
        return all(
            [
                message.delivery
                for message in desk.replica.transcript(contact_id).messages
                if message.direction == "outbound"
            ]
            == ["sent"]
            for contact_id in answered
        )

    wait_until(delivered, 60, server.read_log)
    with server.database.read() as session:
        expected = sorted(
            tuple(row)
            for row in session.execute(
                select(Contact.thread, Identity.address, Message.text)
                .join(Identity, Identity.id == Contact.identity_id)
                .join(Message, Message.contact_id == Contact.id)
                .where(Contact.id.in_(answered), Message.direction == "outbound")
            )
        )
    assert len(expected) == ANSWERED
    taken = [(sent["thread"], sent["to"]["address"], sent["text"]) for sent in server.outbox()]
    assert sorted(taken) == expected


def _the_log_is_written(database: Database, desk: Session, logged: list[str]) -> None:
    with database.read() as session:
        wrap_ups = set(session.scalars(select(WrapUp.contact_id)))
        states = set(session.scalars(select(Contact.state).where(Contact.id.in_(logged))))
    assert wrap_ups == set(logged)
    assert states == {"done"}

    def done_here() -> bool:
        heads = [desk.replica.contact(contact_id) for contact_id in logged]
        return all(head is not None and head.state == "done" for head in heads)

    wait_until(done_here, 60)


def _the_agent_knows_the_shops_customers(database: Database, desk: Session) -> None:
    """Who chatted before, and chats again, is the shop's customer, with orders at hand."""
    shop_customer = id_for("shop", "customer:isabella_lopez_6490")
    with database.read() as session:
        customer = session.get_one(Customer, shop_customer)
        contacts = session.scalars(
            select(Contact).where(Contact.customer_id == shop_customer)
        ).all()
        orders = session.scalars(select(Order.number).where(Order.customer_id == customer.id)).all()
    assert not customer.provisional
    assert len(contacts) == 2, "the chat of then, and the one of now"
    card = desk.replica.customer(shop_customer)
    assert card is not None
    assert card.name == customer.name
    assert sorted(order.number for order in card.orders) == sorted(orders) != []
