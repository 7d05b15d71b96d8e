"""Earlier conversations: contacts with their messages, their customers, and who receives them.

What was said does not change, and what people did with a contact since is theirs: a conversation
that comes again only adds what is missing.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Attachment, Contact, Message, Promise, Share, WrapUp
from workstation.models.text import one_line
from workstation.rules.permissions import audiences_of
from workstation.rules.promises import due_at
from workstation.server.files.accept import Accepted, record
from workstation.server.importing.beside import Beside
from workstation.server.importing.places import Place, places
from workstation.server.importing.register import Register
from workstation.server.importing.settle import Fate, NotThere, Outcome, existing, settle
from workstation.server.intake.arrived import key
from workstation.server.store import bulk
from workstation.shop.keys import Keys
from workstation.shop.records import AttachmentRecord, ConversationRecord, TurnRecord

_DIRECTION = {"customer": "inbound", "agent": "outbound", "note": "internal"}


def write_conversations(
    session: Session,
    keys: Keys,
    conversations: Sequence[ConversationRecord],
    *,
    team: str,
    beside: Beside,
    now: int,
) -> list[Outcome]:
    """`team` is the name of the team for what no product type sends elsewhere; "" is the first."""
    register = Register(session, keys, team=team)
    outcomes: list[Outcome] = []
    whole: list[tuple[ConversationRecord, dict[str, list[Accepted]]]] = []
    for conversation in conversations:
        try:
            whole.append((conversation, _kept(conversation, beside)))
            outcomes.append("same")
        except NotThere as problem:
            outcomes.append(problem)
    rows = _Rows(session, keys, register, [conversation for conversation, _ in whole])
    fates = iter([rows.take(conversation, kept) for conversation, kept in whole])
    register.write()
    rows.write(now)
    return [o if isinstance(o, NotThere) else next(fates) for o in outcomes]


def _kept(conversation: ConversationRecord, beside: Beside) -> dict[str, list[Accepted]]:
    """The files of every message that has some, in the office's own keeping."""
    return {
        turn.key: [beside.take(attachment) for attachment in turn.attachments]
        for turn in conversation.turns
        if turn.attachments
    }


class _Rows:
    """The rows that some conversations become."""

    def __init__(
        self,
        session: Session,
        keys: Keys,
        register: Register,
        conversations: Sequence[ConversationRecord],
    ) -> None:
        self._session = session
        self._keys = keys
        self._register = register
        self._places = dict(
            zip(
                (c.key for c in conversations),
                places(session, keys, conversations, team_id=register.team_id),
                strict=True,
            )
        )
        self._before = existing(
            session, Contact, [keys.contact(c.key) for c in conversations], hold=True
        )
        self._promises = list(session.scalars(select(Promise)))
        self._unsaid = _unsaid(session, keys, conversations)
        self._contacts: list[dict[str, Any]] = []
        self._messages: list[dict[str, Any]] = []
        self._attachments: list[dict[str, Any]] = []
        self._wrap_ups: list[dict[str, Any]] = []
        self._files: dict[str, Accepted] = {}

    def take(self, conversation: ConversationRecord, kept: dict[str, list[Accepted]]) -> Fate:
        contact_id = self._keys.contact(conversation.key)
        turns = self._unsaid[contact_id]
        known = self._before.get(contact_id)
        if known is None:
            place = self._places[conversation.key]
            self._contacts.append(_contact(conversation, place, contact_id, self._promises))
            self._wrap_up(conversation, place, contact_id)
        elif turns:
            self._contacts.append(_caught_up(known, turns, self._promises))
        for turn in turns:
            message_id = self._message(conversation, turn, contact_id)
            for number, file in enumerate(kept.get(turn.key, ())):
                self._files[file.sha256] = file
                row = _attachment(file, turn.attachments[number], contact_id, message_id)
                row["id"] = self._keys.attachment(conversation.key, turn.key, number)
                self._attachments.append(row)
        return "new" if known is None else "changed" if turns else "same"

    def write(self, now: int) -> None:
        for file in self._files.values():
            record(self._session, file, now)
        settle(self._session, Contact, self._contacts)
        settle(self._session, Message, self._messages, update=False)
        settle(self._session, Attachment, self._attachments, update=False)
        settle(self._session, WrapUp, self._wrap_ups, update=False)
        _share(self._session, self._contacts)

    def _message(self, conversation: ConversationRecord, turn: TurnRecord, contact_id: str) -> str:
        outbound = turn.speaker == "agent"
        message_id = self._keys.message(conversation.key, turn.key)
        self._messages.append(
            {
                "id": message_id,
                "contact_id": contact_id,
                "direction": _DIRECTION[turn.speaker],
                "kind": "note" if turn.speaker == "note" else "text",
                "author_id": self._register.agent_id(turn.agent),
                "text": turn.text,
                "at": turn.at,
                "written_at": turn.at,
                "delivery": "sent" if outbound else "",
                "delivery_at": turn.at if outbound else None,
                "origin": _origin(conversation, turn),
            }
        )
        return message_id

    def _wrap_up(self, conversation: ConversationRecord, place: Place, contact_id: str) -> None:
        done = conversation.wrap_up
        if done is None:
            return
        self._wrap_ups.append(
            {
                "id": self._keys.wrap_up(conversation.key),
                "contact_id": contact_id,
                "agent_id": self._register.agent_id(done.agent) or self._register.stand_in(),
                "product_id": place.product_id,
                "variant_id": place.variant_id,
                "reason_id": self._register.reason_id(done.kind, done.topic),
                "note": done.note,
                "at": done.at,
            }
        )


