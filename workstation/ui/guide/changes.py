"""What changed on the desk, for who comes back after a while. Data: the newest first.

Add a line when something works differently for agents; leave out what they would not notice.
"""

from dataclasses import dataclass
from typing import Final

from workstation.ui.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Change:
    """`day` is when it came, as YYYY-MM-DD."""

    day: str
    title: str
    words: str


CHANGES: Final[tuple[Change, ...]] = (
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "Several contacts at once"),
        QT_TRANSLATE_NOOP(
            "changes",
            "Select them in a list to take, transfer, snooze or tag them together. Any list can "
            "be filtered, and kept as a view.",
        ),
    ),
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "All that was found, as a list"),
        QT_TRANSLATE_NOOP(
            "changes",
            "What a search finds can be sorted, put under headings, selected, and kept as a view.",
        ),
    ),
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "What takes long can be stopped"),
        QT_TRANSLATE_NOOP(
            "changes", "How far it is stands at the foot of the list, with a button that stops it."
        ),
    ),
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "Keys of your own"),
        QT_TRANSLATE_NOOP(
            "changes", "Every command can have another key, also those for looking at pictures."
        ),
    ),
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "Away with a reason"),
        QT_TRANSLATE_NOOP(
            "changes",
            "Say lunch, training or back office and when you are back. Colleagues see it, and you "
            "are reminded.",
        ),
    ),
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "Told outside of the window"),
        QT_TRANSLATE_NOOP(
            "changes",
            "The desktop tells you when a customer of yours writes, with a sound you choose. "
            "Nothing disturbs you while you are away.",
        ),
    ),
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "Larger text, other colours"),
        QT_TRANSLATE_NOOP(
            "changes", "Text of any size, light or dark like your computer, in the settings."
        ),
    ),
    Change(
        "2026-11-22",
        QT_TRANSLATE_NOOP("changes", "Taking back what you sent"),
        QT_TRANSLATE_NOOP(
            "changes", "For a few seconds a reply can be taken back before it leaves."
        ),
    ),
    Change(
        "2026-11-15",
        QT_TRANSLATE_NOOP("changes", "The telephone is in the desk"),
        QT_TRANSLATE_NOOP(
            "changes",
            "A call shows who it is before you answer, and stands among the other contacts.",
        ),
    ),
    Change(
        "2026-11-15",
        QT_TRANSLATE_NOOP("changes", "One customer, all their addresses"),
        QT_TRANSLATE_NOOP(
            "changes", "Who turns out to be the same person can be merged, and unmerged."
        ),
    ),
)


def since(day: str) -> tuple[Change, ...]:
    """What came on that day or later; everything for who was never here."""
    return tuple(change for change in CHANGES if change.day >= day)
