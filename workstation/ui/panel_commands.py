"""What can be done in the panels beside a contact, at its wrap-up, and when a chat takes long."""

from typing import Final

from workstation.ui.command import Command, acts, always, may_answer, moves, reads
from workstation.ui.words import QT_TRANSLATE_NOOP

PANELS: Final[tuple[Command, ...]] = (
    Command(
        "find_answer",
        QT_TRANSLATE_NOOP("commands", "Find an answer"),
        "go",
        ("Ctrl+J",),
        always,
        "search",
    ),
    Command(
        "find_product",
        QT_TRANSLATE_NOOP("commands", "Look up a product"),
        "go",
        ("Alt+3",),
        reads,
        "product",
    ),
    Command(
        "compare_variants",
        QT_TRANSLATE_NOOP("commands", "Compare two variants"),
        "go",
        ("Alt+V",),
        reads,
        "product",
    ),
    Command(
        "write_answer",
        QT_TRANSLATE_NOOP("commands", "Write an answer for colleagues"),
        "write",
        ("Ctrl+Shift+J",),
        always,
        "note",
    ),
    Command(
        "customer_note",
        QT_TRANSLATE_NOOP("commands", "Write down something about the customer"),
        "contact",
        ("Alt+K",),
        reads,
        "note",
    ),
    Command(
        "show_addresses",
        QT_TRANSLATE_NOOP("commands", "Show or hide the customer's addresses"),
        "contact",
        ("Alt+Shift+A",),
        reads,
        "person",
    ),
    Command(
        "choose_product",
        QT_TRANSLATE_NOOP("commands", "Choose the product it was about"),
        "contact",
        ("Alt+W",),
        moves,
        "product",
    ),
    Command(
        "choose_reason",
        QT_TRANSLATE_NOOP("commands", "Choose the reason"),
        "contact",
        ("Alt+Shift+W",),
        moves,
        "done",
    ),
    Command(
        "choose_offered",
        QT_TRANSLATE_NOOP("commands", "Choose what was offered"),
        "contact",
        ("Ctrl+Shift+D",),
        moves,
        "done",
    ),
    Command(
        "not_calling",
        QT_TRANSLATE_NOOP("commands", "Do not call now"),
        "contact",
        ("Alt+Shift+C",),
        may_answer,
        "phone",
    ),
    Command(
        "call_helped",
        QT_TRANSLATE_NOOP("commands", "Calling helped"),
        "contact",
        ("Alt+Y",),
        acts,
        "phone",
    ),
    Command(
        "call_did_not_help",
        QT_TRANSLATE_NOOP("commands", "Calling did not help"),
        "contact",
        ("Alt+Shift+Y",),
        acts,
        "phone",
    ),
)
"""Part of the table of commands."""
