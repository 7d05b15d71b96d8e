"""What waits a moment in the outbox before it leaves, so that second thoughts are in time.

A held entry is kept like any other: after a crash it leaves once its moment has come. What is done
to the same contact after it waits behind it, so that the office hears things in their order.
"""

from dataclasses import dataclass
from typing import Final

import orjson

from workstation.models.text import shown
from workstation.replica.vault import Connection

LONGEST: Final = 60_000
"""Milliseconds. A clock that was set back must not hold anything for hours."""

FOLLOWS: Final = ("snooze", "wrap_up", "transfer", "tag_contact", "release")
"""Kinds that are done because something was sent, and come back with it."""

HELD: Final = f"(state = 'waiting' AND not_before > :now AND not_before <= :now + {LONGEST})"
"""A condition on `mine.outbox`."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What had not left yet; `data` is its JSON text."""

    kind: str
    contact_id: str
    data: str


def hold(connection: Connection, action_id: str, not_before: int) -> None:
    connection.execute(
        "UPDATE mine.outbox SET not_before = ? WHERE action_id = ?", (not_before, action_id)
    )


def leaves_in(connection: Connection, now: int) -> int | None:
    """Milliseconds until the first held entry leaves; None when nothing is held."""
    first = connection.execute(
        f"SELECT min(not_before) FROM mine.outbox WHERE {HELD}", {"now": now}
    ).fetchone()[0]
    return None if first is None else max(0, int(first) - now)


def let_go(connection: Connection, now: int) -> bool:
    """Have all that is held leave now; whether there was any."""
    found = connection.execute(f"UPDATE mine.outbox SET not_before = 0 WHERE {HELD}", {"now": now})
    return bool(found.rowcount > 0)


def take_back(connection: Connection, action_id: str) -> TakenBack | None:
    """Remove an entry that was never sent, with what followed from it. None when it has left."""
    found = connection.execute(
        "SELECT seq, kind, contact_id, data FROM mine.outbox "
        "WHERE action_id = ? AND state = 'waiting' AND NOT posted AND contact_id IS NOT NULL",
        (action_id,),
    ).fetchone()
    if found is None:
        return None
    seq, kind, contact_id, data = found
    connection.execute("DELETE FROM mine.outbox WHERE seq = ?", (seq,))
    connection.execute(
        "DELETE FROM mine.outbox WHERE seq > ? AND contact_id = ? AND state = 'waiting' "
        f"AND NOT posted AND kind IN ({', '.join('?' * len(FOLLOWS))})",
        (seq, contact_id, *FOLLOWS),
    )
    return TakenBack(kind=kind, contact_id=contact_id, data=data)


def waits_for_it(data: str) -> bool:
    """Whether what was taken back goes back to the field: a template has a form of its own."""
    fields = orjson.loads(data)
    return bool(shown(fields.get("text", "")) or fields.get("files"))