def _unsaid(
    session: Session, keys: Keys, conversations: Sequence[ConversationRecord]
) -> dict[str, list[TurnRecord]]:
    """By contact, the messages that are not there yet, neither from an earlier import nor because
    the provider delivered them to the office itself."""
    ids = {(c.key, t.key): keys.message(c.key, t.key) for c in conversations for t in c.turns}
    there = set(existing(session, Message, list(ids.values())))
    origins = [_origin(c, t) for c in conversations for t in c.turns if t.provider_id]
    live: set[str | None] = set()
    for start in range(0, len(origins), 500):
        live.update(
            session.scalars(
                select(Message.origin).where(Message.origin.in_(origins[start : start + 500]))
            )
        )
    unsaid: dict[str, list[TurnRecord]] = {}
    for conversation in conversations:
        turns = unsaid.setdefault(keys.contact(conversation.key), [])
        for turn in conversation.turns:
            origin = _origin(conversation, turn)
            if ids[conversation.key, turn.key] in there or (origin and origin in live):
                continue
            live.add(origin)
            turns.append(turn)
    return unsaid


def _origin(conversation: ConversationRecord, turn: TurnRecord) -> str | None:
    """As the channel's own door writes it, so that what came in there is the same message."""
    if not turn.provider_id:
        return None
    return key(conversation.channel, turn.provider_id, sent=turn.speaker == "agent")


def _contact(
    conversation: ConversationRecord, place: Place, contact_id: str, promises: list[Promise]
) -> dict[str, Any]:
    done = conversation.wrap_up
    last = conversation.turns[-1]
    row: dict[str, Any] = {
        "id": contact_id,
        "channel": conversation.channel,
        "thread": conversation.thread,
        "customer_id": place.customer_id,
        "identity_id": place.identity_id,
        "team_id": place.team_id,
        "owner_id": None,
        "state": "open" if done is None else "done",
        "subject": conversation.subject,
        "language": conversation.language,
        "product_type_id": place.product_type_id,
        "product_id": place.product_id,
        "variant_id": place.variant_id,
        "order_id": place.order_id,
        "opened_at": conversation.opened_at,
        "waiting_since": None,
        "due_at": None,
        "closed_at": None if done is None else done.at,
        "read_at": last.at if done is not None or last.speaker == "agent" else None,
        **_head(last),
    }
    if done is None:
        row |= _waiting(conversation.channel, conversation.turns, promises)
    return row


def _caught_up(
    known: dict[str, Any], turns: Sequence[TurnRecord], promises: list[Promise]
) -> dict[str, Any]:
    """A contact that is there, after messages it did not have."""
    row: dict[str, Any] = {"id": known["id"]}
    last = turns[-1]
    if last.at >= known["last_at"]:
        row |= _head(last)
        if known["state"] != "done" and (known["waiting_since"] is None or _answered(turns)):
            row |= _waiting(known["channel"], turns, promises)
    return known | row


def _head(last: TurnRecord) -> dict[str, Any]:
    return {
        "last_at": last.at,
        "last_text": one_line(last.text),
        "last_side": last.speaker,
    }


def _answered(turns: Sequence[TurnRecord]) -> bool:
    return any(turn.speaker == "agent" for turn in turns)


def _waiting(channel: str, turns: Sequence[TurnRecord], promises: list[Promise]) -> dict[str, Any]:
    """Since when the customer waits, and until when a promise lets them."""
    since: int | None = None
    for turn in turns:
        if turn.speaker == "agent":
            since = None
        elif turn.speaker == "customer" and since is None:
            since = turn.at
    if since is None:
        return {"waiting_since": None, "due_at": None}
    kind = "next_reply" if _answered(turns) else "first_reply"
    due = due_at(promises, channel=channel, kind=kind, since=since)  # type: ignore[arg-type]
    return {"waiting_since": since, "due_at": due}


def _attachment(
    file: Accepted, given: AttachmentRecord, contact_id: str, message_id: str
) -> dict[str, Any]:
    return {
        "contact_id": contact_id,
        "message_id": message_id,
        "sha256": file.sha256,
        "size": file.size,
        "media_type": file.looked.media_type,
        "name": given.name,
        "width": file.looked.width,
        "height": file.looked.height,
    }


def _share(session: Session, contacts: Sequence[dict[str, Any]]) -> None:
    """The shares of many contacts at once; see `store/shares.py` for what they mean."""
    roots: dict[tuple[str, str], str] = {}
    for row in contacts:
        for audience in audiences_of(Contact(**row)):
            roots[row["id"], audience] = "contact"
            roots[row["customer_id"], audience] = "customer"
    bulk.write(
        session,
        Share,
        [
            {"root_id": root, "audience_id": audience, "root_kind": kind, "gone": False}
            for (root, audience), kind in sorted(roots.items())
        ],
    )
