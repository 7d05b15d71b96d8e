"""One contact: its head, and its transcript in stretches from the newest back."""

from typing import TYPE_CHECKING, Any, Final

import orjson

from workstation.models.text import shown
from workstation.replica.queries import calls
from workstation.replica.queries.person import head_of, names
from workstation.replica.rows.contact import AttachmentRow, ContactHead, MessageRow, Transcript

if TYPE_CHECKING:
    from workstation.replica.vault import Connection

COLUMNS: Final = (
    "at, id, direction, kind, author_id, text, facts, delivery, failure, reply_to_id, pending, "
    "send_at, edited_at, deleted_at"
)
"""Of a message, in the order in which `_messages` reads them."""


def head(connection: "Connection", contact_id: str) -> ContactHead | None:
    found = connection.execute(
        "SELECT channel, state, subject, language, team_id, owner_id, customer_id, "
        "product_type_id, product_id, variant_id, opened_at, last_at, waiting_since, due_at, "
        "snoozed_until, read_at, "
        "reply_until, "
        "(SELECT address FROM identity_now WHERE id = c.identity_id), "
        "(SELECT name FROM agent_now WHERE id = c.owner_id), "
        "(SELECT number FROM customer_order_now WHERE id = c.order_id), "
        "EXISTS (SELECT 1 FROM guest WHERE contact_id = c.id), "
        "tags "
        "FROM contact_now c WHERE id = ?",
        (contact_id,),
    ).fetchone()
    if found is None:
        return None
    customer_id = head_of(connection, found[6])
    return ContactHead(
        contact_id=contact_id,
        channel=found[0],
        state=found[1],
        subject=shown(found[2]),
        language=found[3],
        team_id=found[4],
        owner_id=found[5],
        customer_id=customer_id,
        own_customer_id=found[6],
        product_type_id=found[7],
        product_id=found[8],
        variant_id=found[9],
        opened_at=found[10],
        last_at=found[11],
        waiting_since=found[12],
        due_at=found[13],
        snoozed_until=found[14],
        read_at=found[15],
        reply_until=found[16],
        name=shown(names(connection, [found[6]]).get(found[6], "")),
        address=shown(found[17] or ""),
        owner_name=found[18] or "",
        order_number=found[19] or "",
        guest=bool(found[20]),
        tags=tuple(map(shown, orjson.loads(found[21]))),
    )


def transcript(
    connection: "Connection", contact_id: str, *, limit: int, before: str | None
) -> Transcript:
    """The newest `limit` messages, or those before the message `before`."""
    where, values = "contact_id = ?", [contact_id]
    if before is not None:
        where += " AND (at, id) < (SELECT at, id FROM message_now WHERE id = ?)"
        values.append(before)
    found = connection.execute(
        f"SELECT {COLUMNS} FROM message_now WHERE {where} ORDER BY at DESC, id DESC LIMIT ?",
        [*values, limit + 1],
    ).fetchall()
    stretch = found[:limit][::-1]
    looked = connection.execute(
        "SELECT coalesce((SELECT at FROM mine.looked WHERE contact_id = ?1), "
        "(SELECT read_at FROM contact_now WHERE id = ?1)), "
        "(SELECT message_id FROM mine.answering WHERE contact_id = ?1)",
        (contact_id,),
    ).fetchone()
    here = {row[1] for row in stretch}
    answered = sorted({row[9] for row in stretch if row[9]} - here)
    if looked[1] and looked[1] not in here:
        answered.append(looked[1])
    further = (
        connection.execute(
            f"SELECT {COLUMNS} FROM message_now WHERE contact_id = ? AND id IN "
            f"({','.join('?' * len(answered))})",
            [contact_id, *answered],
        ).fetchall()
        if answered
        else []
    )
    return Transcript(
        contact_id=contact_id,
        messages=_messages(connection, stretch),
        earlier=len(found) > limit,
        looked_at=looked[0],
        answered=_messages(connection, further),
        answering=looked[1] or "",
    )


def _messages(connection: "Connection", rows: list[Any]) -> tuple[MessageRow, ...]:
    if not rows:
        return ()
    names: dict[str, str] = dict(connection.execute("SELECT id, name FROM agent").fetchall())
    files = _attachments(connection, [row[1] for row in rows])
    rung = [row[1] for row in rows if row[3] == "call"]
    called = calls.by_id(connection, rung) if rung else {}
    return tuple(
        MessageRow(
            message_id=row[1],
            direction=row[2],
            kind=row[3],
            author_id=row[4],
            author_name=names.get(row[4], ""),
            text=shown(row[5]),
            facts=orjson.loads(row[6]),
            at=row[0],
            delivery=row[7],
            failure=shown(row[8]),
            reply_to_id=row[9],
            pending=bool(row[10]),
            attachments=tuple(files.get(row[1], ())),
            send_at=row[11],
            edited_at=row[12],
            deleted_at=row[13],
            call=called.get(row[1]),
        )
        for row in rows
    )


def answer(connection: "Connection", contact_id: str, message_id: str) -> None:
    """Remember which message is being answered here; an empty id forgets it."""
    if message_id:
        connection.execute(
            "INSERT OR REPLACE INTO mine.answering (contact_id, message_id) VALUES (?, ?)",
            (contact_id, message_id),
        )
    else:
        connection.execute("DELETE FROM mine.answering WHERE contact_id = ?", (contact_id,))


def look(connection: "Connection", contact_id: str, at: int) -> None:
    """Remember that everything up to this moment was looked at here; never back."""
    connection.execute(
        "INSERT INTO mine.looked (contact_id, at) VALUES (?, ?) "
        "ON CONFLICT (contact_id) DO UPDATE SET at = max(at, excluded.at)",
        (contact_id, at),
    )


def _attachments(
    connection: "Connection", message_ids: list[str]
) -> dict[str, list[AttachmentRow]]:
    marks = ",".join("?" * len(message_ids))
    files: dict[str, list[AttachmentRow]] = {}
    for source in ("attachment", "attachment_preview"):
        for message_id, *row in connection.execute(
            "SELECT message_id, id, sha256, size, media_type, name, width, height, state, "
            "failure, role, content_id "
            f"FROM {source} WHERE message_id IN ({marks}) ORDER BY id",
            message_ids,
        ).fetchall():
            known = files.setdefault(message_id, [])
            if all(file.attachment_id != row[0] for file in known):
                row[4] = shown(row[4])
                known.append(AttachmentRow(*row))
    return files
