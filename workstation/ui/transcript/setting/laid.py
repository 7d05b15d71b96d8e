"""What a laid-out line holds: its bubble, its text, and everything around it in its place.

All measures are logical pixels; x counts from the left of the viewport, y from the top of the
line.
"""

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QTextLayout

from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.transcript.shapes.card import LineTone
from workstation.ui.transcript.transcript_words import Bit

SIDE = 20
PAD_X, PAD_Y = 12, 8
NOTE_INSET = 40
GAP, GAP_JOINED = 8, 3
WIDEST = 600
"""Of a bubble at the usual size of text: some ninety letters a line can still be followed."""

What = Literal[
    "picture", "document", "film", "retry", "unfold", "earlier", "quote", "copy", "link",
    "designed", "play", "wave", "speed", "events", "reveal",
]  # fmt: skip


@dataclass(slots=True)
class Place:
    """Something that can be clicked: what it is, and where. `value` is what is copied, opened or
    gone to; `text` what it is called."""

    what: What
    rect: QRect
    text: str = ""
    attachment: AttachmentRow | None = None
    value: str = ""


@dataclass(slots=True)
class Para:
    """A small text with its tone; `icon` stands before its first line. `ends` says that it stands
    at the right edge of its card."""

    layout: QTextLayout
    at: QPointF
    tone: LineTone
    icon: str = ""
    ends: bool = False


@dataclass(slots=True)
class Panel:
    """A frame around something, or around what a message answers (with a bar at its left)."""

    kind: Literal["frame", "quote"]
    rect: QRect
    icon: str = ""


@dataclass(slots=True)
class Laid:
    """A line with everything in its place. `starts` is where the body begins in `text`, in UTF-16
    units: a note has its author in front. `links` are (start, length, target) in `text`."""

    height: int
    bubble: QRect
    text: QTextLayout | None = None
    text_at: QPointF = field(default_factory=QPointF)
    starts: int = 0
    links: tuple[tuple[int, int, str], ...] = ()
    places: list[Place] = field(default_factory=list)
    meta: list[tuple[QRect, Bit]] = field(default_factory=list)
    paras: list[Para] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    chips: list[tuple[QRect, str]] = field(default_factory=list)
    bare: bool = False
    """Without a bubble: a sticker."""

    def shift(self, by: int) -> None:
        """Move all but the bubble and the small line to the right."""
        self.text_at.setX(self.text_at.x() + by)
        for place in self.places:
            place.rect.translate(by, 0)
        for para in self.paras:
            para.at.setX(para.at.x() + by)
        for panel in self.panels:
            panel.rect.translate(by, 0)
        for rect, _ in self.chips:
            rect.translate(by, 0)

    def place_at(self, at: QPoint) -> Place | None:
        """What is at a point of the line; the innermost where they lie in each other."""
        found = [p for p in self.places if p.rect.adjusted(-3, -3, 3, 3).contains(at)]
        return min(found, key=lambda p: p.rect.width() * p.rect.height(), default=None)
