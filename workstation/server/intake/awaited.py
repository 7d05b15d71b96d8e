"""News about a message that is not here yet: kept under its origin, and done when it comes.

Whoever writes a message, or learns what a provider calls it, calls `apply` (`settling.py` for what
was sent); whoever has news of one that is not there calls `wait`. Both hold the message's origin
(`holding.py`), so that neither misses the other.
"""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workstation.channels.port import Deleted, DeliveryNews, Edited, Reacted
from workstation.models import Message, id_for
from workstation.models.office import Awaited
from workstation.server.intake import onto
from workstation.server.intake.joining import join
from workstation.server.store import many
from workstation.server.store.among import among

CONTINUED = "Continued"
"""A message goes on with this one; data: message_id."""
REPLIED = "Replied"
"""A message answers this one; data: message_id."""
PIECE = "Piece"
"""What goes by this name is a piece of a message of ours, and no message; data: message_id."""
RENAMED = "AddressNews"
"""The address (`of_address`) is another one by now; data: the fields of AddressNews."""


def of_address(channel: str, address: str) -> str:
    """Under what news about an address waits."""
    return f"{channel}:address:{address}"


def wait(
    session: Session, origins: Collection[str], kind: str, data: Mapping[str, Any], now: int
) -> None:
    """Keep it until one of these comes: once, however often it is said."""
    said = json.dumps(data, sort_keys=True)
    many.insert(
        session,
        Awaited,
        [
            {
                "id": id_for("awaited", f"{origin}:{kind}:{said}"),
                "origin": origin,
                "kind": kind,
                "data": dict(data),
                "at": now,
            }
            for origin in origins
        ],
        passing_over=True,
    )


def waiting(session: Session, origins: Collection[str]) -> dict[str, list[Awaited]]:
    """What waits for these, by origin, in the order in which it came."""
    found: dict[str, list[Awaited]] = {}
    if origins:
        kept = select(Awaited).where(among(session, Awaited.origin, origins))
        for one in session.scalars(kept.order_by(Awaited.at, Awaited.id)):
            found.setdefault(one.origin, []).append(one)
    return found


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
