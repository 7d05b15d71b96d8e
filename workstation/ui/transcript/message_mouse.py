"""The mouse over messages: selecting text, following links, pressing what can be pressed."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from workstation.ui.transcript.harmless import plain_tip
from workstation.ui.transcript.message_menu import place_tip, shown_target
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.setting.laid import Laid, Place
from workstation.ui.transcript.text_selection import (
    TextSelection,
    link_at,
    position_at,
    word_at,
)

ROLL_EVERY: Final = 30
"""Milliseconds between two steps while the mouse is held beyond the edge."""


class MessageMouse:
    """Keeps what is selected and pointed at in one view. A press and a release on the same place
    is a click; the view is asked for what to do."""

    def __init__(self, view: RollingView) -> None:
        self._view = view
        self.selection: TextSelection | None = None
        self.block: tuple[str, str] | None = None
        """The keys of the messages where choosing several began and where it got to."""
        self.hover: tuple[str, int] = ("", -1)
        """The key of the line with the link that is pointed at, and the link's number."""
        self._dragging = False
        self._pressed: tuple[int, Place | None, int] | None = None
        self._from = ""
        self._last = QPoint()
        self._rolling = QTimer(view)
        self._rolling.setInterval(ROLL_EVERY)
        self._rolling.timeout.connect(self._roll)

    def forget(self) -> None:
        self.selection, self.block, self.hover = None, None, ("", -1)
        self._dragging, self._pressed, self._from = False, None, ""
        self._rolling.stop()

    def rows(self) -> range:
        """The rows of the messages that are chosen; none when at most one is."""
        if self.block is None:
            return range(0)
        first, last = (self._view.row_of(key) for key in self.block)
        if first is None or last is None:
            return range(0)
        return range(min(first, last), max(first, last) + 1)

    def extend(self, row: int) -> None:
        """Choose every message from where choosing began up to this row."""
        lines = self._view.stack.lines
        current = self._view.currentIndex().row()
        begun = self.block[0] if self.block else lines[current if current >= 0 else row].key
        self.selection = None
        self.block = (begun, lines[row].key)
        self._view.viewport().update()

    def choose_all(self) -> None:
        lines = self._view.stack.lines
        if lines:
            self.selection = None
            self.block = (lines[0].key, lines[-1].key)
            self._view.viewport().update()

    def under(self, at: QPoint) -> tuple[int, Laid, QPoint] | None:
        """The row under a point of the viewport, its layout, and the point within it."""
        index = self._view.indexAt(at)
        if not index.isValid():
            return None
        row = index.row()
        top = self._view.visualRect(index).top()
        return row, self._view.stack.laid(row), QPoint(at.x(), at.y() - top)

    def choose(self, row: int) -> None:
        """The keyboard goes on from the row that was clicked."""
        self._view.selectionModel().setCurrentIndex(
            self._view.model().index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )

    def press(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            index = self._view.indexAt(event.position().toPoint())
            if index.isValid() and self._view.currentIndex().isValid():
                self.extend(index.row())
                return
        self.selection, self.block = None, None
        under = self.under(event.position().toPoint())
        if under is not None:
            row, laid, at = under
            self.choose(row)
            self._from = self._view.stack.lines[row].key
            self._pressed = (row, laid.place_at(at), link_at(laid, at))
            if self._pressed[1] is None and laid.bubble.contains(at):
                position = position_at(laid, at, strictly=False)
                if position is not None:
                    key = self._view.stack.lines[row].key
                    self.selection = TextSelection(key, position, position)
                    self._dragging = True
        self._view.viewport().update()

    def move(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._dragging or (self._from and self._pressed and self._pressed[1] is None):
            self._drag(at)
            return
        hover, shape = ("", -1), Qt.CursorShape.ArrowCursor
        under = self.under(at)
        if under is not None:
            row, laid, within = under
            link = link_at(laid, within)
            if link >= 0:
                hover = (self._view.stack.lines[row].key, link)
            if link >= 0 or laid.place_at(within) is not None:
                shape = Qt.CursorShape.PointingHandCursor
            elif position_at(laid, within, strictly=True) is not None:
                shape = Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
        if hover != self.hover:
            self.hover = hover
            self._view.viewport().update()

    def _drag(self, at: QPoint) -> None:
        """Select up to here: text in the message where the selecting began, whole messages when
        the mouse leaves it."""
        self._roll_at(at)
        index = self._view.indexAt(self._within(at))
        if index.isValid() and self._view.stack.lines[index.row()].key != self._from:
            self.block = (self._from, self._view.stack.lines[index.row()].key)
            self._view.viewport().update()
            return
        if self.block is not None:
            self.block = None
            self._view.viewport().update()
        if self.selection is None:
            return
        row = self._view.row_of(self.selection.key)
        if row is None:
            return
        top = self._view.visualRect(self._view.model().index(row, 0)).top()
        laid = self._view.stack.laid(row)
        head = position_at(laid, QPoint(at.x(), at.y() - top), strictly=False)
        if head is not None and head != self.selection.head:
            self.selection.head = head
            self._view.viewport().update()

    def _within(self, at: QPoint) -> QPoint:
        """The nearest point on the screen."""
        high = self._view.viewport().height()
        return QPoint(at.x(), min(max(at.y(), 0), high - 1))

    def _roll_at(self, at: QPoint) -> None:
        """Beyond the edge the messages come along by themselves."""
        self._last = at
        if 0 <= at.y() < self._view.viewport().height():
            self._rolling.stop()
        elif not self._rolling.isActive():
            self._rolling.start()

    def _roll(self) -> None:
        bar = self._view.verticalScrollBar()
        above = self._last.y() < 0
        beyond = -self._last.y() if above else self._last.y() - self._view.viewport().height()
        by = min(60, 8 + beyond // 4)
        bar.setValue(bar.value() + (-by if above else by))
        self._drag(self._last)

    def held(self) -> Place | None:
        """The place that the button went down on."""
        return self._pressed[1] if self._pressed is not None else None

    def release(self, event: QMouseEvent) -> tuple[int, Place | str] | None:
        """What was clicked, if this ends a click: the row, and a place or a link's target."""
        pressed, self._pressed, self._dragging = self._pressed, None, False
        self._from = ""
        self._rolling.stop()
        if pressed is None or self.block is not None:
            return None
        if self.selection is not None and self.selection.span is not None:
            return None
        under = self.under(event.position().toPoint())
        if under is None or under[0] != pressed[0]:
            return None
        row, laid, at = under
        if pressed[1] is not None and laid.place_at(at) == pressed[1]:
            return row, pressed[1]
        if pressed[2] >= 0 and link_at(laid, at) == pressed[2]:
            return row, laid.links[pressed[2]][2]
        return None

    def take_word(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        under = self.under(event.position().toPoint())
        if under is None or under[1].text is None:
            return
        row, laid, at = under
        position = position_at(laid, at, strictly=True)
        if position is not None:
            start, end = word_at(under[1].text, position)
            self.selection = TextSelection(self._view.stack.lines[row].key, start, end)
            self._view.viewport().update()

    def tell(self, event: QHelpEvent) -> None:
        """Say where the link leads, or what the file is called."""
        under = self.under(event.pos())
        text = ""
        if under is not None:
            _, laid, at = under
            link = link_at(laid, at)
            place = laid.place_at(at)
            if link >= 0:
                text = shown_target(laid.links[link][2])
            elif place is not None:
                text = place_tip(place)
        QToolTip.showText(event.globalPos(), plain_tip(text), self._view)
