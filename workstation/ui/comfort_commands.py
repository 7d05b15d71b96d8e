"""What makes a long day pleasant: settings, help, presence, quiet, larger text."""

from typing import Final

from workstation.ui.command import Command, always
from workstation.ui.words import QT_TRANSLATE_NOOP

COMFORT: Final[tuple[Command, ...]] = (
    Command(
        "presence",
        QT_TRANSLATE_NOOP("commands", "Say whether you are there"),
        "desk",
        ("Ctrl+Shift+P",),
        always,
        "person",
    ),
    Command(
        "be_back",
        QT_TRANSLATE_NOOP("commands", "I am back"),
        "desk",
        ("Ctrl+Shift+B",),
        always,
        "check",
    ),
    Command(
        "quiet",
        QT_TRANSLATE_NOOP("commands", "Do not disturb, on or off"),
        "desk",
        ("Ctrl+Shift+Q",),
        always,
        "snooze",
    ),
    Command(
        "stop_work",
        QT_TRANSLATE_NOOP("commands", "Stop what takes long"),
        "desk",
        ("Ctrl+Shift+H",),
        always,
        "close",
    ),
    Command(
        "what_works",
        QT_TRANSLATE_NOOP("commands", "What works now, and what waits"),
        "desk",
        ("Ctrl+Shift+W",),
        always,
        "network",
    ),
    Command(
        "help",
        QT_TRANSLATE_NOOP("commands", "Explain this part of the window"),
        "desk",
        ("F1",),
        always,
        "info",
    ),
    Command(
        "tour",
        QT_TRANSLATE_NOOP("commands", "Take the tour of two minutes"),
        "desk",
        ("Shift+F1",),
        always,
        "info",
    ),
    Command(
        "what_changed",
        QT_TRANSLATE_NOOP("commands", "What changed since I was last here"),
        "desk",
        ("Alt+Shift+N",),
        always,
        "info",
    ),
    Command(
        "larger_text",
        QT_TRANSLATE_NOOP("commands", "Larger text"),
        "desk",
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "smaller_text",
        QT_TRANSLATE_NOOP("commands", "Smaller text"),
        "desk",
        ("Ctrl+-",),
    ),
    Command(
        "usual_text",
        QT_TRANSLATE_NOOP("commands", "Text of the usual size"),
        "desk",
        ("Ctrl+0",),
    ),
    Command(
        "crash_report",
        QT_TRANSLATE_NOOP("commands", "Look at a report of what went wrong"),
        "desk",
        ("Alt+Shift+R",),
        always,
        "warning",
    ),
    Command(
        "settings",
        QT_TRANSLATE_NOOP("commands", "Settings"),
        "desk",
        ("Ctrl+,",),
        always,
        "info",
    ),
)
"""A part of the table in `commands.py`."""
