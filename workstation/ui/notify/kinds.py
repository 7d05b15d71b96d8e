"""What one can be told of, and how each of them sounds until somebody chooses."""

from dataclasses import dataclass
from typing import Final, Literal

from workstation.ui.preferences import Preference
from workstation.ui.words import QT_TRANSLATE_NOOP

Kind = Literal["wrote", "assigned", "mentioned", "late", "ringing", "back"]
Sound = Literal["drop", "chime", "knock", "rise", "bell", ""]


@dataclass(frozen=True, slots=True)
class Telling:
    """One kind of news. `shown` and `sound` are what a person chooses about it."""

    kind: Kind
    title: str
    about: str
    shown: Preference[bool]
    sound: Preference[str]


SOUNDS: Final[dict[Sound, str]] = {
    "drop": QT_TRANSLATE_NOOP("notify", "Drop"),
    "chime": QT_TRANSLATE_NOOP("notify", "Chime"),
    "knock": QT_TRANSLATE_NOOP("notify", "Knock"),
    "rise": QT_TRANSLATE_NOOP("notify", "Rising"),
    "bell": QT_TRANSLATE_NOOP("notify", "Bell"),
    "": QT_TRANSLATE_NOOP("notify", "No sound"),
}


def _either(_: bool) -> bool:
    return True


def _sound(value: str) -> bool:
    return value in SOUNDS


def _telling(kind: Kind, title: str, about: str, sound: Sound) -> Telling:
    return Telling(
        kind=kind,
        title=title,
        about=about,
        shown=Preference(f"notify/{kind}", True, _either),
        sound=Preference(f"notify/{kind}_sound", str(sound), _sound),
    )


TELLINGS: Final[tuple[Telling, ...]] = (
    _telling(
        "wrote",
        QT_TRANSLATE_NOOP("notify", "A customer writes"),
        QT_TRANSLATE_NOOP("notify", "On a contact of yours that is not on your screen."),
        "drop",
    ),
    _telling(
        "assigned",
        QT_TRANSLATE_NOOP("notify", "You are given a contact"),
        QT_TRANSLATE_NOOP("notify", "By a colleague, a team lead or the office."),
        "chime",
    ),
    _telling(
        "mentioned",
        QT_TRANSLATE_NOOP("notify", "A colleague mentions you"),
        QT_TRANSLATE_NOOP("notify", "In a note, with @ and your name."),
        "knock",
    ),
    _telling(
        "late",
        QT_TRANSLATE_NOOP("notify", "A promise is about to run out"),
        QT_TRANSLATE_NOOP("notify", "A customer of yours should hear from you within minutes."),
        "rise",
    ),
    _telling(
        "ringing",
        QT_TRANSLATE_NOOP("notify", "The telephone rings"),
        QT_TRANSLATE_NOOP("notify", "The desk itself rings too, until somebody answers."),
        "bell",
    ),
    _telling(
        "back",
        QT_TRANSLATE_NOOP("notify", "You meant to be back"),
        QT_TRANSLATE_NOOP("notify", "When the time you gave has come, also while you are away."),
        "rise",
    ),
)
"""Reads like a menu, in the order of the settings."""

BY_KIND: Final = {telling.kind: telling for telling in TELLINGS}

QUIET: Final = Preference("notify/quiet", False, _either)
"""Do not disturb, until it is turned off again."""
RING: Final = Preference(
    "notify/ring", "usual", lambda value: value in ("usual", "always", "never")
)
"""When the bell of a call sounds. Usual: when the other sounds do."""
VOLUME: Final = Preference("notify/volume", 60, lambda value: 0 <= value <= 100)
"""Percent."""
