"""Where something may stand for a while in the window: over nothing that one works with.

Beside an open contact that is over the beginning of what was said, which is the oldest of what can
be seen; without one, or with only the panel on the screen, at the foot of that place.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from workstation.ui.main_window.contact_area import ContactArea

EDGE: Final = 12
"""Device-independent pixels to what is around it."""


class CalmPlace:
    """`window` is what things float in; they stand one below the other, and clear of what
    is told to `keep_clear_of`."""

    def __init__(self, window: QWidget, area: ContactArea) -> None:
        self._window = window
        self._area = area
        self._floating: list[QWidget] = []
        self._below: list[QWidget] = []

    def meet(self, floating: QWidget) -> None:
        """This may float here. Who comes last has the first place: nothing that is met before
        moves it."""
        self._floating.insert(0, floating)

    def keep_clear_of(self, below: QWidget) -> None:
        """This stands at the foot, and what floats there stands above it."""
        self._below.append(below)

    @property
    def room(self) -> int:
        """How wide something here may be."""
        return self._stage().width() - 2 * EDGE

    def settle(self, floating: QWidget) -> None:
        """Move it there; its size is its own."""
        stage = self._stage()
        middle = stage.x() + (stage.width() - floating.width()) // 2
        before = self._floating[: self._floating.index(floating)]
        shown = [one for one in before if not one.isHidden()]
        if self._over_transcript():
            top = stage.top() + EDGE + sum(one.height() + EDGE for one in shown)
            # In the lowest of windows rather over the head than over what is being written.
            top = min(top, stage.bottom() + 1 - floating.height())
        else:
            under = [one for one in self._below if not one.isHidden()]
            taken = sum(one.height() + EDGE for one in (*under, *shown))
            top = stage.bottom() + 1 - EDGE - taken - floating.height()
        floating.move(max(stage.x() + EDGE, middle), top)

    def _over_transcript(self) -> bool:
        contact = self._area.contact
        return contact is not None and contact.transcript.isVisible()

    def _stage(self) -> QRect:
        contact = self._area.contact
        part: QWidget = self._area
        if contact is not None and contact.transcript.isVisible():
            part = contact.transcript
        return QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
