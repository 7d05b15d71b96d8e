"""A card inside a message: a title and lines, some of which can be copied or opened."""

from dataclasses import dataclass, field
from typing import Literal

LineTone = Literal["text", "muted", "faint", "accent", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card. A click copies `copy`, opens `link`, or shows what `reveals` holds and the
    text hides; `right` stands at its other end."""

    text: str
    tone: LineTone = "text"
    strong: bool = False
    right: str = ""
    copy: str = ""
    link: str = ""
    reveals: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """`icon` is one of the desk's own; `lines` are single lines made harmless by who draws them."""

    icon: str
    title: str
    lines: tuple[CardLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A small sentence above or below what was said."""

    text: str
    tone: LineTone = "faint"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a message is shown, from the top. `text` is the beginning of what was written, or
    all of it; `earlier` says that the rest repeats earlier mail."""

    text: str = ""
    earlier: bool = False
    above: tuple[Mark, ...] = ()
    cards: tuple[Card, ...] = ()
    below: tuple[Mark, ...] = ()
    reactions: tuple[tuple[str, int], ...] = field(default=())
    """Each emoji, and by how many people."""
