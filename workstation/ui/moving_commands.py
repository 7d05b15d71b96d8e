"""Going back and forward, and links."""

import sys
from typing import Final

from workstation.ui.command import Command, reads
from workstation.ui.words import QT_TRANSLATE_NOOP

# On macOS Alt and an arrow move by a word, and Command and a bracket go back.
_MAC: Final = sys.platform == "darwin"

MOVING: Final[tuple[Command, ...]] = (
    Command(
        "back",
        QT_TRANSLATE_NOOP("commands", "Back to where I was"),
        "go",
        ("Ctrl+[",) if _MAC else ("Alt+Left",),
        icon="back",
    ),
    Command(
        "forward",
        QT_TRANSLATE_NOOP("commands", "Forward again"),
        "go",
        ("Ctrl+]",) if _MAC else ("Alt+Right",),
        icon="forward",
    ),
    Command(
        "list_found",
        QT_TRANSLATE_NOOP("commands", "Show all that was found as a list"),
        "go",
        ("Alt+Return",),
        icon="inbox",
    ),
    Command(
        "copy_link",
        QT_TRANSLATE_NOOP("commands", "Copy a link to this contact"),
        "contact",
        ("Alt+Shift+L",),
        reads,
        "link",
    ),
)
"""A part of the table in `commands.py`."""
