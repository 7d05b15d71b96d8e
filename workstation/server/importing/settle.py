"""Bring rows in line with what a file says, and tell which were new, changed or the same."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from workstation.models import Base
from workstation.server.store import bulk

Fate = Literal["new", "changed", "same"]
_AT_ONCE = 500


class NotThere(Exception):
    """Why one row cannot be written, for the report."""


Outcome = Fate | NotThere


def existing(
    session: Session, model: type[Base], ids: Sequence[str], *, hold: bool = False
) -> dict[str, dict[str, Any]]:
    """The rows with these ids, as columns; with `hold`, nobody else changes them meanwhile."""
    table = _table(model)
    wanted = sorted(set(ids))
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        statement = select(table).where(table.c.id.in_(wanted[start : start + _AT_ONCE]))
        if hold:
            statement = statement.order_by(table.c.id).with_for_update()
        for row in session.execute(statement).mappings():
            found[row["id"]] = dict(row)
    return found


def settle(
    session: Session,
    model: type[Base],
    rows: Sequence[Mapping[str, Any]],
    *,
    update: bool = True,
) -> dict[str, Fate]:
    """Insert or update `rows` by id. What a row does not name keeps its value. With
    `update=False` what is there stays as it is."""
    there = existing(session, model, [row["id"] for row in rows], hold=update)
    fates: dict[str, Fate] = {}
    writing: list[dict[str, Any]] = []
    for row in rows:
        old = there.get(row["id"])
        if old is None:
            fates[row["id"]] = "new"
            writing.append(dict(row))
        elif update and any(old[name] != value for name, value in row.items()):
            fates[row["id"]] = "changed"
            writing.append(old | dict(row))
        else:
            fates[row["id"]] = "same"
    bulk.write(session, model, writing, update=update)
    return fates


def together(fates: Sequence[Fate]) -> Fate:
    """Of the rows that make up one thing, the first being the thing itself."""
    if fates[0] == "new":
        return "new"
    return "same" if all(fate == "same" for fate in fates) else "changed"


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
