"""What a visitor of the chat may read: their own messages and the answers that were sent to them,
from a place in the feed on. Notes and whatever colleagues say among themselves never leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, literal, or_, select, union
from sqlalchemy.orm import Session

from workstation.models import Agent, Attachment, Contact, Message
from workstation.models.text import shown
from workstation.server.store.database import Database

MOST = 200
"""Messages of one reading: the newest of them."""
_THERE = ("sent", "delivered", "read")
_PREFIX = "chat:"


@dataclass(frozen=True, slots=True)
class Reading:
    """`messages` that are new or changed, oldest first. `read_at` is up to when somebody here has
    read. With `fresh` they are all there are, and replace what the browser had."""

    messages: list[dict[str, Any]]
    cursor: str
    read_at: int | None
    fresh: bool

    def as_json(self) -> dict[str, Any]:
        return {
            "messages": self.messages,
            "cursor": self.cursor,
            "read_at": self.read_at,
            "fresh": self.fresh,
        }


def read_visit(
    database: Database, visitor_id: str, cursor: str = "", *, names: bool = True
) -> Reading:
    """What came after `cursor`; everything when that is empty, or of another life of the
    database. Nothing is skipped: it reads up to where all that will ever be is there."""
    with database.read() as session:
        epoch = database.epoch(session)
        upto, _ = database.horizon(session)
        since = _place(cursor, epoch)
        contacts = session.execute(
            select(Contact.id, Contact.read_at).where(
                Contact.channel == "chat",
                Contact.thread == visitor_id,
                Contact.archived_at.is_(None),
            )
        ).all()
        ids = [row.id for row in contacts]
        found = _messages(session, ids, since, upto)
        if since and len(found) > MOST:  # too much to add to what the browser has
            since = 0
        found = found[-MOST:]
        read = [row.read_at for row in contacts if row.read_at is not None]
        return Reading(
            messages=_as_json(session, found, names=names),
            cursor=f"{epoch}.{upto}",
            read_at=max(read, default=None),
            fresh=since == 0,
        )


def changed_visitors(session: Session, since: int, upto: int) -> set[str]:
    """The visitors whose conversation changed between two revisions."""

    def among(model: type[Message] | type[Attachment]) -> Any:
        return (
            select(Contact.thread)
            .join(model, model.contact_id == Contact.id)
            .where(model.rev >= since, model.rev < upto, Contact.channel == "chat")
        )

    contacts = select(Contact.thread).where(
        Contact.rev >= since, Contact.rev < upto, Contact.channel == "chat"
    )
    return set(session.scalars(union(contacts, among(Message), among(Attachment))))


def file_of(session: Session, visitor_id: str, attachment_id: str) -> Attachment | None:
    """A file of a message that this visitor may read."""
    return session.scalar(
        select(Attachment)
        .join(Message, Message.id == Attachment.message_id)
        .join(Contact, Contact.id == Message.contact_id)
        .where(
            Attachment.id == attachment_id,
            Attachment.state == "ready",
            Contact.channel == "chat",
            Contact.thread == visitor_id,
            Contact.archived_at.is_(None),
            Message.deleted_at.is_(None),
            _readable(),
        )
    )


def unseen(session: Session, visitor_id: str, message_ids: Sequence[str], state: str) -> list[str]:
    """Which of these are answers to this visitor that are not known to be that far yet."""
    before = ("sent",) if state == "delivered" else ("sent", "delivered")
    return list(
        session.scalars(
            select(Message.id)
            .join(Contact, Contact.id == Message.contact_id)
            .where(
                Message.id.in_(message_ids),
                Message.direction == "outbound",
                Message.delivery.in_(before),
                Contact.channel == "chat",
                Contact.thread == visitor_id,
            )
            .order_by(Message.id)
        )
    )


def _readable() -> ColumnElement[bool]:
    return and_(
        Message.kind == "text",
        or_(
            Message.direction == "inbound",
            and_(Message.direction == "outbound", Message.delivery.in_(_THERE)),
        ),
    )


def _messages(session: Session, contacts: list[str], since: int, upto: int) -> list[Message]:
    if not contacts:
        return []
    fresh: ColumnElement[bool] = literal(value=True)
    if since:
        files = select(Attachment.message_id).where(
            Attachment.contact_id.in_(contacts), Attachment.rev >= since, Attachment.rev < upto
        )
        fresh = or_(and_(Message.rev >= since, Message.rev < upto), Message.id.in_(files))
    newest = session.scalars(
        select(Message)
        .where(Message.contact_id.in_(contacts), _readable(), fresh)
        .order_by(Message.at.desc(), Message.id.desc())
        .limit(MOST + 1)
    ).all()
    return list(reversed(newest))


def _as_json(session: Session, messages: list[Message], *, names: bool) -> list[dict[str, Any]]:
    ids = [message.id for message in messages]
    files: dict[str, list[dict[str, Any]]] = {}
    for file in session.scalars(
        select(Attachment).where(Attachment.message_id.in_(ids)).order_by(Attachment.id)
    ):
        files.setdefault(file.message_id, []).append(
            {
                "id": file.id,
                "media_type": file.media_type,
                "name": shown(file.name),
                "size": file.size,
                "width": file.width,
                "height": file.height,
                "state": file.state,
            }
        )
    authors = {message.author_id for message in messages if message.author_id}
    named = select(Agent.id, Agent.name).where(Agent.id.in_(authors))
    agents = {row.id: row.name for row in session.execute(named)}
    return [
        {
            "id": message.id,
            "client_id": _client_id(message),
            "mine": message.direction == "inbound",
            "text": "" if message.deleted_at else shown(message.text),
            "at": message.at,
            "name": _first(agents.get(message.author_id or "", "")) if names else "",
            "state": message.delivery,
            "deleted": message.deleted_at is not None,
            "edited": message.edited_at is not None,
            "files": [] if message.deleted_at else files.get(message.id, []),
        }
        for message in messages
    ]


def _client_id(message: Message) -> str:
    """What the browser called it, when it was the browser's: "chat:VISITOR:ID"."""
    origin = message.origin or ""
    if message.direction != "inbound" or not origin.startswith(_PREFIX):
        return ""
    return origin.removeprefix(_PREFIX).partition(":")[2]


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.strip() else ""


def _place(cursor: str, epoch: str) -> int:
    """The revision in a cursor; 0 for the beginning."""
    given, _, rev = cursor.rpartition(".")
    if given != epoch or not rev.isascii() or not rev.isdigit() or len(rev) > 18:
        return 0
    return int(rev)
