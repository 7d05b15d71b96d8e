"""What was done on this desk and not yet confirmed: in order, never dropped in silence.

States: `waiting` and `sending` go to the server (again, after a crash: the server counts an action
once); `accepted` stays laid over the rows until the server's own rows have arrived; `refused` waits
for the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from workstation.models.text import one_line, shown
from workstation.replica.held import HELD
from workstation.replica.rows.outbox import OutboxRow

if TYPE_CHECKING:
    from workstation.replica.rows.outbox import EntryState
    from workstation.replica.vault import Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """One action to send; `data` is its JSON text."""

    seq: int
    action_id: str
    kind: str
    contact_id: str | None
    data: str

    @property
    def has_files(self) -> bool:
        """Whether there may be files to bring first."""
        return '"sha256"' in self.data


QUIET = "save_draft"
"""A kind that nobody waits for: only the newest of a contact is kept, it is never shown or counted,
and when it is refused it is gone. The text itself is a draft of this desk."""


def returns_to_composer(kind: str) -> bool:
    """Whether a refused entry's text goes back to where it was written."""
    return kind in ("reply", "note")


def put(
    connection: "Connection",
    *,
    action_id: str,
    kind: str,
    contact_id: str | None,
    data: str,
    now: int,
) -> None:
    if kind == QUIET:
        connection.execute(
            "DELETE FROM mine.outbox WHERE kind = ? AND contact_id = ? AND state = 'waiting'",
            (kind, contact_id),
        )
    connection.execute(
        "INSERT INTO mine.outbox (action_id, kind, contact_id, data, made_at) "
        "VALUES (?, ?, ?, ?, ?)",
        (action_id, kind, contact_id, data, now),
    )


def next_batch(connection: "Connection", limit: int, now: int) -> list[Entry]:
    """The oldest entries to send, in order: without what is held, and what waits behind that."""
    found = connection.execute(
        "WITH held AS (SELECT contact_id, min(seq) AS seq FROM mine.outbox "
        f"WHERE {HELD} GROUP BY contact_id) "
        "SELECT seq, action_id, kind, contact_id, data FROM mine.outbox o "
        "WHERE state IN ('waiting', 'sending') AND NOT EXISTS "
        "(SELECT 1 FROM held h WHERE h.contact_id = o.contact_id AND h.seq <= o.seq) "
        "ORDER BY seq LIMIT :limit",
        {"now": now, "limit": limit},
    )
    return [Entry(*row) for row in found.fetchall()]


def mark_sending(connection: "Connection", entries: list[Entry]) -> None:
    connection.executemany(
        "UPDATE mine.outbox SET state = 'sending', attempts = attempts + 1 WHERE seq = ?",
        [(entry.seq,) for entry in entries],
    )


def mark_posted(connection: "Connection", entries: Sequence[Entry]) -> None:
    """From now on the server may know of these: they are not taken back any more."""
    connection.executemany(
        "UPDATE mine.outbox SET posted = 1 WHERE seq = ?", [(entry.seq,) for entry in entries]
    )


def put_back(connection: "Connection", entries: Sequence[Entry]) -> None:
    """These were not sent after all in this turn."""
    connection.executemany(
        "UPDATE mine.outbox SET state = 'waiting', attempts = attempts - 1 "
        "WHERE seq = ? AND state = 'sending'",
        [(entry.seq,) for entry in entries],
    )


def mark_waiting(connection: "Connection") -> None:
    """What was on its way when the line broke, waits again."""
    connection.execute("UPDATE mine.outbox SET state = 'waiting' WHERE state = 'sending'")


def accept(connection: "Connection", action_id: str, rev: int) -> None:
    connection.execute(
        "UPDATE mine.outbox SET state = 'accepted', rev = ? WHERE action_id = ?", (rev, action_id)
    )


def refuse(connection: "Connection", action_id: str, code: str, facts: dict[str, str]) -> None:
    connection.execute(
        "DELETE FROM mine.outbox WHERE action_id = ? AND kind = ?", (action_id, QUIET)
    )
    connection.execute(
        "UPDATE mine.outbox SET state = 'refused', refusal = ? WHERE action_id = ?",
        (orjson.dumps({"code": code, "facts": facts}).decode(), action_id),
    )


def has_any(connection: "Connection") -> bool:
    """Whether anything is laid over the rows."""
    return bool(
        connection.execute(
            "SELECT EXISTS (SELECT 1 FROM mine.outbox WHERE state <> 'refused')"
        ).fetchone()[0]
    )


def has_arrived(connection: "Connection", upto: int) -> bool:
    """Whether the rows of an accepted entry are below `upto`."""
    return bool(
        connection.execute(
            "SELECT EXISTS (SELECT 1 FROM mine.outbox WHERE state = 'accepted' AND rev < ?)",
            (upto,),
        ).fetchone()[0]
    )


def drop_arrived(connection: "Connection", upto: int) -> None:
    """Remove accepted entries whose rows this desk has."""
    connection.execute("DELETE FROM mine.outbox WHERE state = 'accepted' AND rev < ?", (upto,))


def drop(connection: "Connection", action_id: str) -> None:
    """Remove an entry that waits or was refused; one on its way cannot be taken back."""
    connection.execute(
        "DELETE FROM mine.outbox WHERE action_id = ? AND state IN ('waiting', 'refused')",
        (action_id,),
    )


def drop_returned(connection: "Connection", contact_id: str) -> None:
    """Remove a contact's refused texts: they went back to its composer, and something was sent
    from there."""
    connection.execute(
        "DELETE FROM mine.outbox WHERE contact_id = ? AND state = 'refused' "
        "AND kind IN ('reply', 'note')",
        (contact_id,),
    )


def count(connection: "Connection", now: int) -> tuple[int, int]:
    """(waiting or on their way, refused); what is held for second thoughts is neither"""
    waiting, refused = connection.execute(
        f"SELECT coalesce(sum(state IN ('waiting', 'sending') AND NOT {HELD}), 0), "
        "coalesce(sum(state = 'refused'), 0) FROM mine.outbox WHERE kind <> :quiet",
        {"now": now, "quiet": QUIET},
    ).fetchone()
    return int(waiting), int(refused)


def listed(connection: "Connection") -> list[OutboxRow]:
    """The outbox for a person, oldest first; what only waits for its rows is left out."""
    found = connection.execute(
        "SELECT o.action_id, o.kind, o.contact_id, o.data, o.made_at, o.state, o.attempts, "
        "o.refusal, o.posted, "
        "(SELECT (SELECT name FROM customer_now WHERE id = c.customer_id) "
        " FROM contact_now c WHERE c.id = o.contact_id) "
        "FROM mine.outbox o WHERE o.state <> 'accepted' AND o.kind <> ? ORDER BY o.seq",
        (QUIET,),
    )
    return [_row(*row) for row in found.fetchall()]


def _row(
    action_id: str,
    kind: str,
    contact_id: str | None,
    data: str,
    made_at: int,
    state: "EntryState",
    attempts: int,
    refusal: str,
    posted: int,
    name: str | None,
) -> OutboxRow:
    fields: dict[str, Any] = orjson.loads(data)
    why = orjson.loads(refusal)
    return OutboxRow(
        action_id=action_id,
        kind=kind,
        contact_id=contact_id,
        name=shown(name or ""),
        text=shown(one_line(str(fields.get("text", "")))),
        state=state,
        made_at=made_at,
        attempts=attempts,
        refusal_code=why.get("code", ""),
        refusal_facts=why.get("facts", {}),
        returns_to_composer=returns_to_composer(kind),
        data=fields,
        posted=bool(posted),
    )
