"""How strange text is shown: every character keeps its place, none can reorder the screen.

Replacing one for one means that a position in what is shown is the same position in what was
written, so copying gives back the original. Qt counts text in UTF-16 units; `units` and `cut`
translate.
"""

import re
from dataclasses import dataclass
from html import escape

FOLD_AT = 4_000
"""Characters of a message shown before "Show all"."""
INLINE_AT_MOST = 24_000
"""Characters laid out inside a bubble; a longer message opens in its own window."""
FOLD_LINES = 60

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)}
_CONTROLS |= {0x7F: 0x2421, 0x0D: 0x20, 0x2029: 0x2028, 0x0A: 0x2028}
_CONTROLS |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
# Overrides and isolates can make "gpj.exe" read "exe.jpg": they keep their place, without effect.
_CONTROLS |= dict.fromkeys((0x202A, 0x202B, 0x202C, 0x202D, 0x202E), 0x2060)
_CONTROLS |= dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069), 0x2060)
_SURROGATE = re.compile("[\ud800-\udfff]")


def harmless(text: str) -> str:
    """`text` for a text layout: line ends as line separators, control characters as pictures."""
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_CONTROLS)
    return _SURROGATE.sub("\ufffd", shown)


def harmless_line(text: str) -> str:
    """`text` as one line for a label."""
    return harmless(" ".join(text.split())).replace("\u2028", " ")


def plain_tip(text: str) -> str:
    """`text` for a tooltip, which takes what looks like markup for markup."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text


def units(text: str) -> int:
    """How many UTF-16 units Qt counts for `text`."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for character in text if character > "\uffff")


def cut(text: str, start: int, end: int) -> str:
    """The stretch of `text` between two positions counted in UTF-16 units."""
    if text.isascii():
        return text[start:end]
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[start * 2 : end * 2].decode("utf-16-le", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Folded:
    """What of a message is shown, and how many characters are kept back."""

    text: str
    hidden: int


def fold(text: str, *, unfolded: bool) -> Folded:
    """The first part of a long message, or all of it up to what a bubble may hold."""
    limit = INLINE_AT_MOST if unfolded else FOLD_AT
    end = min(len(text), limit)
    if not unfolded:
        at = -1
        for _ in range(FOLD_LINES):
            at = text.find("\n", at + 1, end)
            if at < 0:
                break
        else:
            end = at
    # A few characters more are shown rather than folded away.
    if len(text) - end <= 200:
        end = len(text)
    return Folded(text=text[:end], hidden=len(text) - end)
