"""Storing what the server sent: rows, shares and the cursor, in one transaction.

These are the only statements that touch base rows (rule 1). A row never goes back to an older
revision, so history that was asked for and the live stream may arrive in any order.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from workstation.replica.disturbed import cells_lost, cells_of
from workstation.replica.footprints import Cell
from workstation.replica.message_number import number_of, ticks
from workstation.replica.rows.news import Changed
from workstation.replica.vault import Connection
from workstation.replica.words import TICK, indexed
from workstation.wire.changes import Rows, ShareChange
from workstation.wire.tables import TABLES, WireTable

_SOME = 500
"""Ids in one IN list."""


@dataclass(frozen=True, slots=True)
class _Index:
    """A search index beside a table: what it holds of a row is made of a few of its columns."""

    table: str
    name: str
    columns: tuple[str, ...]
    said: Callable[..., str]

    def drop(self, connection: Connection, column: str, values: Sequence[Any]) -> None:
        """Take the rows with these values in a column out of the index."""
        for some in _portions(values):
            marks = ",".join("?" * len(some))
            connection.execute(
                f"DELETE FROM {self.name} WHERE rowid IN "
                f"(SELECT n FROM {self.table} WHERE {column} IN ({marks}))",
                some,
            )

    def add(self, connection: Connection, ids: Sequence[str]) -> None:
        columns = ", ".join(("n", *self.columns))
        for some in _portions(ids):
            marks = ",".join("?" * len(some))
            found = connection.execute(
                f"SELECT {columns} FROM {self.table} WHERE id IN ({marks}) ORDER BY n", some
            )
            connection.executemany(
                f"INSERT INTO {self.name} (rowid, said) VALUES (?, ?)",
                [(n, self.said(*values)) for n, *values in found.fetchall()],
            )


_INDEXES = {
    "customer": _Index(
        "customer",
        "customer_text",
        ("name", "city"),
        lambda name, city: indexed(f"{name} {city}"),
    ),
    "identity": _Index("identity", "address_text", ("address",), str),
    "message": _Index("message", "message_text", ("text",), indexed),
}


class Applied:
    """What a packet touched; its `cells` only where something is laid over the rows."""

    def __init__(self, *, cells: bool = False) -> None:
        self.watches = cells
        self.cells: set[Cell] = set()
        self.contacts: set[str] = set()
        self.customers: set[str] = set()
        self.tables: set[str] = set()

    def changed(self) -> Changed:
        return Changed(
            contacts=frozenset(self.contacts),
            customers=frozenset(self.customers),
            tables=frozenset(self.tables),
        )


def store_rows(connection: Connection, tables: dict[str, Rows], applied: Applied) -> None:
    """Put rows of the wire into the base tables and the search index. Tables and columns this
    desk does not know are left out; columns it misses are empty."""
    for name, table in TABLES.items():
        sent = tables.get(name)
        if sent is None or not sent["rows"]:
            continue
        rows = _fitted(table, sent)
        if applied.watches:
            applied.cells |= cells_of(connection, table, rows)
        if name == "message":
            _store_messages(connection, table, rows)
        elif name in _INDEXES:
            ids = [row[table.columns.index("id")] for row in rows]
            _INDEXES[name].drop(connection, "id", ids)
            connection.executemany(_upsert(table), rows)
            _INDEXES[name].add(connection, ids)
        else:
            connection.executemany(_upsert(table), rows)
        _note(table, rows, applied)


def store_shares(
    connection: Connection, shares: Iterable[ShareChange], leave: Sequence[str], applied: Applied
) -> None:
    """Leave audiences, then begin and end shares; what nothing shares with this desk any more is
    forgotten (rule 3). In this order: an audience whose first download was given up is left and
    begun anew by the same page."""
    begun, ended = [], []
    for share in shares:
        if share["gone"]:
            ended.append((share["root"], share["audience"]))
        else:
            begun.append((share["root"], share["audience"], share["kind"]))
    roots = {root for root, _ in ended}
    for audience in leave:
        left = connection.execute("SELECT root_id FROM share WHERE audience_id = ?", (audience,))
        roots.update(row[0] for row in left)
        connection.execute("DELETE FROM share WHERE audience_id = ?", (audience,))
    connection.executemany("INSERT OR REPLACE INTO share VALUES (?, ?, ?)", begun)
    connection.executemany("DELETE FROM guest WHERE contact_id = ?", [row[:1] for row in begun])
    connection.executemany("DELETE FROM share WHERE root_id = ? AND audience_id = ?", ended)
    if roots:
        forget(connection, roots, applied)


def forget(connection: Connection, roots: Iterable[str], applied: Applied) -> None:
    """Remove contacts and customers that no share holds, with all that hangs on them."""
    for some in _portions(sorted(roots)):
        marks = ",".join("?" * len(some))
        held = {
            row[0]
            for row in connection.execute(
                f"SELECT DISTINCT root_id FROM share WHERE root_id IN ({marks})", some
            )
        }
        lost = [root for root in some if root not in held]
        marks = ",".join("?" * len(lost))
        for name, index in _INDEXES.items():
            index.drop(connection, TABLES[name].root_column, lost)
        for table in TABLES.values():
            if table.root != "all":
                connection.execute(
                    f"DELETE FROM {table.name} WHERE {table.root_column} IN ({marks})", lost
                )
        connection.execute(f"DELETE FROM guest WHERE contact_id IN ({marks})", lost)
        if applied.watches:
            applied.cells |= cells_lost(lost)
        applied.contacts.update(lost)
        applied.customers.update(lost)
        applied.tables.update(("contact", "customer"))


def forget_all(connection: Connection) -> None:
    """Empty every base and preview table, and the cursor."""
    for table in TABLES.values():
        connection.execute(f"DELETE FROM {table.name}")
        connection.execute(f"DELETE FROM {table.name}_preview")
    for index in _INDEXES.values():
        connection.execute(f"INSERT INTO {index.name} ({index.name}) VALUES ('delete-all')")
    for name in ("share", "guest"):
        connection.execute(f"DELETE FROM {name}")
    connection.execute("DELETE FROM meta WHERE name IN ('cursor', 'upto', 'epoch')")


def _fitted(table: WireTable, sent: Rows) -> list[tuple[Any, ...]]:
    """Rows in this desk's column order, with lists and objects as JSON text."""
    given = sent["columns"]
    if tuple(given) == table.columns:
        rows: list[Sequence[Any]] = list(sent["rows"])
    else:
        places = [given.index(name) if name in given else None for name in table.columns]
        rows = [[None if place is None else row[place] for place in places] for row in sent["rows"]]
    texts = [place for place, name in enumerate(table.columns) if name in table.json_columns]
    if not texts:
        return [tuple(row) for row in rows]
    fitted = []
    for row in rows:
        copy = list(row)
        for place in texts:
            copy[place] = orjson.dumps(copy[place]).decode()
        fitted.append(tuple(copy))
    return fitted


