"""What news does to a message that is here: the same whatever order it comes in, and however often.

Nothing here asks what happened before: the newest change holds, what is deleted stays deleted, and
delivery moves forward only.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Deleted,
    DeliveryNews,
    Edited,
    Reacted,
)
from workstation.models import Attachment, Contact, Message
from workstation.models.text import one_line
from workstation.rules.delivery import may_become
from workstation.rules.moments import taken_at
from workstation.server.intake.arrived import fit

_KEPT = ("automatic", "via")
"""What is known of a message that was deleted: who wrote it, not what."""
SLACK = 5_000
"""Milliseconds by which a provider's clock may be behind ours."""


def deliver(message: Message, news: DeliveryNews, now: int) -> None:
    """Forward, never back."""
    if message.direction != "outbound" or not may_become(message.delivery, news.state):
        return
    message.delivery = news.state
    message.delivery_at = taken_at(news.at, now)
    message.failure = one_line(news.reason, 200) if news.state == "failed" else ""


def is_of_an_earlier_try(message: Message, news: DeliveryNews) -> bool:
    """Whether this was said before the message was given to be sent again."""
    return (
        message.delivery == "queued"
        and news.at is not None
        and message.delivery_at is not None
        and news.at + SLACK < message.delivery_at
    )


def edit(session: Session, message: Message, edited: Edited) -> None:
    """The newest change holds; of two at one moment, always the same."""
    if message.deleted_at is not None:
        return
    before = (message.edited_at, message.text)
    if before[0] is not None and (edited.at, edited.text) <= before:
        return
    message.text = edited.text
    message.edited_at = edited.at
    _show_in_inbox(session, message, edited.text)


def delete(session: Session, message: Message, deleted: Deleted) -> None:
    """For good: what it said is gone from here."""
    if message.deleted_at is not None:
        message.deleted_at = min(message.deleted_at, deleted.at)
        return
    message.deleted_at = deleted.at
    message.edited_at = None
    message.text = ""
    message.facts = {name: message.facts[name] for name in _KEPT if name in message.facts}
    for file in session.scalars(select(Attachment).where(Attachment.message_id == message.id)):
        file.sha256, file.size, file.name, file.content_id = "", 0, "", ""
        file.width = file.height = None
        file.state, file.failure = "failed", ""
    _show_in_inbox(session, message, "")


def react(message: Message, reacted: Reacted) -> None:
    """Each person has one emoji on a message, the newest. One that was taken off stays as an
    empty one, so that an older one that comes late does not bring it back."""
    if message.deleted_at is not None:
        return
    reactions = dict(message.facts.get("reactions", {}))
    whose = fit(reacted.address)
    known = reactions.get(whose)
    if known is not None and (known["at"], known["emoji"]) >= (reacted.at, reacted.emoji):
        return
    reactions[whose] = {"emoji": reacted.emoji, "at": reacted.at}
    message.facts = {**message.facts, "reactions": dict(sorted(reactions.items()))}


def answers(message: Message, target: Message) -> None:
    """`message` answers `target`, which is here: it need not be quoted."""
    message.reply_to_id = target.id
    if "quoted" in message.facts:
        message.facts = {name: value for name, value in message.facts.items() if name != "quoted"}


def _show_in_inbox(session: Session, message: Message, text: str) -> None:
    contact = session.get(Contact, message.contact_id, with_for_update=True)
    newest = select(Message.id).where(
        Message.contact_id == message.contact_id, Message.direction != "internal"
    )
    if contact is not None and message.id == session.scalar(
        newest.order_by(Message.at.desc(), Message.id.desc()).limit(1)
    ):
        contact.last_text = one_line(text)
