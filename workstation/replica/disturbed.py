"""What a packet disturbs of what is laid over the rows: the cells that its rows belong to."""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from workstation.replica.footprints import Cell, belongs
from workstation.replica.vault import Connection
from workstation.wire.tables import TABLES, WireTable


def cells_of(
    connection: Connection, table: WireTable, rows: Sequence[tuple[Any, ...]]
) -> set[Cell]:
    """Where actions may have looked: what these rows will belong to, and belonged to before. To
    be asked before they are stored."""
    if table.root == "all":
        return {Cell("table", table.name)}
    row_id, place = table.columns.index("id"), table.columns.index(table.root_column)
    ids = [str(row[row_id]) for row in rows]
    roots = {str(row[place]) for row in rows}
    if table.root_column != "id":
        before = connection.execute(
            f"SELECT DISTINCT {table.root_column} FROM {table.name} "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (orjson.dumps(ids).decode(),),
        )
        roots.update(row[0] for row in before.fetchall())
    cells = {belongs(table.root, root) for root in roots}
    return cells | {Cell("row", f"{table.name} {one}") for one in ids} | {Cell("any", table.name)}


def cells_lost(roots: Iterable[str]) -> set[Cell]:
    """The same for contacts and customers that are forgotten."""
    cells = {belongs(kind, root) for root in roots for kind in ("contact", "customer")}
    return cells | {Cell("any", name) for name in TABLES}


def meets_preview(connection: Connection, tables: Iterable[str]) -> bool:
    """Whether a row has come to the number of another one that is laid over."""
    return any(
        connection.execute(
            f"SELECT 1 FROM {name}_preview p JOIN {name} b ON b.n = p.n WHERE b.id <> p.id LIMIT 1"
        ).fetchone()
        for name in tables
    )
