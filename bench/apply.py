"""apply: rows a second at which a change feed is stored in the replica.

Measured: `Receiving.store_page` over the pages of a first pull (2,000 rows each: shares, customers,
addresses, orders, contacts, messages, ...) into a fresh encrypted replica: checking what is known,
finding the stems of every word, the search index, the cursor, one transaction a page.

Anchor: the same rows and the same search rows, already tuples and already stemmed, by plain
`executemany` with one transaction a page into the same encrypted schema.
"""

import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from bench.feed import in_the_order_of_a_pull, pages
from bench.known_key import KEY
from bench.plan import Plan
from bench.replicas import sample
from bench.report import Report, median, note
from workstation.replica.replica import Replica
from workstation.replica.vault import Connection
from workstation.replica.words import indexed, stems_of
from workstation.wire.changes import Packet
from workstation.wire.tables import TABLES

Statement = tuple[str, list[tuple[Any, ...]]]


def run(plan: Plan) -> Report:
    batches = sample(contacts=plan.fed_contacts, messages=plan.fed_messages, seed=plan.seed)
    packets = list(pages(in_the_order_of_a_pull(batches)))
    rows = sum(map(_rows, packets))
    numbers = _numbers(packets)
    prepared = [_prepare(packet, numbers) for packet in packets]
    note(f"{rows:,} rows in {len(packets):,} pages")
    stored, plain = [], []
    for _ in range(plan.runs):
        stored.append(rows / _store(packets))
        plain.append(rows / _insert(prepared))
        note(f"{stored[-1]:,.0f} stored, {plain[-1]:,.0f} inserted plainly, rows/s")
    return Report(
        name="apply",
        value=median(stored),
        unit="rows/s",
        anchor="the same rows by plain executemany into the same encrypted schema",
        anchor_value=median(plain),
        runs=plan.runs,
    )


@contextmanager
def _fresh() -> Iterator[Replica]:
    with tempfile.TemporaryDirectory(prefix="workstation-bench-") as folder:
        replica = Replica.open(Path(folder), KEY)
        try:
            yield replica
        finally:
            replica.close()


def _rows(packet: Packet) -> int:
    return len(packet["shares"]) + sum(len(sent["rows"]) for sent in packet["tables"].values())


def _store(packets: list[Packet]) -> float:
    """Seconds to store them."""
    stems_of.cache_clear()
    with _fresh() as replica:
        receiving = replica.receiving
        began = time.perf_counter()
        for packet in packets:
            receiving.store_page(packet)
        return time.perf_counter() - began


def _insert(prepared: list[list[Statement]]) -> float:
    """Seconds to insert them without thought."""
    with _fresh() as replica:
        connection = replica.store.connection()
        began = time.perf_counter()
        for page in prepared:
            connection.execute("BEGIN IMMEDIATE")
            for statement, rows in page:
                connection.executemany(statement, rows)
            connection.execute("COMMIT")
        return time.perf_counter() - began


def _numbers(packets: list[Packet]) -> dict[str, dict[str, int]]:
    """The row numbers that the replica gives what can be searched."""
    with _fresh() as replica:
        for packet in packets:
            replica.receiving.store_page(packet)
        connection = replica.store.connection()
        return {name: _numbers_of(connection, name) for name in ("message", "customer", "identity")}


def _numbers_of(connection: Connection, table: str) -> dict[str, int]:
    return dict(connection.execute(f"SELECT id, n FROM {table}").fetchall())


def _prepare(packet: Packet, numbers: dict[str, dict[str, int]]) -> list[Statement]:
    """The statements of one page, with rows in the order in which the replica takes them."""
    shares = [(share["root"], share["audience"], share["kind"]) for share in packet["shares"]]
    statements: list[Statement] = [("INSERT OR REPLACE INTO share VALUES (?, ?, ?)", shares)]
    words: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for name, sent in packet["tables"].items():
        table, known = TABLES[name], numbers.get(name)
        place = table.columns.index("id")
        as_text = [table.columns.index(column) for column in table.json_columns]
        rows = []
        for row in sent["rows"]:
            values = list(row)
            for column in as_text:
                values[column] = orjson.dumps(values[column]).decode()
            rows.append(tuple(values) if known is None else (known[values[place]], *values))
            if name == "message":
                words["message_text"].append((rows[-1][0], indexed(_value(row, name, "text"))))
            elif name == "customer":
                said = f"{_value(row, name, 'name')} {_value(row, name, 'city')}"
                words["customer_text"].append((rows[-1][0], indexed(said)))
            elif name == "identity":
                words["address_text"].append((rows[-1][0], _value(row, name, "address")))
        columns = (*(() if known is None else ("n",)), *table.columns)
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        if known is not None:
            rows.sort(key=lambda row: row[0])
        statements.append((f"INSERT INTO {name} ({names}) VALUES ({marks})", rows))
    statements += [
        (
            f"INSERT INTO {name} (rowid, said) VALUES (?, ?)",
            sorted(pair for pair in found if pair[1]),
        )
        for name, found in words.items()
    ]
    return statements


def _value(row: list[Any], table: str, column: str) -> Any:
    return row[TABLES[table].columns.index(column)]
