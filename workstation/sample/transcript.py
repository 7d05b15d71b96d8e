"""A contact's rows, from the turns of its conversation and the times they were taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from workstation.models.text import one_line
from workstation.sample.agreements import promised, reason_id, resolution_id
from workstation.sample.calls import CALLS, call_of
from workstation.sample.conversation import Turn
from workstation.sample.pictures import picture
from workstation.sample.rows import DAY, SECOND, Row, ref
from workstation.sample.sound import Recording
from workstation.sample.staff import team_id

_SIDES = {
    "customer": ("inbound", "text"),
    "agent": ("outbound", "text"),
    "note": ("internal", "note"),
    "event": ("internal", "event"),
}

_FATES = ("read", "delivered", "sent", "failed", "uncertain")
_CHANCES = {
    "whatsapp": (776, 198, 10, 8, 8),
    "instagram": (696, 286, 8, 5, 5),
    "messenger": (716, 266, 8, 5, 5),
    "chat": (900, 96, 4, 0, 0),
    "email": (0, 600, 390, 8, 2),
    "phone": (0, 1000, 0, 0, 0),
}
_FAILURES = {
    "whatsapp": "whatsapp.131026",
    "email": "email.mailbox_full",
    "instagram": "instagram.551",
    "messenger": "messenger.551",
}
_NOTHING_MORE: Row = {"send_at": None, "edited_at": None, "deleted_at": None, "origin": None}
_WINDOWS = {"whatsapp": DAY, "instagram": 7 * DAY, "messenger": 7 * DAY}
"""For how long one may answer freely after the customer wrote."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a contact apart from what was said."""

    key: str
    """Tells contacts apart; the same key gives the same ids."""
    channel: str
    thread: str
    customer_id: str
    identity_id: str
    team: str
    owner_id: str | None
    language: str
    subject: str = ""
    tags: tuple[str, ...] = ()
    product_type_id: str | None = None
    product_id: str | None = None
    variant_id: str | None = None
    order_id: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A turn, when, and by whom of us. `fate` is what became of it, where that matters; `facts`
    are a message's own; `answers` is the how manieth turn it answers in particular."""

    turn: Turn
    at: int
    author_id: str | None = None
    fate: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    answers: int | None = None


@dataclass(slots=True)
class Written:
    """The rows of some contacts."""

    contacts: list[Row] = field(default_factory=list)
    messages: list[Row] = field(default_factory=list)
    calls: list[Row] = field(default_factory=list)
    attachments: list[Row] = field(default_factory=list)
    wrap_ups: list[Row] = field(default_factory=list)
    cases: list[Row] = field(default_factory=list)
    ratings: list[Row] = field(default_factory=list)

    def add(self, other: "Written") -> None:
        self.contacts += other.contacts
        self.messages += other.messages
        self.calls += other.calls
        self.attachments += other.attachments
        self.wrap_ups += other.wrap_ups
        self.cases += other.cases
        self.ratings += other.ratings


