"""The rows of the replica as an action sees and changes them, and what each has looked at."""

from typing import Any, Final

import orjson

from workstation.actions.base import Row
from workstation.models import Message, Replicated
from workstation.replica.footprints import Cell, Footprint, belongs
from workstation.replica.message_number import number_of
from workstation.replica.vault import Connection
from workstation.wire.tables import TABLES, WireTable

_BY_MODEL: dict[type[Replicated], WireTable] = {table.model: table for table in TABLES.values()}
_ALWAYS: Final = frozenset({Cell("table", "agent"), Cell("table", "membership")})
"""Who somebody is, and in which teams, is behind whatever they do."""


class ReplicaWorld:
    """A `World` over the rows as they look now. `flush` writes what actions changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[tuple[str, str], Replicated | None] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._loaded: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._seen: dict[tuple[str, str], tuple[Any, ...]] = {}
        """How a row looked when an action was done with it last."""
        self._touched: set[tuple[str, str]] = set()
        self._reads: set[Cell] = set()

    def get(self, model: type[Row], row_id: str) -> Row | None:
        table = _BY_MODEL[model]
        key = (table.name, row_id)
        if key not in self._rows:
            self._read(table, "id = ?", (row_id,))
            self._rows.setdefault(key, None)
        found = self._rows[key]
        if found is None:
            self._reads.add(_missing(table, row_id))
        else:
            self._touched.add(key)
        assert found is None or isinstance(found, model)
        return found

    def find(self, model: type[Row], **equal: Any) -> list[Row]:
        table = _BY_MODEL[model]
        where = " AND ".join(f'"{name}" IS ?' for name in equal)
        self._read(table, where, tuple(equal.values()))
        matching = [
            row
            for (name, _), row in self._rows.items()
            if name == table.name
            and isinstance(row, model)
            and all(getattr(row, column) == value for column, value in equal.items())
        ]
        self._reads.add(_searched(table, equal))
        self._touched.update((table.name, row.id) for row in matching)
        return sorted(matching, key=lambda row: row.id)

    def add(self, row: Replicated) -> None:
        key = (_BY_MODEL[type(row)].name, row.id)
        self._rows[key] = row
        self._touched.add(key)

    def footprint(self) -> Footprint:
        """What was read and written since the last time this was asked."""
        reads, writes = set(_ALWAYS | self._reads), set[Cell]()
        for name, row_id in self._touched:
            row = self._rows[(name, row_id)]
            assert row is not None
            table, values = TABLES[name], _values(TABLES[name], row)
            before = self._seen.get((name, row_id), self._loaded.get((name, row_id)))
            reads.add(_cell(table, values))
            if values != before:
                self._seen[(name, row_id)] = values
                writes |= {_cell(table, values), Cell("row", f"{name} {row_id}"), Cell("any", name)}
                if before is not None:
                    writes.add(_cell(table, before))
        self._touched.clear()
        self._reads.clear()
        return Footprint(frozenset(reads), frozenset(writes))

    def flush(self) -> set[tuple[str, str]]:
        """Write changed rows to the preview tables; their table names and ids."""
        written: set[tuple[str, str]] = set()
        for (name, row_id), row in self._rows.items():
            if row is None:
                continue
            table = TABLES[name]
            values = _values(table, row)
            if self._loaded.get((name, row_id)) == values:
                continue
            number = self._numbers.get((name, row_id))
            if number is None:
                number = self._new_number(table, row)
            names = ", ".join(f'"{column}"' for column in ("n", *table.columns))
            self._connection.execute(
                f"INSERT OR REPLACE INTO {name}_preview ({names}) "
                f"VALUES ({', '.join('?' * (len(values) + 1))})",
                (number, *values),
            )
            written.add((name, row_id))
        return written

    def _read(self, table: WireTable, where: str, values: tuple[Any, ...]) -> None:
        columns = ", ".join(f'"{name}"' for name in table.columns)
        found = self._connection.execute(
            f"SELECT n, {columns} FROM {table.name}_now WHERE {where}", values
        )
        for number, *row in found.fetchall():
            given = dict(zip(table.columns, row, strict=True))
            for name in table.json_columns:
                given[name] = orjson.loads(given[name]) if given[name] is not None else None
            for name in table.bool_columns:
                given[name] = None if given[name] is None else bool(given[name])
            key = (table.name, given["id"])
            if key not in self._rows:
                self._rows[key] = table.model(**given)
                self._numbers[key] = number
                self._loaded[key] = tuple(row)

    def _new_number(self, table: WireTable, row: Replicated) -> int:
        if isinstance(row, Message):
            number = number_of(row.at, row.id)
        else:
            highest = self._connection.execute(f"SELECT max(n) FROM {table.name}_now").fetchone()[0]
            number = (highest or 0) + 1
        while self._connection.execute(
            f"SELECT 1 FROM {table.name}_now WHERE n = ?", (number,)
        ).fetchone():
            number += 1
        return number


def _values(table: WireTable, row: Replicated) -> tuple[Any, ...]:
    values = []
    for name in table.columns:
        value = getattr(row, name)
        if name in table.json_columns:
            value = orjson.dumps(value).decode()
        elif name in table.bool_columns and value is not None:
            value = int(value)
        elif name == "rev" and value is None:
            value = 0
        values.append(value)
    return tuple(values)


def _cell(table: WireTable, values: tuple[Any, ...]) -> Cell:
    """What a row belongs to."""
    if table.root == "all":
        return Cell("table", table.name)
    return belongs(table.root, str(values[table.columns.index(table.root_column)]))


def _missing(table: WireTable, row_id: str) -> Cell:
    """What will be different when a row that is not there comes."""
    if table.root == "all":
        return Cell("table", table.name)
    return Cell("row", f"{table.name} {row_id}")


def _searched(table: WireTable, equal: dict[str, Any]) -> Cell:
    """What a search looked through."""
    if table.root == "all":
        return Cell("table", table.name)
    root = equal.get(table.root_column)
    return Cell("any", table.name) if root is None else belongs(table.root, str(root))
