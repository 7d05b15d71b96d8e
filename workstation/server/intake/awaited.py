"""News about a message that is not here yet: kept under its origin, and done when it comes.

Whoever writes a message, or learns what a provider calls it, does what waited (`settling.py`);
whoever has news of one that is not there calls `wait`. Both hold the message's origin
(`holding.py`), so that neither misses the other.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import id_for
from workstation.models.office import Awaited
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
