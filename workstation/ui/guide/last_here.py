"""When this person was last here, and what they are offered because of it."""

from datetime import date, datetime
from typing import Final, Literal

from PySide6.QtCore import QSettings

LAST: Final = "guide/last_day"
TOUR: Final = "guide/tour_seen"
LONG: Final = 60
"""Days after which one has forgotten some of it."""

Offer = Literal["tour", "changes", ""]


def day_of(now: int) -> str:
    return f"{datetime.fromtimestamp(now / 1000):%Y-%m-%d}"


def last_day(settings: QSettings) -> str:
    """As YYYY-MM-DD; "" for who was never here."""
    found = str(settings.value(LAST, "") or "")
    try:
        date.fromisoformat(found)
    except ValueError:
        return ""
    return found


def offer(settings: QSettings, now: int) -> Offer:
    """The tour to who is new, what changed to who was away for long."""
    last = last_day(settings)
    if not last:
        return "" if settings.value(TOUR, False, bool) else "tour"
    away = date.fromisoformat(day_of(now)) - date.fromisoformat(last)
    return "changes" if away.days >= LONG else ""


def was_here(settings: QSettings, now: int) -> None:
    settings.setValue(LAST, day_of(now))


def saw_tour(settings: QSettings) -> None:
    settings.setValue(TOUR, True)
