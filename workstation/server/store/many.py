"""Many rows in one statement, for the busiest paths: values travel as one list a column, so that
neither side has to think about each row.

Elsewhere `bulk.py` does, or the session itself.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Integer,
    LargeBinary,
    Table,
    TextClause,
    bindparam,
    text,
    update as plain_update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from workstation.models import Base
from workstation.models.base import IdType

Rows = Sequence[Mapping[str, Any]]


def insert(session: Session, model: type[Base], rows: Rows, *, passing_over: bool = False) -> None:
    """Insert rows that all have the same columns; the others take their defaults. With
    `passing_over`, what is there already stays as it is."""
    if not rows:
        return
    table = _table(model)
    if session.get_bind().dialect.name == "postgresql":
        given = tuple(rows[0])
        defaults = _defaults(table, given)
        values = {name: _column(table, name, [row[name] for row in rows]) for name in given}
        values |= {name: [value] * len(rows) for name, value in defaults.items()}
        statement = _inserting(table, (*given, *defaults), passing_over)
        session.connection().execute(statement, values)
        return
    plain = sqlite.insert(table)
    if passing_over:
        plain = plain.on_conflict_do_nothing()
    session.connection().execute(plain, [dict(row) for row in rows])


def update(session: Session, model: type[Base], rows: Rows) -> None:
    """Update rows, known by their `id`, that all have the same columns."""
    if not rows:
        return
    table = _table(model)
    columns = tuple(rows[0])
    if session.get_bind().dialect.name == "postgresql":
        values = {name: _column(table, name, [row[name] for row in rows]) for name in columns}
        session.connection().execute(_updating(table, columns), values)
        return
    changed = [name for name in columns if name != "id"]
    session.connection().execute(
        plain_update(table)
        .where(table.c.id == bindparam("row_id"))
        .values({name: bindparam(f"new_{name}") for name in changed}),
        [{"row_id": row["id"]} | {f"new_{name}": row[name] for name in changed} for row in rows],
    )


@lru_cache(maxsize=64)
def _inserting(table: Table, columns: tuple[str, ...], passing_over: bool) -> TextClause:
    lists = ", ".join(f"CAST(:{name} AS {_type(table, name)}[])" for name in columns)
    picked = ", ".join(_picked(table, name) for name in columns)
    into = ", ".join(columns)
    statement = (
        f"INSERT INTO {table.name} ({into}) SELECT {picked} FROM unnest({lists}) AS given ({into})"
    )
    return text(statement + (" ON CONFLICT DO NOTHING" if passing_over else ""))


@lru_cache(maxsize=64)
def _updating(table: Table, columns: tuple[str, ...]) -> TextClause:
    lists = ", ".join(f"CAST(:{name} AS {_type(table, name)}[])" for name in columns)
    changed = ", ".join(f"{name} = {_picked(table, name)}" for name in columns if name != "id")
    return text(
        f"UPDATE {table.name} SET {changed} "
        f"FROM unnest({lists}) AS given ({', '.join(columns)}) WHERE {table.name}.id = given.id"
    )


@lru_cache(maxsize=64)
def _defaults(table: Table, given: tuple[str, ...]) -> dict[str, Any]:
    """The columns that are not given and have a default, with it as it travels."""
    found: dict[str, Any] = {}
    for column in table.columns:
        default: Any = column.default
        if column.name in given or default is None:
            continue
        value = default.arg(None) if default.is_callable else default.arg
        found[column.name] = json.dumps(value) if isinstance(column.type, JSON) else value
    return found


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _type(table: Table, name: str) -> str:
    kind = table.c[name].type
    if isinstance(kind, IdType):
        return "uuid"
    if isinstance(kind, BigInteger):
        return "bigint"
    if isinstance(kind, Integer):
        return "integer"
    if isinstance(kind, Boolean):
        return "boolean"
    if isinstance(kind, LargeBinary):
        return "bytea"
    return "text"


def _picked(table: Table, name: str) -> str:
    return f"given.{name}::json" if isinstance(table.c[name].type, JSON) else f"given.{name}"


def _column(table: Table, name: str, values: Collection[Any]) -> list[Any]:
    if isinstance(table.c[name].type, JSON):
        return ["{}" if value == {} else json.dumps(value) for value in values]
    return list(values)
