"""What was typed and not sent: kept in `mine.db` at once, so that nothing typed is lost."""

from dataclasses import replace
from typing import TYPE_CHECKING

import orjson

from workstation.models.text import shown, storable
from workstation.replica import after
from workstation.replica.rows.outbox import SEEN, Draft

if TYPE_CHECKING:
    from workstation.replica.vault import Connection


def save(connection: "Connection", draft: Draft, now: int) -> None:
    """Keep a draft; an empty one is removed. What came back in the meantime and was not known to
    whoever typed stays above it: neither may wipe out the other."""
    had = read(connection, draft.contact_id)
    if had is not None and had.reason and draft.reason not in (had.reason, SEEN + had.reason):
        draft = replace(
            had,
            text=f"{had.text}\n\n{draft.text}" if draft.text.strip() else had.text,
            files=(*had.files, *(file for file in draft.files if file not in had.files)),
        )
    _write(connection, draft, now)


def _write(connection: "Connection", draft: Draft, now: int) -> None:
    if not draft.text and not draft.files:
        connection.execute("DELETE FROM mine.draft WHERE contact_id = ?", (draft.contact_id,))
        after.keep(connection, draft.contact_id, {})
        return
    connection.execute(
        "INSERT OR REPLACE INTO mine.draft (contact_id, text, mode, files, reason, at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            draft.contact_id,
            storable(draft.text),
            draft.mode,
            orjson.dumps(draft.files).decode(),
            draft.reason,
            now,
        ),
    )


def read(connection: "Connection", contact_id: str) -> Draft | None:
    found = connection.execute(
        "SELECT text, mode, files, reason FROM mine.draft WHERE contact_id = ?", (contact_id,)
    ).fetchone()
    if found is None:
        return None
    text, mode, files, reason = found
    return Draft(
        contact_id=contact_id,
        text=shown(text),
        mode=mode,
        files=tuple(orjson.loads(files)),
        reason=reason,
    )


def give_back(
    connection: "Connection", *, contact_id: str, kind: str, data: str, reason: str, now: int
) -> None:
    """A refused text returns to its composer, before what was typed there meanwhile."""
    fields = orjson.loads(data)
    text, files = shown(fields.get("text", "")), tuple(fields.get("files", ()))
    had = read(connection, contact_id)
    if had is not None and had.text.strip() and had.text.strip() != text.strip():
        text = f"{text}\n\n{had.text}" if text else had.text
        files = (*files, *(file for file in had.files if file not in files))
    _write(
        connection,
        Draft(
            contact_id=contact_id,
            text=text,
            mode="note" if kind == "note" else "reply",
            files=files,
            reason=reason,
        ),
        now,
    )


def take_back(connection: "Connection", contact_id: str, data: str, now: int) -> None:
    """A text that had returned is sent again from the outbox: it leaves the composer, and what was
    typed after it stays."""
    fields = orjson.loads(data)
    text, sent = shown(fields.get("text", "")), fields.get("files", ())
    had = read(connection, contact_id)
    if had is None or not had.text.startswith(text):
        return
    _write(
        connection,
        Draft(
            contact_id=contact_id,
            text=had.text[len(text) :].lstrip("\n"),
            mode=had.mode,
            files=tuple(file for file in had.files if file not in sent),
        ),
        now,
    )
