"""Everybody who turned out to be one person: the customers merged into one another."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from workstation.models import Customer


def _upwards() -> Select[Any]:
    """From each of `ids` to the one that is merged into nobody."""
    start = select(
        Customer.id.label("start"), Customer.id.label("id"), Customer.merged_into_id.label("into")
    ).where(Customer.id.in_(bindparam("ids", expanding=True)))
    up = start.cte("up", recursive=True)
    above = aliased(Customer)
    up = up.union(
        select(up.c.start, above.id, above.merged_into_id).where(above.id == up.c["into"])
    )
    return select(up.c.start, up.c.id).where(up.c["into"].is_(None))


def _downwards() -> Select[Any]:
    """From each of `ids` to all that are merged into it."""
    start = select(Customer.id.label("top"), Customer.id.label("id")).where(
        Customer.id.in_(bindparam("ids", expanding=True))
    )
    down = start.cte("down", recursive=True)
    below = aliased(Customer)
    down = down.union(select(down.c.top, below.id).where(below.merged_into_id == down.c.id))
    return select(down.c.top, down.c.id)


# Every action asks them, and writing them down takes longer than asking.
_UPWARDS, _DOWNWARDS = _upwards(), _downwards()


def heads(session: Session, customer_ids: Collection[str]) -> dict[str, str]:
    """The customer that each of these is part of: itself unless merged."""
    found = session.execute(_UPWARDS, {"ids": list(customer_ids)})
    return {str(begin): str(top) for begin, top in found}


def together(session: Session, customer_ids: Collection[str]) -> dict[str, frozenset[str]]:
    """For each of these customers, everybody they are one person with, themselves included."""
    tops = heads(session, customer_ids)
    groups: dict[str, set[str]] = {}
    for top, member in session.execute(_DOWNWARDS, {"ids": list(set(tops.values()))}):
        groups.setdefault(str(top), set()).add(str(member))
    return {
        customer_id: frozenset(groups.get(tops.get(customer_id, ""), {customer_id}))
        for customer_id in customer_ids
    }


def merged(session: Session, customer_ids: Collection[str]) -> dict[str, frozenset[str]]:
    """The same, for those of these customers only who are not alone: quick when all are."""
    found = session.execute(
        select(Customer.id, Customer.merged_into_id).where(
            Customer.merged_into_id.is_not(None),
            or_(Customer.id.in_(customer_ids), Customer.merged_into_id.in_(customer_ids)),
        )
    ).all()
    near = {str(one) for pair in found for one in pair} & set(customer_ids)
    return together(session, sorted(near)) if near else {}
