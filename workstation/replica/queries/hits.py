"""How what was found looks: a contact by its last line, or by the message in which it was said."""

from collections.abc import Sequence
from typing import Any

from workstation.models.text import one_line, shown
from workstation.replica.rows.inbox import Hit
from workstation.replica.vault import Connection
from workstation.replica.words import spans

_AROUND = 24
"""Characters of a long message shown before its first match."""


def heads(connection: Connection, contact_ids: Sequence[str], words: str) -> list[Hit]:
    found = []
    for start in range(0, len(contact_ids), 500):
        some = contact_ids[start : start + 500]
        marks = ",".join("?" * len(some))
        for contact_id, channel, at, last, name in connection.execute(
            "SELECT c.id, c.channel, c.last_at, c.last_text, "
            "(SELECT name FROM customer_now WHERE id = c.customer_id) "
            f"FROM contact_now c WHERE c.id IN ({marks})",
            list(some),
        ).fetchall():
            line = shown(last)
            places = spans(line, words) if words else ()
            found.append(Hit(contact_id, "", shown(name or ""), channel, at, line, places))
    return found


def told(connection: Connection, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    if not numbers:
        return []
    marks = ",".join("?" * len(numbers))
    return connection.execute(
        "SELECT m.contact_id, m.id, m.at, substr(m.text, 1, 20000), c.channel, "
        "(SELECT name FROM customer_now WHERE id = c.customer_id) "
        "FROM message m CROSS JOIN contact c ON c.id = m.contact_id "
        f"WHERE m.n IN ({marks}) ORDER BY m.n DESC",
        list(numbers),
    ).fetchall()


def hit(
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
