"""What happened to me since the last look: told from what my contacts were and what they are now.

Looking is done in a worker, comparing is plain judgement.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from workstation.replica.lists import View
from workstation.replica.rows.contact import CallRow, MessageRow
from workstation.replica.rows.inbox import InboxRow
from workstation.ui.doors import ReplicaDoor
from workstation.ui.nobody import called
from workstation.ui.notify.kinds import Kind
from workstation.ui.panels.masking import number_masked

MOST_READ: Final = 40
"""Changed contacts whose notes are read at one look; more at once come from a first download."""
LAST_FEW: Final = 8
"""Messages of a contact in which a mention or a handing over is looked for."""
WARN_AT_MOST: Final = 5 * 60_000
WARN_SHARE: Final = 0.2
"""A promise is about to run out in the last fifth of its time, and never sooner than this."""
GIVEN: Final = frozenset({"assigned"})


@dataclass(frozen=True, slots=True)
class Happening:
    """`key` is the same for the same happening, however often it is seen. `at` is when, in
    milliseconds since the epoch."""

    kind: Kind
    key: str
    contact_id: str
    who: str
    words: str
    at: int
    by: str = ""
    """The colleague who did it."""


@dataclass(frozen=True, slots=True)
class Look:
    """My open contacts, who rings, and the newest messages of what changed."""

    rows: tuple[InboxRow, ...]
    calls: tuple[CallRow, ...] = ()
    newest: Mapping[str, tuple[MessageRow, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """The customer of a contact that is not mine."""

    @property
    def unread(self) -> int:
        return sum(1 for row in self.rows if row.unread)


def look(replica: ReplicaDoor, changed: Iterable[str]) -> Look:
    """Blocks on the disk: for a worker."""
    numbers = replica.inbox(View("mine")).numbers
    rows = tuple(replica.inbox_rows([number for number in numbers if number >= 0]).values())
    mine = {row.contact_id for row in rows}
    newest: dict[str, tuple[MessageRow, ...]] = {}
    names: dict[str, str] = {}
    for contact_id in sorted(changed)[:MOST_READ]:
        newest[contact_id] = replica.transcript(contact_id, limit=LAST_FEW).messages
        if contact_id not in mine and any(_mentions(one) for one in newest[contact_id]):
            head = replica.contact(contact_id)
            names[contact_id] = called(head.name, head.channel) if head is not None else ""
    return Look(rows=rows, calls=replica.calls(), newest=newest, names=names)


def happened(
    before: Mapping[str, int], now_is: Look, *, me: str, since: int, now: int
) -> list[Happening]:
    """`before` says of each of my contacts when its last message was. What is older than `since`
    was there before the desk was opened, and is not told."""
    found: list[Happening] = []
    for row in now_is.rows:
        given = None
        if row.contact_id not in before:
            given = _given(now_is.newest.get(row.contact_id, ()), me, since)
        if given is not None:
            key = f"assigned {given.message_id}"
            found.append(_of("assigned", key, row, given.at, by=given.author_name))
        elif row.last_side == "customer" and row.last_at > max(
            since, before.get(row.contact_id, since)
        ):
            found.append(_of("wrote", f"wrote {row.contact_id} {row.last_at}", row, row.last_at))
        if row.due_at is not None and _is_late(row, now):
            found.append(_of("late", f"late {row.contact_id} {row.due_at}", row, row.due_at))
    return [*found, *_mentioned(now_is, me, since), *_ringing(now_is.calls)]


def _of(kind: Kind, key: str, row: InboxRow, at: int, *, by: str = "") -> Happening:
    words = number_masked(row.last_text)
    return Happening(kind, key, row.contact_id, called(row.name, row.channel), words, at, by)


def _mentioned(now_is: Look, me: str, since: int) -> list[Happening]:
    mine = {row.contact_id: called(row.name, row.channel) for row in now_is.rows}
    names = {**now_is.names, **mine}
    return [
        Happening(
            "mentioned",
            f"mentioned {one.message_id}",
            contact_id,
            names.get(contact_id, ""),
            one.text,
            one.at,
            by=one.author_name,
        )
        for contact_id, messages in now_is.newest.items()
        for one in messages
        if one.at > since and one.author_id != me and me in _mentions(one)
    ]


def _ringing(calls: Iterable[CallRow]) -> list[Happening]:
    return [
        Happening(
            "ringing",
            f"ringing {call.call_id}",
            call.contact_id,
            call.name or call.number,
            "",
            call.started_at,
        )
        for call in calls
        if call.state == "ringing" and call.inbound
    ]


def next_warning(rows: Iterable[InboxRow], now: int) -> int | None:
    """When the next promise is about to run out; in milliseconds since the epoch."""
    coming = [at for row in rows if (at := _warn_at(row)) is not None and at > now]
    return min(coming, default=None)


def _warn_at(row: InboxRow) -> int | None:
    if row.due_at is None or row.state != "open":
        return None
    begun = row.waiting_since if row.waiting_since is not None else row.last_at
    return row.due_at - min(WARN_AT_MOST, int(WARN_SHARE * max(0, row.due_at - begun)))


def _is_late(row: InboxRow, now: int) -> bool:
    warn_at = _warn_at(row)
    return warn_at is not None and row.due_at is not None and warn_at <= now < row.due_at


def _mentions(message: MessageRow) -> tuple[str, ...]:
    if message.kind != "note" or message.deleted_at is not None:
        return ()
    found = message.facts.get("mentions")
    return tuple(str(one) for one in found) if isinstance(found, list | tuple) else ()


def _given(messages: tuple[MessageRow, ...], me: str, since: int) -> MessageRow | None:
    """The handing over to me, when it was somebody else's doing."""
    for one in reversed(messages):
        if one.kind == "event" and one.facts.get("what") in GIVEN:
            mine = one.facts.get("agent_id") == me and one.author_id != me
            return one if mine and one.at > since else None
    return None
