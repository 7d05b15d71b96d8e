"""What narrows a search down, as the database knows it: names become the rows they name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from workstation.models.text import storable
from workstation.replica.queries.finding_customers import by_address, like
from workstation.replica.queries.person import head_of, together
from workstation.replica.vault import Connection
from workstation.replica.words import beginnings, fold
from workstation.rules.finding.operators import Kind
from workstation.rules.finding.reading import Asked, Trouble

MOST = 400
"""Rows that a name may stand for: whoever means more has to say more."""
MOST_CONTACTS = 2000

_UNREAD = (
    "((last_side = 'customer' AND coalesce(read_at, 0) < last_at) "
    "OR (waiting_since IS NOT NULL AND coalesce(read_at, 0) < waiting_since))"
)
_MYSELF = ("me", "ik", "mij", "mijzelf")
_NOBODY = ("nobody", "niemand", "none")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`where` is a condition on a contact. `contacts` are the only ones that can be meant, when
    they are known. Times in milliseconds: `after` counts, `before` does not."""

    where: str = "true"
    values: tuple[str | int, ...] = ()
    contacts: tuple[str, ...] | None = None
    before: int | None = None
    after: int | None = None
    troubles: tuple[Trouble, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether it narrows at all."""
        return self != Narrowed()


def narrowed(connection: Connection, asked: Asked, *, me: str, now: int) -> Narrowed:
    """Days are days where this desk stands."""
    parts: list[str] = []
    values: list[str | int] = []
    troubles: list[Trouble] = list(asked.troubles)

    def either(column: str, these: Sequence[str]) -> None:
        parts.append(f"{column} IN ({','.join('?' * len(these))})")
        values.extend(these)

    if asked.channels:
        either("channel", sorted(asked.channels))
    if kept := sorted(asked.states & {"open", "done", "snoozed"}):
        either("state", kept)
    if "unread" in asked.states:
        parts.append(_UNREAD)
    if "late" in asked.states:
        parts.append("(state = 'open' AND due_at < ?)")
        values.append(now)
    teams = _named(connection, asked, "team", "SELECT id, name_en, name_nl FROM team", troubles)
    if teams is not None:
        either("team_id", teams)
    _owned(connection, asked, me, parts, values, troubles)
    for tag in asked.values("tag"):
        parts.append(
            "EXISTS (SELECT 1 FROM json_each(tags) t WHERE lower(t.value) LIKE ? ESCAPE '\\')"
        )
        values.append(like(tag.lower()).removeprefix("%"))
    if asked.values("product"):
        _about(connection, asked, parts, values)
    return Narrowed(
        where=" AND ".join(parts) or "true",
        values=tuple(values),
        contacts=_contacts(connection, asked),
        before=_beginning(asked.before),
        after=_beginning(asked.after),
        troubles=tuple(troubles),
    )


def _named(
    connection: Connection, asked: Asked, kind: Kind, sql: str, troubles: list[Trouble]
) -> list[str] | None:
    """The ids of what is called so, in either language; None when it was not asked."""
    said = asked.values(kind)
    if not said:
        return None
    rows = connection.execute(sql).fetchall()
    found: list[str] = []
    for value in said:
        here = [row[0] for row in rows if any(_begins(value, name) for name in row[1:])]
        if not here:
            troubles.append(Trouble("agent" if kind == "agent" else "team", value))
        found += here
    return found


def _owned(
    connection: Connection,
    asked: Asked,
    me: str,
    parts: list[str],
    values: list[str | int],
    troubles: list[Trouble],
) -> None:
    said = asked.values("agent")
    if not said:
        return
    if all(value.casefold() in _NOBODY for value in said):
        parts.append("owner_id IS NULL")
        return
    others = tuple(t for t in asked.terms if t.value.casefold() not in (*_MYSELF, *_NOBODY))
    rest = Asked(terms=others)
    found = (
        _named(connection, rest, "agent", "SELECT id, name FROM agent WHERE active", troubles) or []
    )
    if any(value.casefold() in _MYSELF for value in said):
        found.append(me)
    marks = ",".join("?" * len(found))
    free = " OR owner_id IS NULL" if any(v.casefold() in _NOBODY for v in said) else ""
    parts.append(f"(owner_id IN ({marks}){free})")
    values.extend(found)


def _about(connection: Connection, asked: Asked, parts: list[str], values: list[str | int]) -> None:
    """A product by its name or number, or a kind of product."""
    products: list[str] = []
    variants: list[str] = []
    for said in asked.values("product"):
        words = storable(said).split()[:6]
        if not words:
            continue
        likes = [like(word) for word in words]
        has = " AND ".join(
            "(name || ' ' || brand || ' ' || code) LIKE ? ESCAPE '\\'" for _ in words
        )
        products += _first(connection, f"SELECT id FROM product WHERE {has} LIMIT {MOST}", likes)
        has = " AND ".join("(name || ' ' || sku) LIKE ? ESCAPE '\\'" for _ in words)
        variants += _first(connection, f"SELECT id FROM variant WHERE {has} LIMIT {MOST}", likes)
    rows = connection.execute("SELECT id, name_en, name_nl FROM product_type").fetchall()
    types = [
        row[0]
        for row in rows
        if any(_begins(said, name) for said in asked.values("product") for name in row[1:])
    ]
    lists = (("product_id", products), ("variant_id", variants), ("product_type_id", types))
    parts.append(
        "("
        + " OR ".join(f"{column} IN ({','.join('?' * len(ids))})" for column, ids in lists)
        + ")"
    )
    for _, ids in lists:
        values.extend(ids)


def _contacts(connection: Connection, asked: Asked) -> tuple[str, ...] | None:
    """The contacts of the people and orders that were named; None when none was."""
    only: set[str] | None = None
    ways: tuple[tuple[Kind, Callable[[Connection, str], list[str]]], ...] = (
        ("from", _of_people),
        ("order", _of_orders),
    )
    for kind, find in ways:
        said = asked.values(kind)
        if said:
            here = {one for value in said for one in find(connection, value)}
            only = here if only is None else only & here
    return None if only is None else tuple(sorted(only))


def _of_people(connection: Connection, said: str) -> list[str]:
    ids = [row[0] for row in by_address(connection, storable(said.strip()), MOST)]
    asked = beginnings(said)
    if asked:
        ids += _first(
            connection,
            "SELECT id FROM customer WHERE n IN (SELECT rowid FROM customer_text "
            "WHERE customer_text MATCH ? LIMIT ?)",
            (asked, MOST),
        )
    people = dict.fromkeys(
        person for one in ids for person in together(connection, head_of(connection, one))
    )
    return _where_in(connection, "customer_id", list(people))


def _of_orders(connection: Connection, said: str) -> list[str]:
    """Contacts about an order, and those of whoever placed it that are about none."""
    number = storable(said).lstrip("#").strip()
    found: list[tuple[str, str]] = connection.execute(
        "SELECT id, customer_id FROM customer_order WHERE number >= ? AND number < ? LIMIT ?",
        (number, number + "\uffff", 50),
    ).fetchall()
    people = [one for _, customer_id in found for one in together(connection, customer_id)]
    orders = {order_id for order_id, _ in found}
    contacts = _where_in(connection, "customer_id", list(dict.fromkeys(people)), ", order_id")
    return [contact for contact, order in contacts if order is None or order in orders]


def _where_in(connection: Connection, column: str, ids: list[str], more: str = "") -> list[Any]:
    if not ids:
        return []
    marks = ",".join("?" * len(ids))
    found = connection.execute(
        f"SELECT id{more} FROM contact_now WHERE {column} IN ({marks}) "
        f"ORDER BY last_at DESC LIMIT {MOST_CONTACTS}",
        ids,
    ).fetchall()
    return found if more else [row[0] for row in found]


def _first(connection: Connection, sql: str, values: Sequence[str | int]) -> list[str]:
    return [row[0] for row in connection.execute(sql, list(values)).fetchall()]


def _begins(said: str, name: str) -> bool:
    """Whether every word that was said begins a word of the name."""
    theirs = fold(name).split()
    mine = fold(said).replace("-", " ").split()
    return bool(mine) and all(any(one.startswith(word) for one in theirs) for word in mine)


def _beginning(day: date | None) -> int | None:
    """The first millisecond of a day here."""
    return None if day is None else round(datetime.combine(day, time.min).timestamp() * 1000)
