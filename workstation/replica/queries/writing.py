"""What helps to write on a contact, and the notes in which somebody asks for me."""

from typing import TYPE_CHECKING

import orjson

from workstation.models.text import one_line, shown
from workstation.replica.message_number import first_number
from workstation.replica.queries.person import head_of, names, together
from workstation.replica.rows.writing import MentionRow, OrderName, SnippetRow, WritingFacts

if TYPE_CHECKING:
    from workstation.replica.vault import Connection

MOST_ORDERS = 100


def snippets(connection: "Connection", me: str) -> tuple[SnippetRow, ...]:
    """Everybody's, my teams' and my own, in the order in which they are kept."""
    found = connection.execute(
        "SELECT id, shortcut, name_en, name_nl, text_en, text_nl, channels, deeds, team_id, "
        "agent_id, position FROM snippet_now WHERE active AND (agent_id IS NULL OR agent_id = ?1) "
        "AND (team_id IS NULL OR team_id IN "
        "(SELECT team_id FROM membership_now WHERE agent_id = ?1 AND active) "
        "OR (SELECT role FROM agent_now WHERE id = ?1) = 'admin') "
        "ORDER BY agent_id IS NULL, team_id IS NULL, position, shortcut",
        (me,),
    )
    return tuple(
        SnippetRow(
            snippet_id=row[0],
            shortcut=row[1],
            name_en=shown(row[2]),
            name_nl=shown(row[3]),
            text_en=shown(row[4]),
            text_nl=shown(row[5]),
            channels=tuple(orjson.loads(row[6])),
            deeds=orjson.loads(row[7]),
            team_id=row[8],
            agent_id=row[9],
            position=row[10],
        )
        for row in found.fetchall()
    )


def facts(connection: "Connection", contact_id: str) -> WritingFacts | None:
    found = connection.execute(
        "SELECT channel, language, customer_id, order_id, team_id, owner_id, "
        "(SELECT name FROM product WHERE id = c.product_id) FROM contact_now c WHERE id = ?",
        (contact_id,),
    ).fetchone()
    if found is None:
        return None
    channel, language, customer_id, order_id, team_id, owner_id, product = found
    people = together(connection, head_of(connection, customer_id))
    orders = _orders(connection, people)
    about = next((one for one in orders if one.order_id == order_id), None)
    if about is None and len(orders) == 1:
        about = orders[0]
    readers = connection.execute(
        "SELECT id FROM agent_now a WHERE active AND (role = 'admin' OR id = ?1 OR EXISTS "
        "(SELECT 1 FROM membership_now WHERE agent_id = a.id AND team_id = ?2 AND active))",
        (owner_id, team_id),
    )
    return WritingFacts(
        contact_id=contact_id,
        channel=channel,
        language=language,
        customer_name=shown(names(connection, [customer_id]).get(customer_id, "")),
        product_name=shown(product or ""),
        order=about,
        orders=orders,
        readers=tuple(row[0] for row in readers.fetchall()),
    )


def mentions(connection: "Connection", me: str, since: int, limit: int) -> tuple[MentionRow, ...]:
    """Notes of others that mention me, written after `since`, the newest first."""
    found = connection.execute(
        "SELECT m.id, m.contact_id, m.author_id, "
        "coalesce((SELECT name FROM agent_now WHERE id = m.author_id), ''), c.customer_id, "
        "m.text, m.at FROM message_now m JOIN contact_now c ON c.id = m.contact_id "
        "WHERE m.n >= ? AND m.kind = 'note' AND m.at > ? AND m.deleted_at IS NULL "
        "AND m.author_id IS NOT ? "
        "AND EXISTS (SELECT 1 FROM json_each(m.facts, '$.mentions') WHERE value = ?) "
        "ORDER BY m.at DESC, m.id DESC LIMIT ?",
        (first_number(since), since, me, me, limit),
    ).fetchall()
    known = names(connection, [row[4] for row in found])
    return tuple(
        MentionRow(
            message_id=row[0],
            contact_id=row[1],
            author_id=row[2],
            author_name=shown(row[3]),
            customer_name=shown(known.get(row[4], "")),
            text=shown(one_line(row[5])),
            at=row[6],
        )
        for row in found
    )


def _orders(connection: "Connection", people: list[str]) -> tuple[OrderName, ...]:
    marks = ",".join("?" * len(people))
    found = connection.execute(
        "SELECT id, number, CASE WHEN delivered_at IS NOT NULL AND state <> 'returned' "
        "THEN 'delivered' ELSE state END, placed_at FROM customer_order_now "
        f"WHERE customer_id IN ({marks}) ORDER BY placed_at DESC, id LIMIT {MOST_ORDERS}",
        people,
    )
    return tuple(OrderName(row[0], shown(row[1]), row[2], row[3]) for row in found.fetchall())
