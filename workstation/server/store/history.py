"""A customer's whole history, and finding a customer: what any signed-in agent may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from workstation.models import (
    Attachment,
    Case,
    Contact,
    Customer,
    Identity,
    Message,
    Order,
    OrderLine,
    Replicated,
    Return,
    WrapUp,
)
from workstation.server.store.persons import heads, together
from workstation.wire.changes import Rows
from workstation.wire.tables import TABLES

_OF_A_CUSTOMER: tuple[type[Replicated], ...] = (Identity, Order, OrderLine, Return)
_OF_A_CONTACT: tuple[type[Replicated], ...] = (Message, Attachment, WrapUp, Case)


@dataclass(frozen=True, slots=True)
class History:
    """Rows by table, in the wire form; `before` is where the next page begins."""

    tables: dict[str, Rows]
    more: bool
    before: str


@dataclass(frozen=True, slots=True)
class Found:
    customer_id: str
    name: str
    city: str
    addresses: tuple[str, ...]


def read_history(
    session: Session, customer_id: str, *, before: str | None, limit: int
) -> History | None:
    """Up to `limit` contacts, newest first, with all that hangs on them. The first page has the
    customer's own rows too. None when there is no such customer, or no such page."""
    if session.get(Customer, customer_id) is None:
        return None
    people = sorted(together(session, [customer_id])[customer_id])
    contacts = select(Contact.id).where(
        Contact.customer_id.in_(people), Contact.archived_at.is_(None)
    )
    if before is not None:
        last = session.get(Contact, before)
        if last is None:
            return None
        contacts = contacts.where(
            or_(
                Contact.opened_at < last.opened_at,
                and_(Contact.opened_at == last.opened_at, Contact.id < last.id),
            )
        )
    newest = contacts.order_by(Contact.opened_at.desc(), Contact.id.desc()).limit(limit + 1)
    ids = list(session.scalars(newest))
    page = ids[:limit]
    tables: dict[str, Rows] = {}
    if before is None:
        _put(session, tables, Customer, Customer.id.in_(people))
        for model in _OF_A_CUSTOMER:
            _put(session, tables, model, _column(model, "customer_id").in_(people))
    if page:
        _put(session, tables, Contact, Contact.id.in_(page))
        for model in _OF_A_CONTACT:
            _put(session, tables, model, _column(model, "contact_id").in_(page))
    return History(tables=tables, more=len(ids) > limit, before=page[-1] if page else "")


def find_customers(session: Session, words: str, *, limit: int) -> list[Found]:
    """Customers by name, address or order number; those who turned out to be somebody else are
    found as that person."""
    by_address = select(Identity.customer_id).where(
        Identity.address.icontains(words, autoescape=True)
    )
    by_order = select(Order.customer_id).where(Order.number.istartswith(words, autoescape=True))
    matching = session.scalars(
        select(Customer.id)
        .where(
            or_(
                Customer.name.icontains(words, autoescape=True),
                Customer.id.in_(by_address.limit(200)),
                Customer.id.in_(by_order.limit(200)),
            ),
        )
        .order_by(Customer.provisional, Customer.name, Customer.id)
        .limit(4 * limit)  # several may be one person
    ).all()
    customers = session.scalars(
        select(Customer)
        .where(Customer.id.in_(set(heads(session, matching).values())))
        .order_by(Customer.provisional, Customer.name, Customer.id)
        .limit(limit)
    ).all()
    groups = together(session, [customer.id for customer in customers])
    addresses: dict[str, list[str]] = {customer.id: [] for customer in customers}
    one_of = {member: person for person, group in groups.items() for member in group}
    for identity in session.scalars(
        select(Identity).where(Identity.customer_id.in_(one_of)).order_by(Identity.id)
    ):
        addresses[one_of[identity.customer_id]].append(identity.address)
    return [
        Found(customer.id, customer.name, customer.city, tuple(addresses[customer.id]))
        for customer in customers
    ]


def _put(
    session: Session,
    tables: dict[str, Rows],
    model: type[Replicated],
    where: ColumnElement[bool],
) -> None:
    wire = next(table for table in TABLES.values() if table.model is model)
    found: Iterable[Any] = session.execute(
        select(wire.table).where(where).order_by(wire.table.c["id"])
    )
    rows = [list(row) for row in found]
    if rows:
        tables[wire.name] = Rows(columns=list(wire.columns), rows=rows)


def _column(model: type[Replicated], name: str) -> ColumnElement[Any]:
    found: ColumnElement[Any] = getattr(model, name)
    return found
