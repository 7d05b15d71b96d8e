"""Customers by what somebody types: how a name or city begins, an address, an order number."""

import re

from workstation.models.text import shown, storable
from workstation.replica.queries.person import head_of, names
from workstation.replica.vault import Connection
from workstation.replica.words import pieces, query

SHORTEST = 4
"""Characters from which on numbers and addresses are looked at."""
_BETWEEN_DIGITS = re.compile(r"[ ().\-/]")
_NUMBER = re.compile(r"\+?\d+")


def find(connection: Connection, text: str, limit: int) -> list[tuple[str, str, str]]:
    """Customers by the beginning of a name or city, an address, or an order number."""
    found: dict[str, str] = {}
    typed = storable(text.strip())
    if len(typed) >= SHORTEST:
        found |= connection.execute(
            "SELECT customer_id, number FROM customer_order WHERE number = ? LIMIT ?",
            (typed, limit),
        ).fetchall()
        for customer_id, address in by_address(connection, typed, limit):
            found.setdefault(customer_id, shown(address))
    asked = query(text)
    if asked:
        for customer_id, city in connection.execute(
            "SELECT id, city FROM customer WHERE n IN (SELECT rowid FROM customer_text "
            "WHERE customer_text MATCH ? LIMIT ?)",
            (asked, limit),
        ).fetchall():
            found.setdefault(customer_id, shown(city))
    known = names(connection, found)
    listed: dict[str, tuple[str, str, str]] = {}
    for key, detail in found.items():
        person = head_of(connection, key)
        listed.setdefault(person, (person, shown(known.get(key, "")), detail))
    return list(listed.values())[:limit]


def by_address(connection: Connection, typed: str, limit: int) -> list[tuple[str, str]]:
    """Customer and address, for addresses that hold what was typed. Telephone numbers may be
    typed as people write them: with spaces, and 06 for +316."""
    bare = _BETWEEN_DIGITS.sub("", typed)
    if _NUMBER.fullmatch(bare):
        typed = bare.lstrip("+0")
    if len(typed) < SHORTEST or " " in typed:
        return []
    found: list[tuple[str, str]] = connection.execute(
        "SELECT (SELECT customer_id FROM identity_now WHERE id = i.id), i.address "
        "FROM address_text JOIN identity i ON i.n = address_text.rowid "
        "WHERE address_text MATCH ? AND i.address LIKE ? ESCAPE '\\' LIMIT ?",
        (pieces(typed), like(typed), limit),
    ).fetchall()
    return found


def like(text: str) -> str:
    """A pattern for texts that hold this one, letter by letter."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
