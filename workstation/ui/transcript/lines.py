"""The lines of a transcript: messages, what happened, and the day they fall on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from workstation.replica.rows import MessageRow

LineKind = Literal["day", "event", "in", "out", "note"]
TOGETHER = 5 * 60_000
"""Messages of one author within this many milliseconds stand closer together."""


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


def day_of(at: int) -> date:
    """The agent's own calendar day of a moment in milliseconds since the epoch."""
    return datetime.fromtimestamp(at / 1000).date()


def lines_of(messages: Iterable[MessageRow]) -> list[Line]:
    """Messages, oldest first, with a day above the first of each day."""
    lines: list[Line] = []
    day: date | None = None
    before: MessageRow | None = None
    known: dict[str, MessageRow] = {}
    for message in messages:
        known[message.message_id] = message
        its_day = day_of(message.at)
        if its_day != day:
            day = its_day
            before = None
            lines.append(Line("day", f"day:{its_day.isoformat()}", message.at))
        joined = (
            before is not None
            and before.kind == message.kind != "event"
            and before.direction == message.direction
            and before.author_id == message.author_id
            and message.at - before.at <= TOGETHER
        )
        answers = known.get(message.reply_to_id) if message.reply_to_id else None
        lines.append(Line(_kind(message), message.message_id, message.at, message, joined, answers))
        before = message
    return lines


def _kind(message: MessageRow) -> LineKind:
    if message.kind == "event":
        return "event"
    if message.kind == "call" and message.call is not None:
        return "in" if message.call.inbound else "out"
    if message.kind == "note" or message.direction == "internal":
        return "note"
    return "in" if message.direction == "inbound" else "out"
