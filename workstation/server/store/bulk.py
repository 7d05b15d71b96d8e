"""Many rows at once: insert what is new, update what differs, leave the rest untouched.

A row that is the same keeps its revision, so importing twice sends nothing to anybody.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Table, cast, or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workstation.models import Base


def write(
    session: Session,
    model: type[Base],
    rows: Sequence[Mapping[str, Any]],
    *,
    update: bool = True,
) -> int:
    """Upsert `rows` by primary key. Missing columns take their defaults. Returns how many rows
    were inserted or changed. With `update=False` what exists stays as it is.

    `rows` must not hold one key twice.
    """
    table = model.__table__
    assert isinstance(table, Table)
    columns = [column for column in table.columns if column.name != "rev"]
    filled = [{column.name: _value(column, row) for column in columns} for row in rows]
    if not filled:
        return 0
    dialect = session.get_bind().dialect.name
    insert = (postgresql.insert if dialect == "postgresql" else sqlite.insert)(table)
    keys = [column.name for column in table.primary_key]
    if update:
        changing = [column for column in columns if column.name not in keys]
        different = or_(
            *(
                _comparable(column, dialect).is_distinct_from(
                    _comparable(insert.excluded[column.name], dialect)
                )
                for column in changing
            )
        )
        statement = insert.on_conflict_do_update(
            index_elements=keys,
            set_={column.name: insert.excluded[column.name] for column in changing},
            where=different,
        )
    else:
        statement = insert.on_conflict_do_nothing()
    result = session.connection().execute(
        statement, filled, execution_options={"preserve_rowcount": True}
    )
    return max(0, result.rowcount)


def _value(column: Any, row: Mapping[str, Any]) -> Any:
    if column.name in row:
        return row[column.name]
    default = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg


def _comparable(column: Any, dialect: str) -> Any:
    if isinstance(column.type, JSON) and dialect == "postgresql":
        return cast(column, postgresql.JSONB)
    return column
