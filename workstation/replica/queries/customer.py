"""One customer: who they are, what they bought, every contact in one line of time."""

import re

import orjson

from workstation.models.text import shown, storable
from workstation.replica.queries.person import head_of, names, together
from workstation.replica.rows import (
    CustomerCard,
    IdentityRow,
    MatchRow,
    MergedRow,
    OrderRow,
    TimelineRow,
)
from workstation.replica.vault import Connection
from workstation.replica.words import pieces, query

SHORTEST = 4
"""Characters from which on numbers and addresses are looked at."""
_BETWEEN_DIGITS = re.compile(r"[ ().\-/]")
_NUMBER = re.compile(r"\+?\d+")


def card(connection: Connection, customer_id: str) -> CustomerCard | None:
    """Everything about the person that this customer is, or turned out to be."""
    customer_id = head_of(connection, customer_id)
    found = connection.execute(
        "SELECT name, city, language, since, provisional, note FROM customer_now WHERE id = ?",
        (customer_id,),
    ).fetchone()
    if found is None:
        return None
    name, city, language, since, provisional, note = found
    people = together(connection, customer_id)
    marks = ",".join("?" * len(people))
    identities = connection.execute(
        "SELECT channel, address, verified_at IS NOT NULL, customer_id FROM identity_now "
        f"WHERE customer_id IN ({marks})",
        people,
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
            IdentityRow(
                channel=row[0], address=shown(row[1]), verified=bool(row[2]), customer_id=row[3]
            )
            for row in identities
        ),
        orders=_orders(connection, people),
        timeline=_timeline(connection, people),
        merged=_merged(connection, people[1:], identities),
        matches=_matches(connection, people),
    )


def _merged(
    connection: Connection, people: list[str], identities: list[tuple[str, str, int, str]]
) -> tuple[MergedRow, ...]:
    marks = ",".join("?" * len(people))
    return tuple(
        MergedRow(
            customer_id=row[0],
            name=shown(row[1]),
            merged_at=row[2],
            merged_by=row[3] or "",
            addresses=tuple(shown(one[1]) for one in identities if one[3] == row[0]),
        )
        for row in connection.execute(
            "SELECT id, name, merged_at, (SELECT name FROM agent_now WHERE id = k.merged_by_id) "
            f"FROM customer_now k WHERE id IN ({marks}) ORDER BY merged_at, id",
            people,
        ).fetchall()
    )


def _matches(connection: Connection, people: list[str]) -> tuple[MatchRow, ...]:
    marks = ",".join("?" * len(people))
    found: list[MatchRow] = []
    known = set(people)
    for match_id, one, other, reason, facts in connection.execute(
        "SELECT id, customer_id, other_id, reason, facts FROM customer_match_now "
        f"WHERE state = 'open' AND (customer_id IN ({marks}) OR other_id IN ({marks})) "
        "ORDER BY at, id",
        people * 2,
    ).fetchall():
        person = head_of(connection, other if one in people else one)
        if person in known:
            continue
        known.add(person)
        row = connection.execute(
            "SELECT name, city, provisional FROM customer_now WHERE id = ?", (person,)
        ).fetchone()
        if row is None:
            continue
        addresses = connection.execute(
            "SELECT channel, address FROM identity_now WHERE customer_id = ? LIMIT 6", (person,)
        ).fetchall()
        found.append(
            MatchRow(
                match_id=match_id,
                customer_id=person,
                name=shown(row[0]),
                city=shown(row[1]),
                reason=reason,
                facts=orjson.loads(facts),
                addresses=tuple((one[0], shown(one[1])) for one in addresses),
                provisional=bool(row[2]),
            )
        )
    return tuple(found)


def _orders(connection: Connection, people: list[str]) -> tuple[OrderRow, ...]:
    marks = ",".join("?" * len(people))
    lines: dict[str, list[tuple[str, int, int]]] = {}
    for order_id, name, quantity, price in connection.execute(
        f"SELECT order_id, name, quantity, price FROM order_line WHERE customer_id IN ({marks})",
        people,
    ).fetchall():
        lines.setdefault(order_id, []).append((shown(name), quantity, price))
    returns: dict[str, list[tuple[str, str, int]]] = {}
    for order_id, state, reason, refund in connection.execute(
        "SELECT order_id, state, reason, refund FROM customer_return "
        f"WHERE customer_id IN ({marks})",
        people,
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
            f"FROM customer_order WHERE customer_id IN ({marks}) ORDER BY placed_at DESC",
            people,
        ).fetchall()
    )


def _timeline(connection: Connection, people: list[str]) -> tuple[TimelineRow, ...]:
    marks = ",".join("?" * len(people))
    found = connection.execute(
        "SELECT id, channel, last_at, state, subject, last_text FROM contact_now "
        f"WHERE customer_id IN ({marks}) ORDER BY last_at DESC LIMIT 100",
        people,
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
