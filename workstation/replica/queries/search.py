"""Search as you type over everything the replica holds, newest first."""

from collections.abc import Iterator
from typing import Any

from workstation.models.text import one_line, shown
from workstation.replica.rows import Hit
from workstation.replica.vault import Connection
from workstation.replica.words import query, spans

_AROUND = 24
"""Characters of a long message shown before its first match."""


def search(connection: Connection, text: str, limit: int) -> list[Hit]:
    """At most `limit` contacts: those of customers with that name first, then those in which
    somebody said it, each with its newest match."""
    asked = query(text)
    if not asked:
        return []
    hits = _by_name(connection, asked, text, max(5, limit // 5))
    known = {hit.contact_id for hit in hits}
    for row in _by_words(connection, asked, limit * 3):
        if len(hits) >= limit:
            break
        if row[0] not in known:
            known.add(row[0])
            hits.append(_hit(text, *row))
    return hits


def _by_name(connection: Connection, asked: str, text: str, limit: int) -> list[Hit]:
    numbers = connection.execute(
        "SELECT rowid FROM customer_text WHERE customer_text MATCH ? LIMIT ?", (asked, limit)
    ).fetchall()
    found: list[Hit] = []
    for (number,) in numbers:
        for contact_id, channel, at, last, name in connection.execute(
            "SELECT c.id, c.channel, c.last_at, c.last_text, k.name FROM customer k "
            "JOIN contact c ON c.customer_id = k.id WHERE k.n = ? "
            "ORDER BY c.last_at DESC LIMIT 3",
            (number,),
        ).fetchall():
            line = shown(last)
            found.append(Hit(contact_id, "", shown(name), channel, at, line, spans(line, text)))
    found.sort(key=lambda hit: -hit.at)
    return found[:limit]


def _by_words(connection: Connection, asked: str, limit: int) -> Iterator[tuple[Any, ...]]:
    """The messages that match, newest first: read one by one, for the first few may be enough."""
    numbers = [
        row[0]
        for row in connection.execute(
            "SELECT rowid FROM message_text WHERE message_text MATCH ? ORDER BY rowid DESC LIMIT ?",
            (asked, limit),
        ).fetchall()
    ]
    marks = ",".join("?" * len(numbers))
    yield from connection.execute(
        "SELECT m.contact_id, m.id, m.at, substr(m.text, 1, 20000), c.channel, "
        "(SELECT name FROM customer_now WHERE id = c.customer_id) "
        "FROM message m CROSS JOIN contact c ON c.id = m.contact_id "
        f"WHERE m.n IN ({marks}) ORDER BY m.n DESC",
        numbers,
    )


def _hit(
    text: str, contact_id: str, message_id: str, at: int, said: str, channel: str, name: str | None
) -> Hit:
    whole = " ".join(shown(said).split())
    places = spans(whole[:4000], text)
    start = 0
    if places and places[0][0] > _AROUND:
        start = whole.rfind(" ", 0, places[0][0] - _AROUND // 2) + 1
    snippet = ("…" if start else "") + one_line(whole[start:])
    return Hit(
        contact_id=contact_id,
        message_id=message_id,
        name=shown(name or ""),
        channel=channel,
        at=at,
        snippet=snippet,
        spans=spans(snippet, text),
    )
