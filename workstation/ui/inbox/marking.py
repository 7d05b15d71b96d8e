"""Selecting several contacts of the list: Ctrl and Shift with the mouse or the arrows, Space, all.

What is selected is kept by row number, so that it stays with the contacts while they move, and
apart from the one contact that is open.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from workstation.replica.lists import View
from workstation.ui.inbox.inbox_model import InboxModel

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Look:
    """How one row looks: a heading, selected, or where the keyboard stands; and whether any row
    is."""

    heading: bool
    marked: bool
    lead: bool
    any: bool
    led: bool


class Marking(QObject):
    """`lead` is the row number where the keyboard stands while contacts are being selected."""

    changed = Signal()

    def __init__(self, rows: InboxModel, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._anchor: int | None = None
        self.lead: int | None = None
        rows.settled.connect(self._prune)
        rows.switched.connect(self.clear)

    @property
    def count(self) -> int:
        return len(self._rows.marked)

    @property
    def view(self) -> View:
        """The list that is looked at."""
        return self._rows.view

    def numbers(self) -> list[int]:
        """The row numbers of what is selected, in the order of the list."""
        return [number for number in self._rows.numbers if number in self._rows.marked]

    def look(self, position: int) -> Look:
        """What a row shows of this."""
        number, marked = self._rows.numbers[position], self._rows.marked
        led = self.lead is not None
        return Look(number < 0, number in marked, led and number == self.lead, bool(marked), led)

    # by mouse

    def click(self, position: int, modifiers: Qt.KeyboardModifier, open_at: int | None) -> None:
        """Ctrl adds or takes away one, Shift selects up to it, both add up to it. The first time
        the open contact, which looks selected, is selected too."""
        if modifiers & _SHIFT:
            start = self._place(self._anchor)
            start = open_at if start is None else start
            self._stretch(
                position if start is None else start, position, add=bool(modifiers & _CTRL)
            )
            return
        if not self.count and open_at is not None and open_at != position:
            self._rows.marked.add(self._rows.numbers[open_at])
        self.toggle(position)

    def toggle(self, position: int) -> None:
        """Select one more, or one less."""
        if not 0 <= position < len(self._rows.numbers) or self._rows.is_heading(position):
            return
        number = self._rows.numbers[position]
        self._rows.marked.symmetric_difference_update({number})
        self._anchor = self.lead = number
        self.changed.emit()

    # by keyboard

    def extend(self, position: int, open_at: int | None) -> None:
        """Select up to a row, from where selecting began."""
        start = self._place(self._anchor)
        if start is None:
            start = open_at if open_at is not None else position
        self._stretch(start, position, add=False)

    def go(self, position: int) -> None:
        """Stand at a row without selecting it."""
        self.lead = self._rows.numbers[position]
        self.changed.emit()

    def here(self, open_at: int | None) -> int | None:
        """Where the keyboard stands."""
        place = self._place(self.lead)
        return open_at if place is None else place

    def everything(self) -> None:
        """Every contact of the list, also those that are not in sight."""
        self._rows.marked = {number for number in self._rows.numbers if number >= 0}
        self.changed.emit()

    def clear(self) -> None:
        """Nothing is selected any more."""
        had = bool(self._rows.marked) or self.lead is not None
        self._rows.marked = set()
        self._anchor = self.lead = None
        if had:
            self.changed.emit()

    def stretch(self, first: int, last: int) -> None:
        """All of these too; or, when they were selected already, none of them."""
        found = {number for number in self._rows.numbers[first : last + 1] if number >= 0}
        if found <= self._rows.marked:
            self._rows.marked = self._rows.marked - found
        else:
            self._rows.marked = self._rows.marked | found
        self.changed.emit()

    # inside

    def _stretch(self, start: int, end: int, *, add: bool) -> None:
        numbers = self._rows.numbers
        self._anchor, self.lead = numbers[start], numbers[end]
        first, last = min(start, end), max(start, end)
        found = {number for number in numbers[first : last + 1] if number >= 0}
        self._rows.marked = self._rows.marked | found if add else found
        self.changed.emit()

    def _place(self, number: int | None) -> int | None:
        return None if number is None else self._rows.position(number)

    def _prune(self) -> None:
        """What left the list is no longer selected: nobody would see that something is done."""
        if not self._rows.marked:
            return
        left = self._rows.marked.intersection(self._rows.numbers)
        if len(left) != len(self._rows.marked):
            self._rows.marked = left
            self.changed.emit()
