"""Conversations as the console posts them, made from a few numbers, and what became of them.

What a conversation did is told without ids and without our own clock, so that two runs of the same
one can be compared.
"""

import difflib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import (
    Attachment,
    Contact,
    Customer,
    Identity,
    Message,
    Product,
    Share,
    Team,
)

BEGAN = 1_795_000_000_000
STEP = 1_000
"""Milliseconds between two acts."""
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
STATES = ("sent", "delivered", "read")

Choice = tuple[int, int, int]
"""Which act, on what, how: any numbers will do."""


@dataclass
class Talk:
    """One customer's conversation; `mark` tells it from every other."""

    mark: str
    choices: Sequence[Choice]
    ours: tuple[str, ...] = ()
    """What the provider calls messages that an agent sent."""
    began: int = BEGAN
    _said: list[tuple[str, bool]] = field(default_factory=list)
    """The messages so far: id, whether it is ours."""

    def bodies(self) -> list[dict[str, Any]]:
        """In the order in which things happened."""
        self._said = [(name, True) for name in self.ours]
        return [self._act(at, *choice) for at, choice in enumerate(self.choices)]

    def _act(self, number: int, act: int, target: int, how: int) -> dict[str, Any]:
        at = self.began + STEP * (number + 1)
        customers = [name for name, ours in self._said if not ours]
        ours = [name for name, ours in self._said if ours]
        kind = act % 10
        if kind == 4 and customers:
            change = {"id": customers[target % len(customers)], "text": f"edited {number}"}
            return {"edits": [change | {"at": at}]}
        if kind == 5 and customers:
            return {"deletions": [{"id": customers[target % len(customers)], "at": at}]}
        if kind == 6 and self._said:
            reaction = {"id": self._said[target % len(self._said)][0], "at": at}
            emoji = ("\U0001f600", "\u2764\ufe0f", "")[how % 3]
            return {"reactions": [reaction | {"address": self.address, "emoji": emoji}]}
        if kind == 7:
            return {"messages": [self._written(number, at, echo=True)]}
        if kind == 8 and ours:
            status = {"id": ours[target % len(ours)], "state": STATES[how % 3], "at": at}
            return {"statuses": [status]}
        if kind == 9 and ours:
            return {"reads": [{"channel": "whatsapp", "thread": self.thread, "at": at}]}
        return {"messages": [self._written(number, at, **self._more(number, target, how))]}

    @property
    def address(self) -> str:
        return f"{self.mark}@example.nl"

    @property
    def thread(self) -> str:
        return f"{self.mark}-thread"

    def _more(self, number: int, target: int, how: int) -> dict[str, Any]:
        more: dict[str, Any] = {}
        if how & 1 and self._said:
            more["reply_to"] = self._said[target % len(self._said)][0]
            more["facts"] = {"quoted": {"text": "before", "name": "A"}}
        if how & 2:
            more["automatic"] = True
        if how & 4:
            more["product_code"] = ("W-1", "T-1")[target % 2]
        if how & 8:
            more["remote"] = [{"reference": PIXEL, "media_type": "image/gif", "name": f"{number}"}]
        if how & 16 and self._said:
            # On a thread of its own, but known to go on with what was said before.
            more["thread"] = f"{self.mark}-other"
            more["continues"] = [name for name, _ in reversed(self._said)]
        return more

    def _written(self, number: int, at: int, **more: Any) -> dict[str, Any]:
        name = f"{self.mark}-m{number}"
        self._said.append((name, bool(more.get("echo"))))
        return {
            "id": name,
            "channel": "whatsapp",
            "thread": self.thread,
            "from": {"address": self.address, "name": "A. Bakker"},
            "text": f"{self.mark} says {number}",
            "subject": f"About {number}",
            "at": at,
        } | more


def dumped(body: dict[str, Any]) -> bytes:
    return json.dumps(body).encode()


def what_became_of(session: Session, mark: str, address: str = "") -> Any:
    """Everything on the threads of this mark, comparable with what another mark did."""
    told = _told(session, {address or f"{mark}@example.nl": mark})[mark]
    return _plain(told, mark, address)


