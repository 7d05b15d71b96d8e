"""Conditions over many values that read the same however many there are, so that neither
SQLAlchemy nor PostgreSQL has to think anew about each number of them."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, any_, cast, func, literal, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute, Session

from workstation.models.base import IdType


def among(
    session: Session, column: InstrumentedAttribute[Any], values: Collection[str]
) -> ColumnElement[bool]:
    """The column has one of these texts, or ids."""
    if session.get_bind().dialect.name != "postgresql":
        return column.in_(values)
    kind = column.type if isinstance(column.type, IdType) else String()
    return column == any_(literal(list(values), ARRAY(kind)))


def pair_among(
    session: Session,
    first: InstrumentedAttribute[Any],
    second: InstrumentedAttribute[Any],
    pairs: Sequence[tuple[str, str]],
) -> ColumnElement[bool]:
    """The two columns have one of these pairs of texts."""
    if session.get_bind().dialect.name != "postgresql":
        return tuple_(first, second).in_(pairs)
    texts = ARRAY(String)
    lists = [cast(literal([pair[at] for pair in pairs], texts), texts) for at in (0, 1)]
    given = func.unnest(*lists).table_valued("first", "second", name="given").render_derived()
    return tuple_(first, second).in_(select(given.c.first, given.c.second))
