"""Holds, whenever what waits is laid over the rows, that laying some of it anew makes exactly what
laying all of it anew makes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from workstation.replica import overlay, receiving
from workstation.replica.footprints import Laid
from workstation.replica.vault import Connection
from workstation.wire.tables import TABLES

Rows = dict[str, set[tuple[Any, ...]]]


@dataclass
class Layings:
    """How often it was compared, and how often not all had to be laid anew."""

    compared: int = 0
    partial: int = 0
    left_alone: int = 0
    """Actions that were not laid anew, together."""


@contextmanager
def compared(patch: pytest.MonkeyPatch) -> Iterator[Layings]:
    """Every laying in here is compared with laying all anew."""
    seen = Layings()
    lay_anew, lay = overlay.lay_anew, overlay._lay
    laid_again: list[int] = []

    def counting(connection: Connection, agent_id: str, entries: list[Any]) -> Any:
        laid_again.append(len(entries))
        return lay(connection, agent_id, entries)

    def both(connection: Connection, laid: Laid, agent_id: str, upto: int) -> overlay.Touched:
        before, known = _rows(connection), laid.known
        laid_again.clear()
        touched = lay_anew(connection, laid, agent_id, upto)
        again = sum(laid_again)
        some = _rows(connection)
        connection.execute("SAVEPOINT whole")
        overlay.lay_all(connection, Laid(), agent_id, upto)
        every = _rows(connection)
        waiting = laid_again[-1]
        connection.execute("ROLLBACK TO whole")
        connection.execute("RELEASE whole")
        assert some == every
        assert _numbers_are_free(connection)
        told = {name for name, _ in touched}
        assert {name for name in TABLES if before[name] != some[name]} <= told
        seen.compared += 1
        seen.partial += known and again < waiting
        seen.left_alone += max(0, waiting - again)
        return touched

    patch.setattr(overlay, "_lay", counting)
    patch.setattr(overlay, "lay_anew", both)
    patch.setattr(receiving, "lay_anew", both)
    yield seen


def _rows(connection: Connection) -> Rows:
    """What is laid over and is not as it is below, but for the numbers that were free."""
    found: Rows = {}
    for name, table in TABLES.items():
        columns = ", ".join(f'"{column}"' for column in table.columns)
        rows = connection.execute(
            f"SELECT {columns} FROM {name}_preview EXCEPT SELECT {columns} FROM {name}"
        )
        found[name] = {tuple(row) for row in rows.fetchall()}
    return found


def _numbers_are_free(connection: Connection) -> bool:
    """No two rows of a table that one sees have the same number."""
    return all(
        connection.execute(f"SELECT n FROM {name}_now GROUP BY n HAVING count(*) > 1").fetchone()
        is None
        for name in TABLES
    )
