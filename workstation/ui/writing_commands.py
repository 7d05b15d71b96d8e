"""What can be done while writing to a customer or to colleagues."""

from typing import Final

from workstation.ui.command import Command, acts, always, may_answer
from workstation.ui.words import QT_TRANSLATE_NOOP

WRITING: Final[tuple[Command, ...]] = (
    Command(
        "reply",
        QT_TRANSLATE_NOOP("commands", "Write a reply"),
        "write",
        ("Ctrl+R", "R"),
        may_answer,
        "reply",
    ),
    Command(
        "note",
        QT_TRANSLATE_NOOP("commands", "Write a note"),
        "write",
        ("Ctrl+Shift+N", "N"),
        acts,
        "note",
    ),
    Command(
        "send",
        QT_TRANSLATE_NOOP("commands", "Send"),
        "write",
        ("Ctrl+Return", "Ctrl+Enter"),
        acts,
        "send",
    ),
    Command(
        "send_and_snooze",
        QT_TRANSLATE_NOOP("commands", "Send and snooze"),
        "write",
        ("Ctrl+Shift+Return",),
        may_answer,
        "snooze",
    ),
    Command(
        "send_and_wrap_up",
        QT_TRANSLATE_NOOP("commands", "Send and wrap up"),
        "write",
        ("Ctrl+Alt+Return",),
        may_answer,
        "done",
    ),
    Command(
        "spelling",
        QT_TRANSLATE_NOOP("commands", "Correct the next word that is spelt wrong"),
        "write",
        ("F7",),
        acts,
        "note",
    ),
    Command(
        "undo",
        QT_TRANSLATE_NOOP("commands", "Undo what I just did"),
        "write",
        ("Ctrl+Z",),
        always,
        "release",
    ),
    Command(
        "snippet",
        QT_TRANSLATE_NOOP("commands", "Insert a snippet"),
        "write",
        ("Ctrl+Shift+T",),
        acts,
        "note",
    ),
    Command(
        "emoji",
        QT_TRANSLATE_NOOP("commands", "Insert an emoji"),
        "write",
        ("Ctrl+Shift+E",),
        acts,
        "smile",
    ),
    Command(
        "template",
        QT_TRANSLATE_NOOP("commands", "Answer with a template"),
        "write",
        ("Ctrl+Shift+M",),
        may_answer,
        "reply",
    ),
    Command(
        "attach",
        QT_TRANSLATE_NOOP("commands", "Attach a file"),
        "write",
        ("Ctrl+Shift+A",),
        acts,
        "attach",
    ),
    Command(
        "send_key",
        QT_TRANSLATE_NOOP("commands", "Send with Enter, or with Ctrl+Enter"),
        "write",
        (),
        always,
        "keyboard",
    ),
    Command(
        "snippets",
        QT_TRANSLATE_NOOP("commands", "Write and change snippets"),
        "write",
        (),
        always,
        "note",
    ),
)
"""A part of the table in `commands.py`."""
