"""How far a first download is: how many contacts are here with all that was said, and of how many.

A pull says first which contacts there are, and brings their messages in the order of the contacts
(`server/store/feed.py`). So what lies before the last message that came is here.
"""

from dataclasses import dataclass
from typing import Final

from workstation.replica.vault import Connection
from workstation.wire.changes import Packet

_SAID: Final = "message"
_BETWEEN: Final = (
    "SELECT count(DISTINCT root_id) FROM share "
    "WHERE root_kind = 'contact' AND root_id > ? AND root_id <= ?"
)
_BEYOND: Final = "g"
"""Behind every id."""


@dataclass(frozen=True, slots=True)
class HowFar:
    """Nobody knows yet while `contacts` is 0."""

    here: int = 0
    contacts: int = 0
    place: str = ""
    """The contact whose messages came last."""

    def after(self, connection: Connection, packet: Packet) -> "HowFar":
        """How far it is with one more page, which is stored. Each page counts only what is new."""
        before = HowFar() if packet["shares"] else self
        messages = packet["tables"].get(_SAID)
        if messages is None or not messages["rows"]:
            return before
        place = str(messages["rows"][-1][messages["columns"].index("contact_id")])
        total = before.contacts or _count(connection, "", _BEYOND)
        return HowFar(
            here=before.here + _count(connection, before.place, place),
            contacts=total,
            place=max(place, before.place),
        )


def _count(connection: Connection, after: str, upto: str) -> int:
    return int(connection.execute(_BETWEEN, (after, upto)).fetchone()[0])
