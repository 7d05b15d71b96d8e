"""What every table shares: the column types, and how a replicated row belongs to a root.

Ids are text in Python (native `uuid` on PostgreSQL). Times are integers: milliseconds since
1970-01-01 UTC. Money is an integer of the smallest unit of its currency. `rev` is stamped by the
database itself on every insert and update, see `workstation/server/store`.
"""

import enum
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from sqlalchemy import JSON, BigInteger, Enum, MetaData, String, Text
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class IdType(TypeDecorator[str]):
    """An id: text in Python and on SQLite, native uuid on PostgreSQL."""

    impl = String(36)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID(as_uuid=False))
        return dialect.type_descriptor(String(36))


Id = Annotated[str, mapped_column(IdType())]
PrimaryId = Annotated[str, mapped_column(IdType(), primary_key=True)]
Instant = Annotated[int, mapped_column(BigInteger())]
Short = Annotated[str, mapped_column(String(200))]
Long = Annotated[str, mapped_column(Text())]
Facts = Annotated[dict[str, Any], mapped_column(JSON())]
Names = Annotated[list[str], mapped_column(JSON())]


class Base(DeclarativeBase):
    """A row. What is not given takes its column's default at once, not only when it is written:
    a desk shows what an action makes without ever writing it."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {Literal: Enum(enum.Enum, native_enum=False, length=20)}

    def __init__(self, **given: Any) -> None:
        for column in self.__table__.columns:
            if column.key in given:
                continue
            default: Any = column.default
            if default is None:
                setattr(self, column.key, None)
            elif default.is_callable:
                setattr(self, column.key, default.arg(None))
            else:
                setattr(self, column.key, default.arg)
        for name, value in given.items():
            if name not in self.__table__.columns:
                raise TypeError(f"{type(self).__name__} has no column {name!r}")
            setattr(self, name, value)


class Root(StrEnum):
    """Whose visibility decides who receives a row."""

    ALL = "all"
    """Reference data: every desk has it."""
    CONTACT = "contact"
    """A contact and what hangs on it: who the contact is shared with."""
    CUSTOMER = "customer"
    """A customer and what hangs on them: who has, or had, a contact with them."""


class Replicated:
    """A row that desks hold: it has one id, a revision, and belongs to a root."""

    root: ClassVar[Root] = Root.ALL
    root_column: ClassVar[str] = "id"

    id: Mapped[PrimaryId]
    rev: Mapped[int] = mapped_column(BigInteger(), default=0, server_default="0", index=True)


Channel = Literal["whatsapp", "instagram", "messenger", "email", "chat", "phone", "console"]
CHANNELS: tuple[Channel, ...] = (
    "whatsapp",
    "instagram",
    "messenger",
    "email",
    "chat",
    "phone",
    "console",
)
