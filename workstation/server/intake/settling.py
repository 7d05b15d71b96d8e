"""A provider said what it calls a message of ours: what it told about that before is done now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Message
from workstation.server.intake import awaited
from workstation.server.intake.holding import hold
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
    awaited.apply(session, message, awaited.waiting(session, [origin]).get(origin, ()), now)
    catch_up(session, message)
