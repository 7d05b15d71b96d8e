"""Text that any database and any JSON reader keeps unharmed.

Customers paste anything, and providers pass it on: NUL, which PostgreSQL refuses, and lone
surrogates, which no UTF-8 can hold. `storable` writes each of them as the noncharacter U+FDD0
(reserved by Unicode for internal use) and four hexadecimal digits; `shown` turns them back. Doors
do this once: channels and the composer on the way in, screens and channels on the way out.
"""

import re

_MARK = "\ufdd0"
_HARMFUL = re.compile("[\x00\ud800-\udfff]")
_MARKED = re.compile(_MARK + "([0-9A-F]{4})")


def storable(text: str) -> str:
    """The same text, holding nothing a store refuses. Twice is the same as once."""
    if text.isascii() and "\x00" not in text:
        return text
    return _HARMFUL.sub(lambda found: f"{_MARK}{ord(found.group()):04X}", text)


def shown(text: str) -> str:
    """What was written, from what was stored."""
    if _MARK not in text:
        return text
    return _MARKED.sub(lambda found: chr(int(found.group(1), 16)), text)


def one_line(text: str, limit: int = 160) -> str:
    """The first words of a text for a list: white space folded, at most `limit` characters,
    never cut inside a mark."""
    folded = " ".join(text[: limit * 8].split())
    if len(folded) <= limit:
        return folded
    cut = folded[: limit - 1]
    mark = cut.rfind(_MARK)
    if mark >= 0 and len(cut) - mark < 5:
        cut = cut[:mark]
    return cut + "…"
