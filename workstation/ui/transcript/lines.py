"""The lines of a transcript: messages, what happened, the day they fall on, and what is new."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.gathering import gathered
from workstation.ui.transcript.line import NEW, Line, LineKind

TOGETHER = 5 * 60_000
"""Messages of one author within this many milliseconds stand closer together."""


def day_of(at: int) -> date:
    """The agent's own calendar day of a moment in milliseconds since the epoch."""
    return datetime.fromtimestamp(at / 1000).date()


def lines_of(
    messages: Iterable[MessageRow],
    *,
    new_after: int | None = None,
    me: str = "",
    answered: Mapping[str, MessageRow] = MappingProxyType({}),
) -> list[Line]:
    """Messages, oldest first, with a day above the first of each day; and a line above the first
    that somebody else wrote after `new_after` (milliseconds since the epoch) and after what `me`
    wrote last: who answers has read. `answered` are older messages that some of these answer."""
    lines: list[Line] = []
    day: date | None = None
    before: MessageRow | None = None
    known: dict[str, MessageRow] = dict(answered)
    messages = list(messages)
    new = _first_new(messages, new_after, me)
    for message in messages:
        known[message.message_id] = message
        its_day = day_of(message.at)
        if its_day != day:
            day = its_day
            before = None
            lines.append(Line("day", f"day:{its_day.isoformat()}", message.at))
        if message is new:
            before = None
            lines.append(Line("new", NEW, message.at))
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
    return gathered(lines)


def _first_new(messages: list[MessageRow], after: int | None, me: str) -> MessageRow | None:
    if after is None:
        return None
    found: MessageRow | None = None
    for message in reversed(messages):
        if message.at <= after or (me and message.author_id == me and message.kind != "event"):
            break
        if message.kind != "event":
            found = message
    return found


def _kind(message: MessageRow) -> LineKind:
    if message.kind == "event":
        return "event"
    if message.kind == "call" and message.call is not None:
        return "in" if message.call.inbound else "out"
    if message.kind == "note" or message.direction == "internal":
        return "note"
    return "in" if message.direction == "inbound" else "out"
