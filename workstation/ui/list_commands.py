"""What can be done with the list of contacts: narrowing it, keeping it, selecting several."""

from typing import Final

from workstation.ui.command import Command, Situation, acts, always
from workstation.ui.words import QT_TRANSLATE_NOOP


def _many(now: Situation) -> bool:
    return now.listed.marked > 0


def _narrowed(now: Situation) -> bool:
    return now.listed.narrowed


def _kept(now: Situation) -> bool:
    return now.listed.kept


LIST: Final[tuple[Command, ...]] = (
    Command("tag", QT_TRANSLATE_NOOP("commands", "Tag"), "contact", ("Alt+E", "E"), acts, "tag"),
    Command(
        "mark_unread",
        QT_TRANSLATE_NOOP("commands", "Mark as unread"),
        "contact",
        ("Alt+U", "U"),
        acts,
        "message",
    ),
    Command(
        "filter",
        QT_TRANSLATE_NOOP("commands", "Filter the list"),
        "go",
        ("Ctrl+Shift+F",),
        always,
        "filter",
    ),
    Command(
        "clear_filter",
        QT_TRANSLATE_NOOP("commands", "Take every filter off the list"),
        "go",
        ("Ctrl+Shift+X",),
        _narrowed,
        "close",
    ),
    Command(
        "save_view",
        QT_TRANSLATE_NOOP("commands", "Keep this list as a view"),
        "go",
        ("Ctrl+Shift+S",),
        always,
        "filter",
    ),
    Command(
        "change_view",
        QT_TRANSLATE_NOOP("commands", "Rename or share this view"),
        "go",
        ("Ctrl+Shift+R",),
        _kept,
        "filter",
    ),
    Command(
        "remove_view",
        QT_TRANSLATE_NOOP("commands", "Remove this view"),
        "go",
        ("Alt+Shift+V",),
        _kept,
        "trash",
    ),
    Command(
        "select_contact",
        QT_TRANSLATE_NOOP("commands", "Select this contact, or no longer"),
        "go",
        ("X",),
        always,
        "check",
    ),
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("commands", "Select every contact of the list"),
        "go",
        ("Ctrl+Shift+L",),
        always,
        "check",
    ),
    Command(
        "select_none",
        QT_TRANSLATE_NOOP("commands", "Select nothing any more"),
        "go",
        ("Ctrl+Shift+U",),
        _many,
        "close",
    ),
)
"""A part of the table in `commands.py`."""
