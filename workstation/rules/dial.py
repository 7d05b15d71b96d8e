"""How far a channel is open: its hours, who is offered it, and whether there is room.

Pure, with the clock passed in: the desk shows next to the dial what the server will do.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from workstation.models import Dial

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class Room:
    """What goes on at a channel: contacts that began within the last hour, and that are open."""

    begun: int
    open_now: int


def is_offered(dial: Dial | None, who: str) -> bool:
    """Whether this customer is among the share to whom the channel is offered. The same customer
    always gets the same answer, and a larger share keeps everybody it had."""
    if dial is None or dial.share >= 100:
        return dial is None or dial.active
    place = int.from_bytes(hashlib.sha256(f"{dial.channel}:{who}".encode()).digest()[:8], "big")
    return dial.active and place % 10_000 < dial.share * 100


def has_room(dial: Dial | None, room: Room) -> bool:
    """Whether one more contact fits under both ceilings."""
    if dial is None:
        return True
    return (dial.per_hour is None or room.begun < dial.per_hour) and (
        dial.at_once is None or room.open_now < dial.at_once
    )


def is_open(dial: Dial | None, now: int, zone: str) -> bool:
    """Whether `now` (milliseconds since the epoch) is within opening hours. Without any hours a
    channel is always open."""
    if dial is None:
        return True
    if not dial.active:
        return False
    if not any(dial.hours.values()):
        return True
    here = _here(now, zone)
    clock = f"{here.hour:02}:{here.minute:02}"
    return any(start <= clock < end for start, end in dial.hours.get(DAYS[here.weekday()], ()))


def opens_at(dial: Dial | None, now: int, zone: str) -> int | None:
    """When it opens next: milliseconds since the epoch, `now` when it is open; None when it does
    not within a week."""
    if is_open(dial, now, zone):
        return now
    if dial is None or not dial.active:
        return None
    here = _here(now, zone)
    for ahead in range(8):
        day = (here + timedelta(days=ahead)).date()
        for start, _ in sorted(dial.hours.get(DAYS[day.weekday()], ())):
            hour, minute = (int(part) for part in start.split(":"))
            begins = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) + timedelta(
                hours=hour, minutes=minute
            )
            at = int(begins.timestamp() * 1000)
            if at > now:
                return at
    return None


def _here(now: int, zone: str) -> datetime:
    return datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
