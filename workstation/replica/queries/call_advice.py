"""Whether it would be quicker to call the customer of a contact: read here, judged by
`rules/call_hints.py`."""

from typing import Literal, cast

import orjson

from workstation.models.text import shown
from workstation.replica.queries.person import head_of, together
from workstation.replica.queries.reasons import stems
from workstation.replica.rows.knowledge import CallAdvice
from workstation.replica.vault import Connection
from workstation.rules import call_hints as rules
from workstation.rules.addresses import is_number

MOST = 200
"""Messages of a round that are looked at, the newest."""


def call_advice(connection: Connection, contact_id: str) -> CallAdvice | None:
    """None while there is nothing to say about it."""
    found = connection.execute(
        "SELECT channel, state, customer_id, opened_at FROM contact_now WHERE id = ?",
        (contact_id,),
    ).fetchone()
    if found is None or found[0] not in rules.CHANNELS:
        return None
    people = together(connection, head_of(connection, found[2]))
    began = connection.execute(
        "SELECT coalesce(max(at), ?) FROM wrap_up_now WHERE contact_id = ?", (found[3], contact_id)
    ).fetchone()[0]
    hint_id = rules.hint_id(contact_id, began)
    known = connection.execute(
        "SELECT why, amount, state, helped FROM call_hint_now WHERE id = ?", (hint_id,)
    ).fetchone()
    if known is not None:
        why, amount, state, helped = known
        return CallAdvice(
            hint_id=hint_id,
            why=cast(Literal["turns", "minutes", "kinds"], why),
            amount=amount,
            state=state,
            helped=None if helped is None else bool(helped),
            number=_number(connection, people),
            talking=_talking(connection, people),
        )
    if found[1] == "done":
        return None
    passed = _passed(connection, contact_id, began)
    if passed is None:
        return None
    return CallAdvice(
        hint_id=hint_id,
        why=passed.why,
        amount=passed.amount,
        state="",
        helped=None,
        number=_number(connection, people),
        talking=_talking(connection, people),
    )


def _passed(connection: Connection, contact_id: str, began: int) -> rules.Hint | None:
    rows = connection.execute(
        "SELECT direction, kind, at, substr(text, 1, 2000), facts FROM message_now "
        "WHERE contact_id = ? AND at >= ? ORDER BY at DESC, id DESC LIMIT ?",
        (contact_id, began, MOST),
    ).fetchall()[::-1]
    turns = [
        rules.Turn(customer=row[0] == "inbound", at=row[2])
        for row in rows
        if row[1] == "text" and row[0] in ("inbound", "outbound")
    ]
    moved = sum(
        1 for row in rows if row[1] == "event" and orjson.loads(row[4]).get("what") == "transferred"
    )
    said = stems(*(row[3] for row in rows if row[0] == "inbound"))
    named = sum(
        1
        for english, dutch in connection.execute(
            "SELECT name_en, name_nl FROM product_type WHERE active"
        ).fetchall()
        if said & stems(english, dutch)
    )
    return rules.hint(turns, kinds=max(named, 1 + moved), limits=limits(connection))


def limits(connection: Connection) -> rules.Limits:
    """When a call is suggested in this shop."""
    found = connection.execute(
        "SELECT value FROM setting_now WHERE name = ?", (rules.SETTING,)
    ).fetchone()
    return rules.limits_of(None if found is None else orjson.loads(found[0]))


def _number(connection: Connection, people: list[str]) -> str:
    """Where they can be called: a telephone before a number that only writes."""
    marks = ",".join("?" * len(people))
    found = connection.execute(
        f"SELECT address FROM identity_now WHERE customer_id IN ({marks}) "
        "AND channel IN ('phone', 'whatsapp') ORDER BY channel, verified_at IS NULL, id",
        people,
    ).fetchall()
    return next((shown(row[0]) for row in found if is_number(shown(row[0]))), "")


def _talking(connection: Connection, people: list[str]) -> bool:
    marks = ",".join("?" * len(people))
    return (
        connection.execute(
            "SELECT 1 FROM phone_call_now k WHERE state <> 'ended' AND (SELECT customer_id "
            f"FROM contact_now WHERE id = k.contact_id) IN ({marks})",
            people,
        ).fetchone()
        is not None
    )
