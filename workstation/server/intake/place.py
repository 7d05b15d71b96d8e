"""A contact as far as a message that comes in needs to know it, and what that changes of it.

Not the model itself: this is the busiest path of an office, and reads a handful of columns. What
a contact becomes does not depend on the order in which its messages come in.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Inbound,
)
from workstation.models import Message
from workstation.models.text import one_line
from workstation.rules.promises import due_at
from workstation.server.intake.shop import Shop


def written_elsewhere() -> ColumnElement[bool]:
    """A message is ours, and was not written at a desk."""
    via: ColumnElement[str | None] = Message.facts["via"].as_string()
    return via.is_not(None)


def by_a_person() -> ColumnElement[bool]:
    """A message is ours, and no machine's."""
    return or_(Message.author_id.is_not(None), written_elsewhere())


@dataclass(slots=True)
class Place:
    id: str
    channel: str
    thread: str
    state: str = "open"
    subject: str = ""
    language: str = ""
    opened_at: int = 0
    waiting_since: int | None = None
    due_at: int | None = None
    last_at: int = 0
    last_text: str = ""
    last_side: str = "customer"
    snoozed_until: int | None = None
    closed_at: int | None = None
    read_at: int | None = None
    reply_until: int | None = None
    answered: bool = False
    """Whether we wrote at all; only known while nobody waits."""
    is_new: bool = False
    asked: list[int] = field(default_factory=list)
    """The moments of what was heard now and wants an answer."""
    out_of_turn: bool = False
    """Whether something came that is older than what was here, or was written by us elsewhere:
    then one has to look who waits for whom."""

    def hear(self, message: Inbound, *, at: int, text: str, window: int | None) -> None:
        """A message came in, taken to be of the moment `at`. The reply window is in milliseconds,
        None where the channel has none."""
        late = at < self.last_at
        if at >= self.last_at:
            self.last_at = at
            self.last_text = one_line(text)
            self.last_side = "agent" if message.echo else "customer"
        first = at < self.opened_at
        self.opened_at = min(self.opened_at, at)
        self.subject = self._led(self.subject, one_line(message.subject, 200), first)
        self.language = self._led(self.language, message.language[:20], first)
        if message.echo:
            self.out_of_turn = True
            return
        if window is not None:
            self.reply_until = max(self.reply_until or 0, at + window)
        if self.read_at is not None and self.read_at >= at:
            self.read_at = at - 1  # nobody has seen this one
        if message.automatic:
            return
        self.state = "open"
        self.snoozed_until = self.closed_at = None
        self.asked.append(at)
        self.out_of_turn = self.out_of_turn or late

    def settle(self, session: Session, shop: Shop) -> None:
        """Say since when the customer waits, once all that was heard is written."""
        if self.out_of_turn:
            self._look(session, shop)
        elif self.asked and self.waiting_since is None:
            self._wait(self.asked[0], shop, first=not self.answered)

    def changes(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "subject": self.subject,
            "language": self.language,
            "opened_at": self.opened_at,
            "waiting_since": self.waiting_since,
            "due_at": self.due_at,
            "last_at": self.last_at,
            "last_text": self.last_text,
            "last_side": self.last_side,
            "snoozed_until": self.snoozed_until,
            "closed_at": self.closed_at,
            "read_at": self.read_at,
            "reply_until": self.reply_until,
        }

    @staticmethod
    def _led(known: str, given: str, first: bool) -> str:
        """The first message names a contact; where it says nothing, the next that does."""
        return given or known if first else known or given

    def _wait(self, since: int, shop: Shop, *, first: bool) -> None:
        self.waiting_since = since
        self.due_at = due_at(
            shop.promises,
            channel=self.channel,
            kind="first_reply" if first else "next_reply",
            since=since,
        )

    def _look(self, session: Session, shop: Shop) -> None:
        """What we wrote elsewhere answers all that came before it. What an agent wrote at the desk
        answers what was there when they did: so what comes in late still waits."""
        mine = (Message.contact_id == self.id, Message.direction == "outbound")
        elsewhere = session.scalar(
            select(func.max(Message.at)).where(
                *mine, Message.author_id.is_(None), written_elsewhere()
            )
        )
        answered_at = -1 if elsewhere is None else elsewhere
        since = [at for at in self.asked if at > answered_at]
        if self.waiting_since is not None:
            if self.waiting_since > answered_at:
                since.append(self.waiting_since)
            else:
                since += self._unanswered(session, answered_at)
        if not since:
            self.waiting_since = self.due_at = None
            return
        before = session.scalar(
            select(exists().where(*mine, by_a_person(), Message.at < min(since)))
        )
        self._wait(min(since), shop, first=not before)

    def _unanswered(self, session: Session, after: int) -> list[int]:
        found = session.execute(
            select(Message.at, Message.facts)
            .where(
                Message.contact_id == self.id,
                Message.direction == "inbound",
                Message.kind == "text",
                Message.at > after,
            )
            .order_by(Message.at)
        )
        for at, facts in found:
            if not facts.get("automatic"):
                return [at]
        return []
