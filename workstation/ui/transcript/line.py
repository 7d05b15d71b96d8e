"""One row of a transcript."""

from dataclasses import dataclass
from typing import Literal

from workstation.replica.rows.contact import MessageRow

LineKind = Literal["day", "new", "event", "events", "in", "out", "note"]
NEW = "new"
"""The key of the line above what is new."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `key` stays the same over reloads; `joined` says it continues the line above."""

    kind: LineKind
    key: str
    at: int
    message: MessageRow | None = None
    joined: bool = False
    answers: MessageRow | None = None
    """The message that this one answers, where it was read."""
    parts: tuple[MessageRow, ...] = ()
    """What is gathered in this row, if several messages are: events, or photos of an album. Then
    `message` is the last of them; an album's has the pictures of all."""

    def of(self, attachment_id: str) -> MessageRow | None:
        """The message that a file came with."""
        for one in self.parts:
            if any(file.attachment_id == attachment_id for file in one.attachments):
                return one
        return self.message
