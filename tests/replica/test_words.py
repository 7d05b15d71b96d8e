"""Search as people type: both languages by stem, the last word by its beginning, newest first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.desk import KEY
from workstation.models import Contact, Customer, Message, new_id
from workstation.models.text import shown, storable
from workstation.replica.replica import Replica
from workstation.replica.words import fold, indexed, query, spans, words
from workstation.wire.changes import Packet, Rows
from workstation.wire.tables import TABLES


class Holding:
    """A replica with the messages that a test puts in."""

    def __init__(self, folder: Path) -> None:
        self.replica = Replica.open(folder, KEY)
        self.rev = 0

    def put(self, *rows: Contact | Customer | Message) -> None:
        self.rev += 1
        tables: dict[str, Rows] = {}
        for row in rows:
            table = TABLES[row.__tablename__]
            values = {name: getattr(row, name) for name in table.columns} | {"rev": self.rev}
            into = tables.setdefault(table.name, Rows(columns=list(table.columns), rows=[]))
            into["rows"].append(list(values.values()))
        self.replica.receiving.store_page(
            Packet(
                epoch="",
                tables=tables,
                shares=[],
                leave=[],
                cursor=str(self.rev),
                upto=self.rev + 1,
                more=False,
                restart=False,
            )
        )

    def say(self, text: str, *, at: int, name: str = "Somebody", message_id: str = "") -> str:
        """A contact in which one message says this; its id."""
        contact_id, customer_id = new_id(), new_id()
        self.put(
            Customer(id=customer_id, name=storable(name)),
            Contact(
                id=contact_id,
                channel="email",
                thread=contact_id,
                customer_id=customer_id,
                team_id=new_id(),
                state="open",
                opened_at=at,
                last_at=at,
                last_side="customer",
            ),
            self.message(contact_id, text, at=at, message_id=message_id),
        )
        return contact_id

    def message(self, contact_id: str, text: str, *, at: int, message_id: str = "") -> Message:
        return Message(
            id=message_id or new_id(),
            contact_id=contact_id,
            direction="inbound",
            kind="text",
            text=storable(text),
            at=at,
        )

    def find(self, text: str) -> list[str]:
        return [hit.contact_id for hit in self.replica.search(text)]


@pytest.fixture
def holding(tmp_path: Path) -> Iterator[Holding]:
    found = Holding(tmp_path)
    yield found
    found.replica.close()


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("The deliveries were late", "delivery "),
        ("Twee televisies flikkeren", "televisie "),
        ("Ik heb de wasmachines gebeld", "wasmachine "),
        ("It was returned broken", "return "),
        ("café", "cafe"),
        ("Crème brûlée", "CREME BRULEE"),
        ("The washing machine leaks", "wash leak"),
        ("model KD-55XH9077", "kd 55xh"),
        ("straße", "STRASSE"),
        ("a.bakker@example.nl", "bakker"),
        ("Ordernummer W-10077", "w-10077"),
        ("a" * 300, "a" * 50),
    ],
)
def test_it_is_found(holding: Holding, said: str, typed: str) -> None:
    contact_id = holding.say(said, at=1)
    holding.say("Something else altogether", at=2)
    assert holding.find(typed) == [contact_id]


def test_each_keystroke_narrows(holding: Holding) -> None:
    television = holding.say("My television flickers", at=1)
    telephone = holding.say("My telephone is dead", at=2)
    assert holding.find("tele") == [telephone, television]
    assert holding.find("telev") == [television]
    assert holding.find("television fl") == [television]
    assert holding.find("television x") == []
    assert holding.find("") == []
    assert holding.find("?!") == []


def test_the_newest_comes_first(holding: Holding) -> None:
    times = [5, 1, 4, 2, 3]
    found = {at: holding.say(f"refund number {at}", at=at) for at in times}
    assert holding.find("refund") == [found[at] for at in sorted(times, reverse=True)]


def test_messages_of_one_millisecond_are_all_found(holding: Holding) -> None:
    """A message's number is its time and a little of its id: two may want the same."""
    tail = new_id()[-4:]
    ids = [f"{new_id()[:-4]}{tail}" for _ in range(5)]
    found = {holding.say("the same moment", at=7, message_id=row_id) for row_id in ids}
    assert set(holding.find("moment")) == found


def test_a_changed_text_is_found_by_its_new_words_only(holding: Holding) -> None:
    message_id = new_id()
    contact_id = holding.say("the old words", at=1, message_id=message_id)
    holding.put(holding.message(contact_id, "new ones", at=1, message_id=message_id))
    assert holding.find("old") == []
    assert holding.find("ones") == [contact_id]


def test_a_customer_is_found_by_name(holding: Holding) -> None:
    contact_id = holding.say("Hello", at=1, name="Ümit Çelik")
    assert holding.find("umit") == [contact_id]
    assert holding.find("celik ü") == [contact_id]


@pytest.mark.parametrize(
    "typed", ['"', "*", "(", "a OR b", 'x" OR "y', "NEAR(a b)", "-a", "^a", "a:b", "\0", "\ud800"]
)
def test_nothing_typed_breaks_the_search(holding: Holding, typed: str) -> None:
    holding.say("plain words", at=1)
    holding.find(typed)
    holding.replica.find_customers(typed)
    holding.replica.find_products(typed)


@given(st.text(max_size=80))
def test_what_was_said_is_found_by_each_of_its_words(said: str) -> None:
    stems = indexed(said).split()
    for word in words(said):
        assert query(word + " ")
        assert any(stem in stems for stem in indexed(word).split())


@given(st.text(max_size=60), st.text(max_size=20))
def test_what_matched_lies_within_the_text(said: str, typed: str) -> None:
    last = 0
    for start, end in spans(said, typed):
        assert last <= start < end <= len(said)
        last = end


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert words(fold(text)) == words(text)
    assert shown(storable(text)) == text or "\ufdd0" in text
