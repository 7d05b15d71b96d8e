"""Text from the replica, made fit to be painted: as it was written, and harmless."""

import re
import unicodedata
from typing import Final

from workstation.models.text import shown
from workstation.ui.transcript.harmless import harmless, harmless_line

_FROM_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters of scripts that are written from right to left."""


def paintable(text: str) -> str:
    """A text of several lines for a screen."""
    return harmless(shown(text))


def paintable_line(text: str) -> str:
    """A text on one line for a screen."""
    if text.isascii() and text.isprintable():
        return text
    return harmless_line(shown(text))


def apart(text: str) -> str:
    """A painted line in the direction of its own first word: what is written from right to left
    begins at its right, and its last sign and "…" stand at its left. For what is painted only, as
    the last step: two characters are added."""
    return f"\u2068{text}\u2069" if _FROM_RIGHT.search(text) else text


def from_left(text: str) -> str:
    """A line of ours that begins with something of theirs, as a city or a name: it keeps our
    direction, and what follows, as a time, stands behind it."""
    return f"\u200e{text}\u200e" if _FROM_RIGHT.search(text) else text


def begins_from_right(text: str) -> bool:
    """Whether a text is written from right to left: its first letter says so."""
    if not _FROM_RIGHT.search(text):
        return False
    sides = (unicodedata.bidirectional(sign) for sign in text)
    return next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"
