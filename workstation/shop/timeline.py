"""When each customer of a recording writes: their own moments, faster, with long silences cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from workstation.shop.records import ConversationRecord


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One customer message. `due` is seconds after the start; `thread` and `turn` are positions
    in the recording. `answered` is whether the agent had written just before."""

    due: float
    thread: int
    turn: int
    answered: bool


def timeline(
    conversations: Sequence[ConversationRecord], *, speed: float, longest_silence: float
) -> list[Entry]:
    """Everything that customers write, by when. At speed 60 a minute takes a second; a silence of
    all of them together takes at most `longest_silence` seconds, since a recording may span
    years."""
    written = sorted(
        (turn.at, thread, number)
        for thread, conversation in enumerate(conversations)
        for number, turn in enumerate(conversation.turns)
        if turn.speaker == "customer"
    )
    entries: list[Entry] = []
    due = 0.0
    before: int | None = None
    for at, thread, number in written:
        if before is not None:
            due += min((at - before) / 1000 / speed, longest_silence)
        before = at
        entries.append(Entry(due, thread, number, _answered(conversations[thread], number)))
    return entries


def _answered(conversation: ConversationRecord, number: int) -> bool:
    for turn in reversed(conversation.turns[:number]):
        if turn.speaker != "note":
            return turn.speaker == "agent"
    return False
