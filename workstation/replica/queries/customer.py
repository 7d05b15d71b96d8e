"""One customer: who they are, what they bought, every contact in one line of time."""

from typing import TYPE_CHECKING

import orjson

from workstation.models.text import shown
from workstation.replica.queries import said_of
from workstation.replica.queries.person import head_of, together
from workstation.replica.queries.timeline import timeline
from workstation.replica.rows.customer import CustomerCard, IdentityRow, MatchRow, MergedRow
from workstation.replica.rows.order import OrderLineRow, OrderRow, ReturnRow

if TYPE_CHECKING:
    from workstation.replica.vault import Connection


def card(connection: "Connection", customer_id: str) -> CustomerCard | None:
    """Everything about the person that this customer is, or turned out to be."""
    customer_id = head_of(connection, customer_id)
    found = connection.execute(
        "SELECT name, city, language, since, provisional, note, preferred_channel "
        "FROM customer_now WHERE id = ?",
        (customer_id,),
    ).fetchone()
    if found is None:
        return None
    name, city, language, since, provisional, note, preferred = found
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
        timeline=timeline(connection, people),
        merged=_merged(connection, people[1:], identities),
        matches=_matches(connection, people),
        preferred_channel=preferred,
        ratings=said_of.ratings(connection, people),
        notes=said_of.notes(connection, people),
    )


def _merged(
    connection: "Connection", people: list[str], identities: list[tuple[str, str, int, str]]
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


def _matches(connection: "Connection", people: list[str]) -> tuple[MatchRow, ...]:
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


def _orders(connection: "Connection", people: list[str]) -> tuple[OrderRow, ...]:
    marks = ",".join("?" * len(people))
    lines: dict[str, list[OrderLineRow]] = {}
    for order_id, name, quantity, price, variant_id, product_id in connection.execute(
        "SELECT order_id, name, quantity, price, variant_id, "
        "(SELECT product_id FROM variant v WHERE v.id = variant_id) "
        f"FROM order_line WHERE customer_id IN ({marks})",
        people,
    ).fetchall():
        variant = variant_id if product_id else ""
        line = OrderLineRow(shown(name), quantity, price, product_id or "", variant)
        lines.setdefault(order_id, []).append(line)
    returns: dict[str, list[ReturnRow]] = {}
    for order_id, state, reason, refund, at, name, quantity in connection.execute(
        "SELECT order_id, state, reason, refund, at, coalesce("
        "(SELECT name FROM order_line l WHERE l.id = order_line_id), "
        "(SELECT name FROM variant v WHERE v.id = variant_id), ''), quantity "
        f"FROM customer_return WHERE customer_id IN ({marks}) ORDER BY at DESC, id DESC",
        people,
    ).fetchall():
        came_back = ReturnRow(state, shown(reason), refund, at, shown(name), quantity)
        returns.setdefault(order_id, []).append(came_back)
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
