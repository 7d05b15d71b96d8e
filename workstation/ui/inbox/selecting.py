"""What hands do to select contacts of the list: which keys, and where a click selects."""

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent

from workstation.ui.inbox.fixed_rows import FixedRowsView
from workstation.ui.inbox.inbox_model import InboxModel
from workstation.ui.inbox.marking import Marking
from workstation.ui.inbox.row_outline import FACE_ENDS
from workstation.ui.theme.sizes import px

_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_MOVES: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class Selecting(QObject):
    """Asked by the list before it opens anything."""

    def __init__(self, view: FixedRowsView, rows: InboxModel, marking: Marking) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._marking = marking
        self.pressed = False
        """A click that selects is going on."""

    def press(self, event: QMouseEvent) -> bool:
        """Whether a click selects; then it has done so. On a face it selects one, on a heading all
        that stand under it."""
        place = event.position().toPoint()
        index = self._view.indexAt(place)
        self.pressed = False
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return False
        self.pressed = True
        if self._rows.is_heading(index.row()):
            self._group(index.row())
        elif event.modifiers() & (_SHIFT | _CTRL):
            self._marking.click(index.row(), event.modifiers(), self._open())
        elif place.x() < px(FACE_ENDS):
            self._marking.toggle(index.row())
        else:
            self.pressed = False
        return self.pressed

    def release(self) -> bool:
        """Whether the click that ends was one that selects."""
        was, self.pressed = self.pressed, False
        return was

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key selects; then it has done so."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _MOVES and modifiers in (_SHIFT, _CTRL) and self._rows.contacts:
            self._move(self._step(Qt.Key(event.key())), extend=modifiers == _SHIFT)
            return True
        if event.key() == Qt.Key.Key_Space and not modifiers:
            self.toggle()
            return True
        if event.key() == Qt.Key.Key_Escape and not modifiers and self._marking.count:
            self._marking.clear()
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._marking.everything()
            return True
        return False

    def toggle(self) -> None:
        """Select the contact where the keyboard stands, or no longer."""
        here = self._marking.here(self._open())
        if here is not None:
            self._marking.toggle(here)

    def _move(self, by: int, *, extend: bool) -> None:
        here = self._marking.here(self._open())
        at = self._view.beside_headings(0 if here is None else here + by, by)
        if extend:
            self._marking.extend(at, self._open())
        else:
            self._marking.go(at)
        self._view.scrollTo(self._rows.index(at))

    def _step(self, key: Qt.Key) -> int:
        """How many rows a key moves."""
        page = max(1, self._view.viewport().height() // self._view.row_height - 1)
        return {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self._rows.rowCount(),
            Qt.Key.Key_End: self._rows.rowCount(),
        }[key]

    def _group(self, heading: int) -> None:
        later = [at for at in self._rows.headings if at > heading]
        self._marking.stretch(heading + 1, (later[0] if later else self._rows.rowCount()) - 1)

    def _open(self) -> int | None:
        """Where the contact stands that is open."""
        index = self._view.currentIndex()
        return index.row() if index.isValid() else None
