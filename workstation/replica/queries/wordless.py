"""What was said last where a contact has no last words: a picture, a place, or taken back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from workstation.replica.vault import Connection

_NEWEST = (
    "SELECT id, deleted_at, facts, at FROM {table} INDEXED BY {table}_contact "
    "WHERE contact_id = ? AND direction <> 'internal' ORDER BY at DESC, id DESC LIMIT 1"
)
_FILE = "SELECT role, media_type FROM attachment_now WHERE message_id = ? ORDER BY id LIMIT 1"


def wordless(connection: "Connection", contact_ids: Iterable[str]) -> dict[str, str]:
    """By contact, what its newest message is: "deleted", the role or the sort of its first
    file ("voice", "image" ...), or its shape ("location" ...)."""
    found = {one: _of(connection, one) for one in contact_ids}
    return {contact_id: what for contact_id, what in found.items() if what}


def _of(connection: "Connection", contact_id: str) -> str:
    newest: tuple[Any, ...] | None = None
    for table in ("message", "message_preview"):
        row = connection.execute(_NEWEST.format(table=table), (contact_id,)).fetchone()
        # Of one message that is in both, what is done to it here counts.
        if row is not None and (newest is None or (row[3], row[0]) >= (newest[3], newest[0])):
            newest = row
    if newest is None:
        return ""
    if newest[1] is not None:
        return "deleted"
    file = connection.execute(_FILE, (newest[0],)).fetchone()
    if file is not None:
        role, media_type = file
        kind = media_type.partition("/")[0]
        return role or (kind if kind in ("image", "audio", "video") else "file")
    shape = orjson.loads(newest[2]).get("shape", "")
    return shape if isinstance(shape, str) else ""
