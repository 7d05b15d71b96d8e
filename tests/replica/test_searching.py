"""Searching with operators: what narrows, going on where it stopped, typing errors."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.desk import KEY
from workstation.models import (
    Agent,
    Answer,
    Base,
    Contact,
    Customer,
    Membership,
    Message,
    Order,
    Product,
    Team,
    new_id,
)
from workstation.models.text import storable
from workstation.replica.replica import Replica
from workstation.replica.words import holds, indexed, query
from workstation.rules.finding.reading import Asked, Trouble, read
from workstation.wire.changes import Packet, Rows
from workstation.wire.tables import TABLES

DAY = 86_400_000
TODAY = date(2026, 11, 22)
NOON = round(datetime.combine(TODAY, time(12)).timestamp() * 1000)
ME = new_id()


class Memory:
    """A replica with what a test puts in."""

    def __init__(self, folder: Path) -> None:
        self.replica = Replica.open(folder, KEY, clock=lambda: NOON)
        self.replica.store.remember(agent_id=ME)
        self.rev = 0

    def put(self, *rows: Base) -> None:
        self.rev += 1
        tables: dict[str, Rows] = {}
        for row in rows:
            table = TABLES[row.__tablename__]
            given = {column.name: _value(row, column) for column in table.table.columns}
            values = given | {"rev": self.rev}
            into = tables.setdefault(table.name, Rows(columns=list(table.columns), rows=[]))
            into["rows"].append([values[name] for name in table.columns])
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

    def contact(self, said: str, *, days: int = 0, who: str = "Somebody", **given: Any) -> str:
        """A contact of so many days ago in which this was said; its id."""
        customer = Customer(id=new_id(), name=storable(who))
        at = NOON - days * DAY
        contact = Contact(
            **{
                "id": new_id(),
                "channel": "email",
                "thread": new_id(),
                "customer_id": customer.id,
                "team_id": new_id(),
                "state": "open",
                "opened_at": at,
                "last_at": at,
                "last_text": storable(said),
                "last_side": "customer",
                **given,
            }
        )
        self.put(customer, contact, self.message(contact.id, said, at))
        return contact.id

    @staticmethod
    def message(contact_id: str, said: str, at: int) -> Message:
        return Message(
            id=new_id(),
            contact_id=contact_id,
            direction="inbound",
            kind="text",
            text=storable(said),
            at=at,
        )

    def find(self, text: str, limit: int = 50) -> list[str]:
        found = self.replica.look_further(read(text, TODAY), limit=limit)
        return [hit.contact_id for hit in found.hits]

    def troubles(self, text: str) -> tuple[Trouble, ...]:
        return self.replica.find(read(text, TODAY)).searched.troubles


def _value(row: Base, column: Any) -> Any:
    value = getattr(row, column.name)
    if value is None and column.default is not None:
        default = column.default.arg
        return default(None) if callable(default) else default
    return value


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    made = Memory(tmp_path)
    yield made
    made.replica.close()


def test_each_operator_narrows(memory: Memory) -> None:
    tvs = Team(id=new_id(), name_en="Televisions", name_nl="Televisies")
    lumen = Product(id=new_id(), code="L55", name="Lumen 55 OLED")
    daan = Agent(id=new_id(), login="daan", name="Daan Visser", role="agent")
    memory.put(tvs, lumen, daan)
    plain = memory.contact("it flickers", channel="whatsapp", read_at=NOON + 1)
    done = memory.contact("it flickers", days=1, state="done", tags=["VIP", "photo"])
    team = memory.contact("it flickers", days=2, team_id=tvs.id, owner_id=daan.id)
    product = memory.contact("it flickers", days=3, product_id=lumen.id, owner_id=ME)
    late = memory.contact("it flickers", days=40, due_at=NOON - 1, read_at=NOON)

    for said in ("", " flickers"):  # with words and without
        assert memory.find(f"channel:whatsapp{said}") == [plain]
        assert memory.find(f"kanaal:whats{said}") == [plain]
        assert memory.find(f"is:done{said}") == [done]
        assert memory.find(f"is:open{said}") == [plain, team, product, late]
        assert memory.find(f"is:ongelezen is:open{said}") == [team, product]
        assert memory.find(f"is:late{said}") == [late]
        assert memory.find(f"tag:vip{said}") == [done]
        assert memory.find(f"label:pho{said}") == [done]
        assert memory.find(f"team:televisies{said}") == [team]
        assert memory.find(f'product:"lumen 55"{said}') == [product]
        assert memory.find(f"agent:daan{said}") == [team]
        assert memory.find(f"collega:ik{said}") == [product]
        assert memory.find(f"agent:nobody{said}") == [plain, done, late]
        assert memory.find(f"before:2026-11-01{said}") == [late]
        assert memory.find(f"na:2026-11-20 voor:vandaag{said}") == [done, team]
        assert memory.find(f"channel:email is:open after:7d{said}") == [team, product]
    assert memory.find("is:done gone") == []


def test_from_finds_people_by_initial_address_and_merged_name(memory: Memory) -> None:
    bakker = memory.contact("hello", who="Anouk Bakker")
    memory.contact("hello", who="Piet de Boer")
    assert memory.find('from:"A. Bakker"') == [bakker]
    assert memory.find("van:bakk hello") == [bakker]
    assert memory.find("from:nobody-here") == []


def test_an_order_finds_the_contacts_about_it(memory: Memory) -> None:
    order = Order(id=new_id(), customer_id=new_id(), number="80352219", placed_at=1, state="sent")
    memory.put(Customer(id=order.customer_id, name="Anouk Bakker"), order)
    about = memory.contact("where is it", order_id=order.id, customer_id=order.customer_id)
    general = memory.contact("hello", days=1, customer_id=order.customer_id)
    memory.contact("other", customer_id=order.customer_id, order_id=new_id())
    assert memory.find("order:8035") == [about, general]
    assert memory.find("bestelling:#80352219 where") == [about]
    found = memory.replica.find(Asked(words="80352219"))
    assert memory.replica.order_of(order.id) == (order.customer_id, "80352219")
    assert memory.replica.order_of(new_id()) == ("", "")
    assert [(one.number, one.name) for one in found.orders] == [("80352219", "Anouk Bakker")]


def test_what_nobody_is_called_is_told(memory: Memory) -> None:
    memory.contact("hello")
    assert memory.troubles("team:moon hello") == (Trouble("team", "moon"),)
    assert memory.troubles("agent:moon") == (Trouble("agent", "moon"),)
    assert memory.troubles("channel:fax ") == (Trouble("channel", "fax"),)


def test_what_waits_to_be_sent_counts(memory: Memory) -> None:
    """A preview lies over the contact: what is narrowed is what the person sees."""
    from workstation.actions.snooze import Snooze

    team = new_id()
    memory.put(
        Agent(id=ME, login="me", name="Me", role="lead"),
        Membership(id=new_id(), agent_id=ME, team_id=team),
    )
    contact = memory.contact("it flickers", team_id=team)
    memory.replica.act(Snooze(contact_id=contact, until=NOON + DAY))
    assert memory.find("is:snoozed") == [contact]
    assert memory.find("is:open flickers") == []
    assert memory.find("is:snoozed flickers") == [contact]


def test_typing_errors_find_what_was_meant(memory: Memory) -> None:
    memory.put(
        Product(id=new_id(), code="L55", name="Lumen 55 OLED"),
        Answer(id=new_id(), question_en="How do I connect HDMI?", question_nl="Hoe sluit ik aan?"),
    )
    memory.contact("hello", who="Anouk Bakker")
    nothing = memory.replica.find(Asked(words="bakekr"))
    assert nothing.customers == ()
    meant = memory.replica.find_meant(Asked(words="bakekr"))
    assert [name for _, name, _ in meant.customers] == ["Anouk Bakker"]
    assert [one.label for one in memory.replica.find_meant(Asked(words="lumne")).products] == [
        "Lumen 55 OLED"
    ]
    assert [one.question_en for one in memory.replica.find_meant(Asked(words="conect")).answers]


def test_values_are_offered(memory: Memory) -> None:
    memory.put(Product(id=new_id(), code="L55", name="Lumen 55 OLED"))
    memory.contact("hello", who="Anouk Bakker", tags=["VIP"])
    assert memory.replica.find_values("tag", "v") == ("VIP",)
    assert memory.replica.find_values("product", "lum") == ("Lumen 55 OLED",)
    assert memory.replica.find_values("from", "bak") == ("Anouk Bakker",)
    assert memory.replica.find_values("order", "8") == ()


WORDS = ("screen", "flickers", "refund", "box", "late")


@settings(max_examples=12, deadline=None)
@given(
    said=st.lists(
        st.tuples(st.integers(0, 400), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)),
        min_size=1,
        max_size=14,
    ),
    asked=st.lists(st.sampled_from(WORDS), max_size=2),
    operators=st.lists(st.sampled_from(("is:open", "channel:email", "before:30d", "after:300d"))),
    limit=st.integers(1, 4),
)
def test_in_steps_as_at_once_and_newest_first(
    tmp_path_factory: pytest.TempPathFactory,
    said: list[tuple[int, list[str]]],
    asked: list[str],
    operators: list[str],
    limit: int,
) -> None:
    """Going on from where an answer stopped gives every contact once, in the order of one walk."""
    memory = Memory(tmp_path_factory.mktemp("memory"))
    try:
        for number, (days, words) in enumerate(said):
            channel = "email" if number % 2 else "chat"
            state = "open" if number % 3 else "done"
            memory.contact(" ".join(words), days=days, channel=channel, state=state)
        search = read(" ".join([*operators, *asked]) + " ", TODAY)
        whole = memory.replica.look_further(search, limit=100)
        assert whole.further is None
        assert [hit.at for hit in whole.hits] == sorted((h.at for h in whole.hits), reverse=True)
        found: list[str] = []
        below = None
        for _ in range(400):
            step = memory.replica.look_further(search, limit=limit, below=below, patience=0)
            found += [hit.contact_id for hit in step.hits]
            below = step.further
            if below is None:
                break
        assert below is None
        assert found == [hit.contact_id for hit in whole.hits]
    finally:
        memory.replica.close()


def test_a_walk_comes_up_for_air_and_finds_no_more_for_it(memory: Memory) -> None:
    """Messages at which it does are found only when they hold what is looked for."""
    contact = memory.contact("nothing of the kind")
    said = ["screen flickers", "screen", "flickers", "screen and box flickers"]
    messages = [memory.message(contact, text, NOON - 10 - at) for at, text in enumerate(said)]
    for message in messages:
        message.id = message.id[:-4] + "0400"  # the bits of the number that say so
    memory.put(*messages)
    found = memory.replica.look_further(read("screen flickers ", TODAY), limit=9, patience=0)
    seen = [hit.snippet for hit in found.hits]
    assert seen == ["screen flickers"], "one hit for a contact, its newest"
    assert found.further is not None, "and there is more to look at"
    assert memory.find("box flickers") == [contact]
    assert memory.find("box nothing") == []


@given(
    st.lists(
        st.sampled_from(["screen", "screens", "flickering", "lekt", "lekken", "é", "Box-set"])
    ),
    st.lists(st.sampled_from(["screen", "flick", "lek", "e", "box", "set"]), min_size=1),
    st.booleans(),
)
def test_what_is_held_is_what_the_index_finds(
    said: list[str], typed: list[str], whole: bool
) -> None:
    text, searched = " ".join(said), " ".join(typed) + (" " if whole else "")
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(said, tokenize='unicode61')")
    connection.execute("INSERT INTO t VALUES (?)", (indexed(text),))
    rows = connection.execute("SELECT 1 FROM t WHERE t MATCH ?", (query(searched),)).fetchall()
    connection.close()
    assert holds(text, searched) == bool(rows)