class Transcript:
    """Writes one contact down."""

    def __init__(self, head: Head, said: Sequence[Said], dice: Random) -> None:
        self._head = head
        self._said = said
        self._dice = dice
        self.id = ref(f"contact:{head.key}", at=said[0].at)
        self.written = Written()
        for number, one in enumerate(said):
            self._message(number, one)

    def done(self, *, reason: str, resolutions: Sequence[str], note: str) -> None:
        """It was wrapped up."""
        head, closed = self._head, self._said[-1].at
        self._contact(state="done", closed_at=closed, read_at=closed)
        self.written.wrap_ups.append(
            {
                "id": ref(f"wrap-up:{head.key}", at=closed),
                "contact_id": self.id,
                "agent_id": head.owner_id,
                "product_id": head.product_id,
                "variant_id": head.variant_id,
                "reason_id": reason_id(reason),
                "resolution_ids": [resolution_id(key) for key in resolutions],
                "note": note,
                "at": closed,
            }
        )

    def open(self, *, read: bool) -> None:
        """It goes on; whoever wrote last waits for the other."""
        unanswered: int | None = None
        answered = 0
        for one in self._said:
            if one.turn.side == "agent":
                unanswered, answered = None, one.at
            elif one.turn.side == "customer" and unanswered is None:
                unanswered = one.at
        due = None
        if unanswered is not None:
            due = unanswered + promised(self._head.channel, first=not answered)
        read_at = self._said[-1].at if read or unanswered is None else answered or None
        self._contact(state="open", waiting_since=unanswered, due_at=due, read_at=read_at)

    def snoozed(self, until: int) -> None:
        self._contact(state="snoozed", snoozed_until=until, read_at=self._said[-1].at)

    def case(self, *, ask: str, due_at: int) -> None:
        """The back office has been asked for something."""
        opened = self._said[-1].at
        self.written.cases.append(
            {
                "id": ref(f"case:{self._head.key}", at=opened),
                "contact_id": self.id,
                "agent_id": self._head.owner_id,
                "state": "open",
                "ask": ask,
                "opened_at": opened,
                "due_at": due_at,
                "closed_at": None,
            }
        )

    def _contact(self, **state: Any) -> None:
        head = self._head
        last = next(one for one in reversed(self._said) if one.turn.side in ("customer", "agent"))
        theirs = [one.at for one in self._said if one.turn.side == "customer"]
        window = _WINDOWS.get(head.channel)
        self.written.contacts.append(
            {
                "id": self.id,
                "channel": head.channel,
                "thread": head.thread,
                "customer_id": head.customer_id,
                "identity_id": head.identity_id,
                "team_id": team_id(head.team),
                "owner_id": head.owner_id,
                "subject": head.subject,
                "language": head.language,
                "tags": list(head.tags),
                "product_type_id": head.product_type_id,
                "product_id": head.product_id,
                "variant_id": head.variant_id,
                "order_id": head.order_id,
                "opened_at": self._said[0].at,
                "last_at": last.at,
                "last_text": one_line(last.turn.text),
                "last_side": last.turn.side,
                "waiting_since": None,
                "due_at": None,
                "snoozed_until": None,
                "closed_at": None,
                "read_at": None,
                "reply_until": theirs[-1] + window if window and theirs else None,
                "archived_at": None,
                **state,
            }
        )

    def _message(self, number: int, one: Said) -> None:
        turn, at = one.turn, one.at
        if turn.what in CALLS:
            self._call(number, one)
            return
        direction, kind = _SIDES[turn.side]
        message_id = self._message_id(number)
        fate, failure = self._fate(one) if turn.side == "agent" else ("", "")
        self.written.messages.append(
            {
                "id": message_id,
                "contact_id": self.id,
                "direction": direction,
                "kind": kind,
                "author_id": one.author_id,
                "text": turn.text,
                "facts": {"what": turn.what, **one.facts} if turn.what else dict(one.facts),
                "reply_to_id": None if one.answers is None else self._message_id(one.answers),
                "at": at,
                "written_at": None if kind == "event" else at - 400,
                "delivery": fate,
                "delivery_at": at + 2 * SECOND if fate else None,
                "failure": failure,
                **_NOTHING_MORE,
            }
        )
        for place, name in enumerate(turn.photos):
            self._attachment(message_id, f"{number}:{place}", name, at)

    def _message_id(self, number: int) -> str:
        return ref(f"message:{self._head.key}:{number}", at=self._said[number].at)

    def _call(self, number: int, one: Said) -> None:
        """A call, and what was recorded of it."""
        message_id = self._message_id(number)
        answered = one.turn.what == "call" and self._head.owner_id is not None
        call, steps, tape = call_of(
            message_id=message_id,
            answered=answered,
            at=one.at,
            seconds=int(one.facts.get("seconds", 0)),
            until=self._said[-1].at,
            agent_id=self._head.owner_id if answered else None,
            number=self._head.thread,
        )
        self.written.calls.append(call | {"contact_id": self.id})
        self.written.messages.append(
            {
                "id": message_id,
                "contact_id": self.id,
                "direction": "inbound",
                "kind": "call",
                "author_id": None,
                "text": "",
                "facts": {"steps": steps},
                "reply_to_id": None,
                "at": one.at,
                "written_at": one.at,
                "delivery": "",
                "delivery_at": None,
                "failure": "",
                **_NOTHING_MORE,
            }
        )
        if tape is not None:
            role = "recording" if call["outcome"] == "answered" else "voicemail"
            self._attachment(message_id, f"{number}:tape", tape, one.at, role=role)

    def _attachment(
        self, message_id: str, key: str, name: str | Recording, at: int, *, role: str = ""
    ) -> None:
        file = picture(name) if isinstance(name, str) else name
        self.written.attachments.append(
            {
                "id": ref(f"attachment:{self._head.key}:{key}", at=at),
                "contact_id": self.id,
                "message_id": message_id,
                "sha256": file.sha256,
                "size": file.size,
                "media_type": file.media_type,
                "name": file.name,
                "width": file.width,
                "height": file.height,
                "state": "ready",
                "failure": "",
                "role": role,
                "content_id": "",
            }
        )

    def _fate(self, one: Said) -> tuple[str, str]:
        fate = one.fate
        if not fate:
            chances = _CHANCES[self._head.channel]
            fate = self._dice.choices(_FATES, weights=chances)[0]
        if fate != "failed":
            return fate, ""
        return fate, _FAILURES[self._head.channel]
