"""What a list says while it has no contacts: an icon, a title, and what to do."""

from typing import Final

from workstation.replica.lists import ANY, View, ViewKind
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

Words = tuple[str, str, str]

EMPTY: Final[dict[ViewKind, Words]] = {
    "mine": (
        "inbox",
        QT_TRANSLATE_NOOP("inbox", "Nothing waits for you"),
        QT_TRANSLATE_NOOP("inbox", "Take a contact from one of your teams when you are ready."),
    ),
    "team": (
        "team",
        QT_TRANSLATE_NOOP("inbox", "This team is up to date"),
        QT_TRANSLATE_NOOP("inbox", "New contacts appear here by themselves."),
    ),
    "snoozed": (
        "snooze",
        QT_TRANSLATE_NOOP("inbox", "Nothing is put away"),
        QT_TRANSLATE_NOOP("inbox", "A snoozed contact waits here until its moment comes."),
    ),
    "done": (
        "done",
        QT_TRANSLATE_NOOP("inbox", "Nothing wrapped up yet"),
        QT_TRANSLATE_NOOP("inbox", "What you wrap up can be found again here."),
    ),
    "all": (
        "all",
        QT_TRANSLATE_NOOP("inbox", "No contacts here"),
        QT_TRANSLATE_NOOP("inbox", "As soon as a customer writes, it shows here."),
    ),
    "saved": (
        "filter",
        QT_TRANSLATE_NOOP("inbox", "Nothing in this view"),
        QT_TRANSLATE_NOOP("inbox", "As soon as a contact fits, it shows here."),
    ),
}
NARROWED: Final[Words] = (
    "filter",
    QT_TRANSLATE_NOOP("inbox", "Nothing fits these filters"),
    QT_TRANSLATE_NOOP("inbox", "Take one off above to see more of this list."),
)
FETCHING: Final[Words] = (
    "sync",
    QT_TRANSLATE_NOOP("inbox", "Your contacts are on their way"),
    QT_TRANSLATE_NOOP("inbox", "The first time this takes a moment."),
)


def empty_words(view: View, *, fetching: bool) -> Words:
    """In the desk's language."""
    narrowed = view.kind != "saved" and view.filters != ANY
    icon, title, detail = FETCHING if fetching else NARROWED if narrowed else EMPTY[view.kind]
    return icon, translate("inbox", title), translate("inbox", detail)
