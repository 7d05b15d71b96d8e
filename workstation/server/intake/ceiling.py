"""What is over a channel's ceiling: kept like any contact, told so kindly, offered another way.

It makes no promise, and goes behind those that have one; whoever stays is answered all the same.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from workstation.models import Contact, Dial
from workstation.rules.dial import HOUR, Room, has_room
from workstation.server.jobs.queue import Jobs

OVER = "over_ceiling"
"""The tag of a contact that was told to wait."""

_WAYS = {
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "instagram": ("Instagram", "Instagram"),
    "messenger": ("Messenger", "Messenger"),
    "email": ("e-mail", "e-mail"),
    "chat": ("the chat on our website", "de chat op onze website"),
    "phone": ("telephone", "telefoon"),
}


@dataclass(slots=True)
class Ceilings:
    """The dials of the channels of one batch, and what already goes on there."""

    dials: dict[str, Dial]
    rooms: dict[str, Room]

    def tells(self, channel: str) -> Dial | None:
        """Count one more contact on `channel`; its dial when there is no room for it."""
        dial = self.dials.get(channel)
        if dial is None:
            return None
        room = self.rooms[channel]
        self.rooms[channel] = Room(begun=room.begun + 1, open_now=room.open_now + 1)
        return None if dial.active and has_room(dial, room) else dial


def read_ceilings(session: Session, channels: Collection[str], now: int) -> Ceilings:
    """How full these channels are, for those that have a ceiling or are closed."""
    dials: dict[str, Dial] = {
        dial.channel: dial
        for dial in session.scalars(select(Dial).where(Dial.channel.in_(channels)))
        if not dial.active or dial.per_hour is not None or dial.at_once is not None
    }
    return Ceilings(dials, {channel: count(session, channel, now) for channel in dials})


def count(session: Session, channel: str, now: int) -> Room:
    """Contacts on a channel that began within the last hour, and that are open."""
    begun = select(func.count()).where(
        Contact.channel == channel, Contact.last_at > now - HOUR, Contact.opened_at > now - HOUR
    )
    open_now = select(func.count()).where(
        and_(Contact.channel == channel, Contact.state == "open", Contact.archived_at.is_(None))
    )
    return Room(begun=session.scalar(begun) or 0, open_now=session.scalar(open_now) or 0)


def told(dial: Dial, language: str) -> str:
    """What a customer over the ceiling reads, in their language."""
    dutch = not language.startswith("en")
    own = dial.told_nl if dutch else dial.told_en
    if own.strip():
        return own
    english_way, dutch_way = _WAYS.get(dial.instead, ("", ""))
    if dutch:
        text = (
            "Bedankt voor je bericht. Het is nu drukker dan anders, dus ons antwoord duurt langer."
        )
        return f"{text} Via {dutch_way} helpen we je sneller." if dutch_way else text
    text = "Thank you for your message. It is busier than usual, so our answer will take longer."
    return f"{text} By {english_way} we can help you sooner." if english_way else text


def tell(jobs: Jobs, session: Session, dial: Dial, row: dict[str, Any], now: int) -> dict[str, Any]:
    """Mark the new contact `row` as told; the message that tells it."""
    row["due_at"] = None
    row["tags"] = [OVER]
    jobs.enqueue(session, "deliver", {"contact_id": row["id"]}, key=f"deliver:{row['id']}")
    return {
        "contact_id": row["id"],
        "direction": "outbound",
        "text": told(dial, row.get("language") or ""),
        "facts": {"what": "told_over_ceiling", "automatic": True},
        "at": now,
        "delivery": "queued",
        "delivery_at": now,
    }
