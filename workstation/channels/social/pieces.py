"""What we hand over for a message: a text of at most so much, or one file, each by itself.

Neither Messenger nor Instagram takes text and a file together, and a text only up to a length.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workstation.channels.outgoing import (
    OutboundFile,
)

_ENDS = ("\n\n", "\n", ". ", " ")
"""Where a text is best cut, the best first."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str = ""
    file: OutboundFile | None = None


def pieces(
    text: str,
    files: tuple[OutboundFile, ...],
    *,
    most: int,
    measure: Callable[[str], int] = len,
) -> list[Piece]:
    """`most` is how long a text may be as `measure` counts it."""
    found = [Piece(text=part) for part in cut(text, most, measure)]
    return found + [Piece(file=file) for file in files]


def cut(text: str, most: int, measure: Callable[[str], int] = len) -> list[str]:
    """A text in parts that are no longer than `most`, cut where it hurts least. Nothing but white
    space is lost."""
    found = []
    rest = text.strip()
    while rest:
        fits = _fits(rest, most, measure)
        if fits < len(rest):
            fits = _end(rest, fits)
        found.append(rest[:fits].rstrip())
        rest = rest[fits:].lstrip()
    return found


def _fits(text: str, most: int, measure: Callable[[str], int]) -> int:
    """How many characters of it fit: at least one."""
    if measure(text) <= most:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= most:
            low = middle
        else:
            high = middle - 1
    return low


def _end(text: str, most: int) -> int:
    """Where to cut within the first `most` characters; not so early that a stump remains."""
    for end in _ENDS:
        found = text.rfind(end, most // 3, most)
        if found > 0:
            return found + len(end)
    return most
