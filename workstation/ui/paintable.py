"""Text from the replica, made fit to be painted: as it was written, and harmless."""

from workstation.models.text import shown
from workstation.ui.transcript.harmless import harmless, harmless_line


def paintable(text: str) -> str:
    """A text of several lines for a screen."""
    return harmless(shown(text))


def paintable_line(text: str) -> str:
    """A text on one line for a screen."""
    if text.isascii() and text.isprintable():
        return text
    return harmless_line(shown(text))
