"""Telephone calls: those that ring or go on, and those of a transcript."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workstation.models.text import shown
from workstation.replica.queries.person import head_of, together
from workstation.replica.rows.contact import CallRow

if TYPE_CHECKING:
    from workstation.replica.vault import Connection

WRAP_UP = 15 * 60_000
"""How long after a call its contact is waited for to be wrapped up: milliseconds."""
_COLUMNS = (
    "id, contact_id, inbound, number, state, outcome, agent_id, started_at, answered_at, "
    "held_since, held_ms, ended_at, wished, failure"
)


def by_id(connection: "Connection", call_ids: Sequence[str]) -> dict[str, CallRow]:
    """These calls, by id; what this desk does not have is left out."""
    marks = ",".join("?" * len(call_ids))
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM phone_call_now WHERE id IN ({marks})", list(call_ids)
    ).fetchall()
    return {row[0]: _row(connection, row) for row in found}


def going_on(connection: "Connection", me: str, now: int) -> tuple[CallRow, ...]:
    """Calls that ring for me or for anybody, mine that go on, and mine that ended a while ago
    while their contact still has to be wrapped up; the oldest first."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM phone_call_now c WHERE (state <> 'ended' "
        "AND (agent_id = ?1 OR (agent_id IS NULL AND state = 'ringing'))) "
        "OR (state = 'ended' AND ended_at > ?2 AND agent_id = ?1 AND answered_at IS NOT NULL "
        "AND (SELECT state FROM contact_now WHERE id = c.contact_id) = 'open') "
        "ORDER BY started_at, id",
        (me, now - WRAP_UP),
    ).fetchall()
    return tuple(_known(connection, _row(connection, row)) for row in found)


def _known(connection: "Connection", call: CallRow) -> CallRow:
    """With what somebody wants to see of the customer before the first word."""
    if call.provisional or call.state == "ended":
        return call
    found = connection.execute(
        "SELECT customer_id FROM contact_now WHERE id = ?", (call.contact_id,)
    ).fetchone()
    if found is None:
        return call
    people = together(connection, head_of(connection, found[0]))
    marks = ",".join("?" * len(people))
    city = connection.execute("SELECT city FROM customer_now WHERE id = ?", (people[0],)).fetchone()
    order = connection.execute(
        f"SELECT number FROM customer_order_now WHERE customer_id IN ({marks}) "
        "ORDER BY placed_at DESC, id DESC LIMIT 1",
        people,
    ).fetchone()
    others = connection.execute(
        f"SELECT count(*) FROM contact_now WHERE customer_id IN ({marks}) "
        "AND state <> 'done' AND id <> ?",
        [*people, call.contact_id],
    ).fetchone()
    return replace(
        call,
        city=shown(city[0]) if city else "",
        order_number=shown(order[0]) if order else "",
        others=others[0],
    )


def _row(connection: "Connection", row: tuple[Any, ...]) -> CallRow:
    found = connection.execute(
        "SELECT customer_id FROM contact_now WHERE id = ?", (row[1],)
    ).fetchone()
    name, provisional = "", True
    if found is not None:
        person = connection.execute(
            "SELECT name, provisional FROM customer_now WHERE id = ?",
            (head_of(connection, found[0]),),
        ).fetchone()
        if person is not None:
            name, provisional = shown(person[0]), bool(person[1])
    return CallRow(
        call_id=row[0],
        contact_id=row[1],
        inbound=bool(row[2]),
        number=shown(row[3]),
        state=row[4],
        outcome=row[5],
        agent_id=row[6],
        started_at=row[7],
        answered_at=row[8],
        held_since=row[9],
        held_ms=row[10],
        ended_at=row[11],
        wished=row[12],
        failure=shown(row[13]),
        name=name,
        provisional=provisional,
    )
