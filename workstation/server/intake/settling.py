"""Doing what waited for a message: it came in, or its provider said what it calls one of ours."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Deleted,
    DeliveryNews,
    Edited,
    Reacted,
)
from workstation.models import Message
from workstation.models.office import Awaited
from workstation.rules.moments import SECOND, after
from workstation.server.intake import onto
from workstation.server.intake.awaited import CONTINUED, REPLIED, waiting
from workstation.server.intake.holding import hold
from workstation.server.intake.joining import join
from workstation.server.intake.readings import catch_up


def settle(session: Session, origin: str, message: Message, now: int) -> None:
    """Let `message`, which is locked, have this origin, and do to it what waited for that."""
    hold(session, [origin])
    if message.origin != origin:
        other = select(Message.id).where(Message.origin == origin, Message.id != message.id)
        if session.scalar(other) is not None:
            return  # it was taken for one that was written elsewhere
        message.origin = origin
    session.flush()
    apply(session, message, waiting(session, [origin]).get(origin, ()), now)
    catch_up(session, message)


def apply(session: Session, message: Message, kept: Collection[Awaited], now: int) -> None:
    """Do what waited for this message, and forget it."""
    done = []
    for one in kept:
        if one.kind in _DOES:
            _DOES[one.kind](session, message, one.data, now)
            done.append(one.id)
    if done:
        session.flush()
        session.execute(
            delete(Awaited).where(Awaited.id.in_(done)).execution_options(synchronize_session=False)
        )


def _reply(session: Session, target: Message, data: Mapping[str, Any], _now: int) -> None:
    message = session.get(Message, data["message_id"], with_for_update=True)
    if message is not None:
        onto.answers(message, target)
        _put_below(session, message, target)


def _put_below(session: Session, message: Message, target: Message) -> None:
    """Let an answer not stand above what it answers, nor what answers it in turn."""
    pairs, moved = [(message, target)], {target.id}
    while pairs:
        one, answered = pairs.pop()
        at = after(one.at, answered.at)
        if at == one.at or one.id in moved:
            continue
        moved.add(one.id)
        one.at = at
        session.flush()
        following = select(Message).where(
            Message.contact_id == one.contact_id,
            Message.reply_to_id == one.id,
            Message.at.between(at - SECOND, at),
        )
        pairs += [(below, one) for below in session.scalars(following.with_for_update())]


def _continue(session: Session, target: Message, data: Mapping[str, Any], now: int) -> None:
    message = session.get(Message, data["message_id"])
    if message is not None:
        join(session, message.contact_id, target.contact_id, now)


_DOES: dict[str, Callable[[Session, Message, Mapping[str, Any], int], None]] = {
    "DeliveryNews": lambda _, message, data, now: onto.deliver(message, DeliveryNews(**data), now),
    "Edited": lambda session, message, data, _: onto.edit(session, message, Edited(**data)),
    "Deleted": lambda session, message, data, _: onto.delete(session, message, Deleted(**data)),
    "Reacted": lambda _session, message, data, _: onto.react(message, Reacted(**data)),
    REPLIED: _reply,
    CONTINUED: _continue,
}