def _upsert(table: WireTable, *, numbered: bool = False) -> str:
    names = (("n", *table.columns)) if numbered else table.columns
    columns = ", ".join(f'"{name}"' for name in names)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in table.columns if name != "id")
    return (
        f"INSERT INTO {table.name} ({columns}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT (id) DO UPDATE SET {changes} WHERE excluded.rev >= {table.name}.rev"
    )


def _store_messages(connection: Connection, table: WireTable, rows: list[tuple[Any, ...]]) -> None:
    """Messages get a number that rises with time, and a place in the search index."""
    row_id, at, text, rev = (table.columns.index(name) for name in ("id", "at", "text", "rev"))
    known: dict[str, tuple[int, str, int]] = {}
    for some in _portions([row[row_id] for row in rows]):
        marks = ",".join("?" * len(some))
        found = connection.execute(
            f"SELECT id, n, text, rev FROM message WHERE id IN ({marks})", some
        )
        known |= {row[0]: (row[1], row[2], row[3]) for row in found}
    fresh: dict[str, tuple[Any, ...]] = {}
    again: list[tuple[Any, ...]] = []
    words: list[tuple[int, str]] = []
    old: list[tuple[int]] = []
    for row in rows:
        had = known.get(row[row_id])
        if had is None:
            fresh[row[row_id]] = (number_of(row[at], row[row_id]), *row)
        elif row[rev] >= had[2]:
            again.append(row)
            if row[text] != had[1]:
                old.append((had[0],))
                words.append((had[0], _said(had[0], row[text])))
    if again:
        connection.executemany(_upsert(table), again)
    if fresh:
        numbered = _with_free_numbers(connection, list(fresh.values()))
        connection.executemany(_upsert(table, numbered=True), numbered)
        words += [(row[0], _said(row[0], row[text + 1])) for row in numbered if row[text + 1]]
    connection.executemany("DELETE FROM message_text WHERE rowid = ?", old)
    connection.executemany(
        "INSERT INTO message_text (rowid, said) VALUES (?, ?)",
        sorted(pair for pair in words if pair[1]),
    )


def _said(number: int, text: str) -> str:
    """What the index holds of a message."""
    said = indexed(text)
    return f"{said} {TICK}" if ticks(number) else said


def _with_free_numbers(
    connection: Connection, rows: list[tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """Two messages of one millisecond may share a number: the later one takes the next free."""
    taken: set[int] = set()
    for some in _portions([row[0] for row in rows]):
        marks = ",".join("?" * len(some))
        taken.update(
            row[0]
            for row in connection.execute(f"SELECT n FROM message WHERE n IN ({marks})", some)
        )
    free = []
    for row in rows:
        number = row[0]
        while number in taken or (
            number != row[0]
            and connection.execute("SELECT 1 FROM message WHERE n = ?", (number,)).fetchone()
        ):
            number += 1
        taken.add(number)
        free.append((number, *row[1:]))
    free.sort()
    return free


def _note(table: WireTable, rows: Iterable[tuple[Any, ...]], applied: Applied) -> None:
    applied.tables.add(table.name)
    into: Callable[[str], None]
    if table.root == "contact":
        into = applied.contacts.add
    elif table.root == "customer":
        into = applied.customers.add
    else:
        return
    place = table.columns.index(table.root_column)
    for row in rows:
        into(row[place])


def _portions(values: Sequence[Any]) -> Iterable[list[Any]]:
    for start in range(0, len(values), _SOME):
        yield list(values[start : start + _SOME])
