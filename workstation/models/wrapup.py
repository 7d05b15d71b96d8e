"""How a contact is logged: product, reason, what was offered; and the trees to choose from."""

from typing import Literal

from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Id, Instant, Long, Names, Replicated, Root, Short

ReasonKind = Literal["question", "complaint"]


class Reason(Replicated, Base):
    """Question or complaint, then a topic: a small tree the shop edits."""

    __tablename__ = "reason"
    parent_id: Mapped[Id | None]
    kind: Mapped[ReasonKind]
    name_en: Mapped[Short]
    name_nl: Mapped[Short]
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class Resolution(Replicated, Base):
    """Something that can be offered to a customer."""

    __tablename__ = "resolution"
    name_en: Mapped[Short]
    name_nl: Mapped[Short]
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class WrapUp(Replicated, Base):
    """The log entry that ends a contact. A reopened contact gets another one."""

    __tablename__ = "wrap_up"
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id] = mapped_column(index=True)
    agent_id: Mapped[Id]
    product_id: Mapped[Id | None] = mapped_column(index=True)
    variant_id: Mapped[Id | None]
    reason_id: Mapped[Id]
    resolution_ids: Mapped[Names] = mapped_column(default=list)
    note: Mapped[Long] = mapped_column(default="")
    at: Mapped[Instant]
