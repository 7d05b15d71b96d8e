"""What works with the connection as it is, and what waits for a better one. Data and judgement."""

from dataclasses import dataclass
from typing import Final

from workstation.replica.rows.news import Mood
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

ALWAYS: Final = (
    QT_TRANSLATE_NOOP("connection", "Reading your contacts, customers, orders and products"),
    QT_TRANSLATE_NOOP("connection", "Searching what is on this computer"),
    QT_TRANSLATE_NOOP("connection", "Replies, notes and wrap-ups: they leave as soon as they can"),
    QT_TRANSLATE_NOOP("connection", "Taking and handing over contacts, as far as nobody else did"),
)
NEEDS_OFFICE: Final = (
    QT_TRANSLATE_NOOP("connection", "New messages of customers"),
    QT_TRANSLATE_NOOP("connection", "The telephone"),
    QT_TRANSLATE_NOOP("connection", "Older contacts and files that were never opened here"),
)
RESTING: Final = (
    QT_TRANSLATE_NOOP("connection", "The rest of your contacts"),
    QT_TRANSLATE_NOOP("connection", "New messages of customers"),
)
NEEDS_SPEED: Final = (QT_TRANSLATE_NOOP("connection", "Large pictures: they come when you click"),)


@dataclass(frozen=True, slots=True)
class WhatWorks:
    """Three short lists of sentences, and what one can do."""

    title: str
    works: tuple[str, ...]
    waits: tuple[str, ...]
    sign_in: bool
    try_now: bool


def what_works(mood: Mood) -> WhatWorks:
    works = tuple(translate("connection", line) for line in ALWAYS)
    match mood.name:
        case "online":
            title = translate("connection", "Everything works")
            return WhatWorks(title, works, (), sign_in=False, try_now=False)
        case "slow":
            title = translate("connection", "Everything works, some of it slowly")
            waits = tuple(translate("connection", line) for line in NEEDS_SPEED)
            return WhatWorks(title, works, waits, sign_in=False, try_now=False)
        case "rebuilding":
            title = translate("connection", "Your contacts are on their way")
            waits = (translate("connection", "Lists are not complete yet"),)
            return WhatWorks(title, works, waits, sign_in=False, try_now=False)
        case "resting":
            title = translate("connection", "Loading was stopped: work with what is here")
            waits = tuple(translate("connection", line) for line in RESTING)
            return WhatWorks(title, works, waits, sign_in=False, try_now=True)
        case "signed_out":
            title = translate("connection", "Sign in to go on; nothing is lost")
            waits = tuple(translate("connection", line) for line in NEEDS_OFFICE)
            return WhatWorks(title, works, waits, sign_in=True, try_now=False)
        case "offline":
            title = translate("connection", "No connection: work on")
            waits = tuple(translate("connection", line) for line in NEEDS_OFFICE)
            return WhatWorks(title, works, waits, sign_in=False, try_now=True)


def outbox_words(mood: Mood) -> str:
    """How much waits to be sent, in a sentence."""
    if mood.refused:
        return translate("connection", "%n things were refused: look at them", None, mood.refused)
    if mood.waiting:
        return translate("connection", "%n things wait to be sent", None, mood.waiting)
    return translate("connection", "Nothing waits to be sent")


def countdown_words(mood: Mood, now: int) -> str:
    """When it is tried again; "" when nobody knows or nothing is to be tried."""
    if mood.name != "offline" or mood.next_try_at is None:
        return ""
    seconds = max(0, -(-(mood.next_try_at - now) // 1000))
    if seconds == 0:
        return translate("connection", "Trying now…")
    return translate("connection", "Tries again in %n seconds", None, seconds)
