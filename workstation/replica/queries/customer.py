"""One customer: who they are, what they bought, every contact in one line of time."""

import re

from workstation.models.text import shown, storable
from workstation.replica.rows import CustomerCard, IdentityRow, OrderRow, TimelineRow
from workstation.replica.vault import Connection
from workstation.replica.words import pieces, query

SHORTEST = 4
"""Characters from which on numbers and addresses are looked at."""
_BETWEEN_DIGITS = re.compile(r"[ ().\-/]")
_NUMBER = re.compile(r"\+?\d+")


def card(connection: Connection, customer_id: str) -> CustomerCard | None:
    found = connection.execute(
        "SELECT name, city, language, since, provisional, note FROM customer_now WHERE id = ?",
        (customer_id,),
    ).fetchone()
    if found is None:
        return None
    name, city, language, since, provisional, note = found
    identities = connection.execute(
        "SELECT channel, address, verified_at IS NOT NULL FROM identity_now WHERE customer_id = ?",
        (customer_id,),
    ).fetchall()
    return CustomerCard(
        customer_id=customer_id,
        name=shown(name),
        city=shown(city),
        language=language,
        since=since,
        provisional=bool(provisional),
        note=shown(note),
        identities=tuple(
            IdentityRow(channel=row[0], address=shown(row[1]), verified=bool(row[2]))
            for row in identities
        ),
        orders=_orders(connection, customer_id),
        timeline=_timeline(connection, customer_id),
    )


def _orders(connection: Connection, customer_id: str) -> tuple[OrderRow, ...]:
    lines: dict[str, list[tuple[str, int, int]]] = {}
    for order_id, name, quantity, price in connection.execute(
        "SELECT order_id, name, quantity, price FROM order_line WHERE customer_id = ?",
        (customer_id,),
    ).fetchall():
        lines.setdefault(order_id, []).append((shown(name), quantity, price))
    returns: dict[str, list[tuple[str, str, int]]] = {}
    for order_id, state, reason, refund in connection.execute(
        "SELECT order_id, state, reason, refund FROM customer_return WHERE customer_id = ?",
        (customer_id,),
    ).fetchall():
        returns.setdefault(order_id, []).append((state, shown(reason), refund))
    return tuple(
        OrderRow(
            order_id=row[0],
            number=row[1],
            placed_at=row[2],
            delivered_at=row[3],
            state=row[4],
            total=row[5],
            currency=row[6],
            lines=tuple(lines.get(row[0], ())),
            returns=tuple(returns.get(row[0], ())),
        )
        for row in connection.execute(
            "SELECT id, number, placed_at, delivered_at, state, total, currency "
            "FROM customer_order WHERE customer_id = ? ORDER BY placed_at DESC",
            (customer_id,),
        ).fetchall()
    )


def _timeline(connection: Connection, customer_id: str) -> tuple[TimelineRow, ...]:
    found = connection.execute(
        "SELECT id, channel, last_at, state, subject, last_text FROM contact_now "
        "WHERE customer_id = ? ORDER BY last_at DESC LIMIT 100",
        (customer_id,),
    ).fetchall()
    marks = ",".join("?" * len(found))
    # Asked for by themselves: inside the question above SQLite would read every wrap-up there is.
    wrapped_up: dict[str, str] = dict(
        connection.execute(
            f"SELECT contact_id, reason_id FROM wrap_up_now WHERE contact_id IN ({marks}) "
            "ORDER BY at",
            [row[0] for row in found],
        ).fetchall()
    )
    reasons = {
        row[0]: (row[1], row[2])
        for row in connection.execute("SELECT id, name_en, name_nl FROM reason").fetchall()
    }
    return tuple(
        TimelineRow(
            contact_id=row[0],
            channel=row[1],
            at=row[2],
            state=row[3],
            subject=shown(row[4]),
            last_text=shown(row[5]),
            reason_en=reasons.get(wrapped_up.get(row[0], ""), ("", ""))[0],
            reason_nl=reasons.get(wrapped_up.get(row[0], ""), ("", ""))[1],
        )
        for row in found
    )


def find(connection: Connection, text: str, limit: int) -> list[tuple[str, str, str]]:
    """Customers by the beginning of a name or city, an address, or an order number."""
    found: dict[str, str] = {}
    typed = storable(text.strip())
    if len(typed) >= SHORTEST:
        found |= connection.execute(
            "SELECT customer_id, number FROM customer_order WHERE number = ? LIMIT ?",
            (typed, limit),
        ).fetchall()
        for customer_id, address in _by_address(connection, typed, limit):
            found.setdefault(customer_id, shown(address))
    asked = query(text)
    if asked:
        for customer_id, city in connection.execute(
            "SELECT id, city FROM customer WHERE n IN (SELECT rowid FROM customer_text "
            "WHERE customer_text MATCH ? LIMIT ?) AND merged_into_id IS NULL",
            (asked, limit),
        ).fetchall():
            found.setdefault(customer_id, shown(city))
    marks = ",".join("?" * len(found))
    names = dict(
        connection.execute(
            f"SELECT id, name FROM customer_now WHERE id IN ({marks})", list(found)
        ).fetchall()
    )
    listed = [(key, shown(names.get(key, "")), detail) for key, detail in found.items()]
    return listed[:limit]


def _by_address(connection: Connection, typed: str, limit: int) -> list[tuple[str, str]]:
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
        (pieces(typed), _like(typed), limit),
    ).fetchall()
    return found


def _like(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
