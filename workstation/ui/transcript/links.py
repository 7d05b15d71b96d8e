"""Where the links in a message are. None opens without a click, and its target is shown first."""

import re
from dataclasses import dataclass

_LINK = re.compile(
    r"(?P<web>https?://[^\s<>\"']{3,2000}|www\.[^\s<>\"']{3,2000})"
    r"|(?P<mail>\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}\b)",
    re.IGNORECASE | re.ASCII,
)
_TRAILING = ".,;:!?)]}»”’…"


@dataclass(frozen=True, slots=True)
class Link:
    """From `start` to `end` (characters) stands a link to `target`."""

    start: int
    end: int
    target: str


def find_links(text: str, limit: int = 200) -> tuple[Link, ...]:
    """Web and mail addresses. Only http, https and mailto ever come out: no other scheme opens."""
    if "://" not in text and "@" not in text and "www." not in text.lower():
        return ()
    found = []
    for match in _LINK.finditer(text):
        shown = match.group()
        if match.group("web"):
            shown = _trim(shown)
            target = shown if "://" in shown else f"https://{shown}"
        else:
            target = f"mailto:{shown}"
        found.append(Link(match.start(), match.start() + len(shown), target))
        if len(found) == limit:
            break
    return tuple(found)


def _trim(address: str) -> str:
    """Without the punctuation of the sentence around it; a bracket that was opened stays."""
    while address and address[-1] in _TRAILING:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address