def what_became_of_each(session: Session, marks: Iterable[str]) -> dict[str, Any]:
    told = _told(session, {f"{mark}@example.nl": mark for mark in marks})
    return {mark: _plain(rows, mark) for mark, rows in told.items()}


def difference(one: Any, other: Any) -> str:
    """Between what became of two."""
    before, after = (json.dumps(told, indent=1).splitlines() for told in (one, other))
    return "\n".join(difflib.unified_diff(before, after, n=2))


def _told(session: Session, by_address: Mapping[str, str]) -> dict[str, list[Any]]:
    names = _dict(session, Team.id, Team.name_en)
    codes = _dict(session, Product.id, Product.code)
    people = session.scalars(select(Identity).where(Identity.address.in_(by_address))).all()
    whose = {identity.id: by_address[identity.address] for identity in people}
    addresses = {identity.id: identity.address for identity in people}
    contacts = session.scalars(
        select(Contact).where(Contact.identity_id.in_(whose), Contact.archived_at.is_(None))
    ).all()
    ids = [contact.id for contact in contacts]
    customers = {
        customer.id: customer.name
        for customer in session.scalars(
            select(Customer).where(Customer.id.in_({c.customer_id for c in contacts}))
        )
    }
    messages = defaultdict(list)
    origins = {}
    for message in session.scalars(select(Message).where(Message.contact_id.in_(ids))):
        messages[message.contact_id].append(message)
        origins[message.id] = message.origin or message.text
    files = defaultdict(list)
    for attachment in session.scalars(select(Attachment).where(Attachment.contact_id.in_(ids))):
        files[attachment.message_id].append(attachment)
    shares = defaultdict(set)
    for share in session.scalars(select(Share).where(Share.root_id.in_(ids), ~Share.gone)):
        shares[share.root_id].add(names.get(share.audience_id, "an agent"))
    told: dict[str, list[Any]] = {mark: [] for mark in by_address.values()}
    for contact in contacts:
        told[whose[contact.identity_id or ""]].append(
            {
                "thread": contact.thread,
                "address": addresses[contact.identity_id or ""],
                "customer": customers[contact.customer_id],
                "team": names[contact.team_id],
                "product": codes.get(contact.product_id or ""),
                "shares": sorted(shares[contact.id]),
                **{
                    name: getattr(contact, name)
                    for name in (
                        "state",
                        "subject",
                        "opened_at",
                        "waiting_since",
                        "due_at",
                        "last_at",
                        "last_text",
                        "last_side",
                        "reply_until",
                    )
                },
                "messages": sorted(
                    (_message(m, origins, files[m.id]) for m in messages[contact.id]),
                    key=lambda row: json.dumps(row, sort_keys=True),
                ),
            }
        )
    for rows in told.values():
        rows.sort(key=lambda row: (row["thread"], row["opened_at"]))
    return told


def _dict(session: Session, name: Any, value: Any) -> dict[str, str]:
    return {row[0]: row[1] for row in session.execute(select(name, value))}


def _message(message: Message, origins: dict[str, str], files: list[Attachment]) -> dict[str, Any]:
    return {
        "origin": message.origin,
        "direction": message.direction,
        "kind": message.kind,
        "text": message.text,
        "facts": message.facts if message.kind != "event" else message.facts["what"],
        "reply_to": origins.get(message.reply_to_id or ""),
        "at": message.at if message.origin else None,
        "written_at": message.written_at,
        "delivery": message.delivery,
        "edited_at": message.edited_at,
        "deleted_at": message.deleted_at,
        "files": sorted((f.name, f.media_type, f.role, f.state == "failed") for f in files),
    }


def _plain(told: Any, mark: str, address: str = "") -> Any:
    said = json.dumps(told, sort_keys=True).replace(mark, "X")
    return json.loads(said.replace(address.removeprefix("+"), "Y") if address else said)


def shuffled(bodies: Sequence[dict[str, Any]], order: Sequence[int]) -> Iterator[dict[str, Any]]:
    """These in another order; whatever comes after as many as there are is a repetition."""
    left = list(bodies)
    for number in order:
        if left:
            yield left.pop(number % len(left))
        else:
            yield bodies[number % len(bodies)]
    yield from left
