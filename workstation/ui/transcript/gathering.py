"""Messages that stand together in one row: photos sent one after the other, and several events."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.shapes.files import is_picture

SEVERAL: Final = 3
"""So many things that happened in a row are one line, which unfolds."""


def gathered(lines: Iterable[Line]) -> list[Line]:
    """The same lines, fewer: a row of several has the key of its first."""
    found: list[Line] = []
    row: list[Line] = []
    for line in lines:
        if row and not _goes_on(row[-1], line):
            found += _together(row)
            row = []
        row.append(line)
    return found + _together(row)


def _goes_on(before: Line, line: Line) -> bool:
    if line.kind == "event":
        return before.kind == "event"
    return (
        line.joined
        and line.kind == before.kind
        and _is_photo(line.message)
        and _is_photo(before.message)
        # Words below a photo end an album: what comes after is about something else.
        and before.message is not None
        and not before.message.text
    )


def _is_photo(message: MessageRow | None) -> bool:
    """Whether a customer sent pictures and nothing that would have to be said of them."""
    if message is None or message.direction != "inbound" or message.kind != "text":
        return False
    plain = not (message.facts or message.edited_at or message.deleted_at or message.reply_to_id)
    return plain and bool(message.attachments) and all(map(_is_shown, message.attachments))


def _is_shown(file: AttachmentRow) -> bool:
    return file.role == "" and file.state != "failed" and is_picture(file.media_type)


def _together(row: list[Line]) -> list[Line]:
    parts = tuple(line.message for line in row if line.message is not None)
    if not row or len(parts) < (SEVERAL if row[0].kind == "event" else 2):
        return row
    if row[0].kind == "event":
        return [Line("events", row[0].key, row[0].at, parts[-1], parts=parts)]
    files = tuple(file for one in parts for file in one.attachments)
    return [replace(row[0], message=replace(parts[-1], attachments=files), parts=parts)]
