"""An agent finds a customer by what the customer says: a name, part of an address, a number."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workstation.models import Customer, Identity, new_id
from workstation.replica.replica import Replica
from workstation.wire.changes import Packet, Rows
from workstation.wire.tables import TABLES


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    opened = Replica.open(tmp_path, bytes(32))
    yield opened
    opened.close()


def store(replica: Replica, *rows: Customer | Identity, rev: int = 1) -> None:
    tables: dict[str, Rows] = {}
    for row in rows:
        table = TABLES[row.__tablename__]
        values: list[Any] = [getattr(row, column) for column in table.columns]
        values[table.columns.index("rev")] = rev
        into = tables.setdefault(table.name, Rows(columns=list(table.columns), rows=[]))
        into["rows"].append(values)
    replica.receiving.store_page(
        Packet(
            epoch="1", tables=tables, shares=[], leave=[], cursor=str(rev), upto=rev + 1,
            more=False, restart=False,
        )
    )  # fmt: skip


def known(replica: Replica, name: str, channel: str, address: str) -> tuple[Customer, Identity]:
    customer = Customer(id=new_id(), name=name)
    identity = Identity(id=new_id(), customer_id=customer.id, channel=channel, address=address)
    store(replica, customer, identity)
    return customer, identity


def names(replica: Replica, text: str) -> list[str]:
    return [name for _, name, _ in replica.find_customers(text)]


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("a.bakker@example.nl", "bakker@exa"),
        ("a.bakker@example.nl", "akke"),
        ("A.Bakker@Example.nl", "a.bakker@example.nl"),
        ("+31612345678", "+31612345678"),
        ("+31612345678", "0612345678"),
        ("+31612345678", "06 1234 5678"),
        ("+31612345678", "(06) 1234-5678"),
        ("+31612345678", "0031 6 12345678"),
        ("+31612345678", "5678"),
        ('odd"quote%@example.nl', 'd"quote%@'),
    ],
)
def test_part_of_an_address_finds_its_customer(replica: Replica, address: str, typed: str) -> None:
    known(replica, "Somebody Else", "email", "nobody@example.org")
    known(replica, "Anna Bakker", "email", address)
    assert names(replica, typed) == ["Anna Bakker"]


@pytest.mark.parametrize(
    "typed", ["rekkab", "0698765432", "bak%er", "no such", '""""', "\ud800xyz"]
)
def test_what_no_address_holds_finds_nobody(replica: Replica, typed: str) -> None:
    known(replica, "Anna", "email", "a.bakker@example.nl")
    assert names(replica, typed) == []


def test_an_address_that_changed_is_found_as_it_is_now(replica: Replica) -> None:
    customer, identity = known(replica, "Anna", "email", "before@example.nl")
    identity.address = "after@example.nl"
    store(replica, customer, identity, rev=2)
    assert names(replica, "before@") == []
    assert names(replica, "after@") == ["Anna"]


def test_an_older_row_that_comes_late_changes_nothing(replica: Replica) -> None:
    customer = Customer(id=new_id(), name="Anna Bakker")
    store(replica, customer, rev=5)
    customer.name = "Anna Visser"
    store(replica, customer, rev=3)
    assert names(replica, "bakker") == ["Anna Bakker"]
    assert names(replica, "visser") == []
