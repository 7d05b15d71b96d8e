"""Every contact of a customer in one line of time, and how each was wrapped up."""

from typing import TYPE_CHECKING, Any

import orjson

from workstation.models.text import shown
from workstation.replica.queries.product import label
from workstation.replica.queries.wordless import wordless
from workstation.replica.rows.customer import TimelineRow

if TYPE_CHECKING:
    from workstation.replica.vault import Connection

MOST = 100


def timeline(connection: "Connection", people: list[str]) -> tuple[TimelineRow, ...]:
    """Of these customers together, the newest first."""
    marks = ",".join("?" * len(people))
    found = connection.execute(
        "SELECT id, channel, last_at, state, subject, last_text FROM contact_now "
        f"WHERE customer_id IN ({marks}) ORDER BY last_at DESC LIMIT {MOST}",
        people,
    ).fetchall()
    ids = [row[0] for row in found]
    wrapped = _wrapped_up(connection, ids)
    without_words = wordless(connection, [row[0] for row in found if not row[5]])
    talked = _talked(connection, [row[0] for row in found if row[1] == "phone"])
    reasons = {
        row[0]: row[1:]
        for row in connection.execute("SELECT id, name_en, name_nl, kind FROM reason").fetchall()
    }
    rows = []
    for contact_id, channel, at, state, subject, last in found:
        reason_id, product, offered, agent, note = wrapped.get(contact_id, ("", "", (), "", ""))
        english, dutch, kind = reasons.get(reason_id, ("", "", ""))
        rows.append(
            TimelineRow(
                contact_id=contact_id,
                channel=channel,
                at=at,
                state=state,
                subject=shown(subject),
                last_text=shown(last),
                reason_en=english,
                reason_nl=dutch,
                reason_id=reason_id,
                kind=kind,
                product=product,
                offered=offered,
                agent_name=agent,
                wrapped_note=note,
                call_seconds=talked.get(contact_id),
                wordless=without_words.get(contact_id, ""),
            )
        )
    return tuple(rows)


_Wrapped = tuple[str, str, tuple[str, ...], str, str]


def _wrapped_up(connection: "Connection", contact_ids: list[str]) -> dict[str, _Wrapped]:
    """Reason, product, what was offered, by whom and their note: of the last wrap-up of each.
    Asked for by themselves: inside the question for contacts SQLite would read every one."""
    marks = ",".join("?" * len(contact_ids))
    found: dict[str, _Wrapped] = {}
    for row in connection.execute(
        "SELECT w.contact_id, w.reason_id, w.resolution_ids, w.note, "
        "(SELECT name FROM agent WHERE id = w.agent_id), "
        "(SELECT name FROM product WHERE id = w.product_id), "
        "(SELECT name FROM variant WHERE id = w.variant_id) "
        f"FROM wrap_up_now w WHERE w.contact_id IN ({marks}) ORDER BY w.at",
        contact_ids,
    ).fetchall():
        found[row[0]] = (
            row[1],
            label(shown(row[5]), shown(row[6] or "")) if row[5] else "",
            tuple(orjson.loads(row[2])),
            row[4] or "",
            shown(row[3]),
        )
    return found


def _talked(connection: "Connection", contact_ids: list[str]) -> dict[str, int]:
    """How many seconds was talked, of telephone contacts."""
    marks = ",".join("?" * len(contact_ids))
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT contact_id, sum(ended_at - answered_at) FROM phone_call_now "
        f"WHERE contact_id IN ({marks}) AND answered_at IS NOT NULL AND ended_at IS NOT NULL "
        "GROUP BY contact_id",
        contact_ids,
    ).fetchall()
    return {row[0]: round(row[1] / 1000) for row in rows}
