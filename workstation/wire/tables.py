"""The wire form of a row: the values of its model's columns, in order. Derived, never repeated."""

from dataclasses import dataclass

from sqlalchemy import Boolean, Table
from sqlalchemy.types import JSON

from workstation.models import REPLICATED, Base, Replicated, Root


@dataclass(frozen=True)
class WireTable:
    """How one replicated table travels."""

    name: str
    model: type[Replicated]
    table: Table
    root: Root
    root_column: str
    columns: tuple[str, ...]
    json_columns: frozenset[str]
    bool_columns: frozenset[str]


def _describe(model: type[Replicated]) -> WireTable:
    assert issubclass(model, Base)
    table = model.__table__
    assert isinstance(table, Table)
    return WireTable(
        name=model.__tablename__,
        model=model,
        table=table,
        root=model.root,
        root_column=model.root_column,
        columns=tuple(column.name for column in table.columns),
        json_columns=frozenset(c.name for c in table.columns if isinstance(c.type, JSON)),
        bool_columns=frozenset(c.name for c in table.columns if isinstance(c.type, Boolean)),
    )


TABLES: dict[str, WireTable] = {
    table.name: table for table in (_describe(model) for model in REPLICATED)
}
"""By name, parents first: the order in which rows travel."""
