"""A list whose layout is arithmetic: a hundred thousand rows of one height cost nothing.

Qt's own list goes through all its rows whenever one of them changes, which at 100,000 rows takes
longer than a frame. Here what is above the first row in sight may grow and shrink, and what a
person looks at stays where it is. A few rows may be headings, which are lower and not chosen.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from workstation.ui.inbox.row_tops import RowTops

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction


class QTableView(QAbstractItemView):
    """Named like this, because Qt tells a screen reader of the rows of those views only whose
    class it knows by name."""


class FixedRowsView(QTableView):
    """Heights are in device-independent pixels; the model has one column."""

    def __init__(
        self, row_height: int, parent: QWidget | None = None, *, heading_height: int = 0
    ) -> None:
        super().__init__(parent)
        self.row_height = row_height
        self.tops = RowTops(row_height, heading_height)
        self._followed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(row_height // 3)

    def headings(self) -> Sequence[int]:
        """The positions of the rows that are headings, rising."""
        return ()

    # where rows are

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = self.tops.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self.tops.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.tops.row_at(point.y() + self.verticalOffset())
        if not 0 <= row < self._count():
            return QModelIndex()
        return self.model().index(row, 0)

    def in_sight(self) -> tuple[int, int]:
        """The first and the last row that can be seen, whole or in part."""
        top = self.verticalOffset()
        return self.tops.row_at(top), self.tops.row_at(top + self.viewport().height() - 1)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self.tops.top(index.row())
        if index.row() and self.tops.is_heading(index.row() - 1):
            top = self.tops.top(index.row() - 1)  # a heading stays with its first contact
        bottom = self.tops.top(index.row() + 1)
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - (height - self.row_height) // 2)
        elif top < bar.value() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    # moving and choosing

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = self._count()
        if not count:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            return self.model().index(self.beside_headings(0, 1), 0)
        page = max(1, self.viewport().height() // self.row_height - 1)
        by = {
            Move.MoveUp: -1,
            Move.MovePrevious: -1,
            Move.MoveDown: 1,
            Move.MoveNext: 1,
            Move.MovePageUp: -page,
            Move.MovePageDown: page,
            Move.MoveHome: -count,
            Move.MoveEnd: count,
        }.get(action, 0)
        return self.model().index(self.beside_headings(current.row() + by, by), 0)

    def beside_headings(self, position: int, by: int) -> int:
        """The row at a position, or the nearest in a direction that is no heading; -1 when there
        is none."""
        count = self._count()
        position = min(max(position, 0), count - 1)
        for step in (1 if by > 0 else -1, -1 if by > 0 else 1):
            at = position
            while 0 <= at < count:
                if not self.tops.is_heading(at):
                    return at
                at += step
        return -1

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        model, count = self.model(), self._count()
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        current, focused = self.currentIndex().row(), self.hasFocus()
        over = self.viewport().mapFromGlobal(self.cursor().pos()) if self.underMouse() else None
        hovered = self.indexAt(over).row() if over is not None else -1
        delegate, top = self.itemDelegate(), self.verticalOffset()
        first = self.tops.row_at(event.rect().top() + top)
        last = min(self.tops.row_at(event.rect().bottom() + top), count - 1)
        width = self.viewport().width()
        selected = self.selectionModel()
        for row in range(max(0, first), last + 1):
            index = model.index(row, 0)
            state = plain
            if selected.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
                if focused and row == current:
                    state |= QStyle.StateFlag.State_HasFocus
            if row == hovered:
                state |= QStyle.StateFlag.State_MouseOver
            option.state = state
            option.rect = QRect(0, self.tops.top(row) - top, width, self.tops.height(row))
            delegate.paint(painter, option, index)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    # following the model

    def updateGeometries(self) -> None:
        super().updateGeometries()
        height, whole = self.viewport().height(), self.tops.top(self._count())
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setRange(0, max(0, whole - height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def follow(self) -> None:
        """Connect to the model's comings and goings; once, after `setModel`."""
        model = self.model()
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.modelReset.connect(self._anew)
        self._followed = True
        self._anew()

    def _count(self) -> int:
        """Qt asks before there is a model."""
        return self.model().rowCount() if self._followed else 0

    def _inserted(self, _: QModelIndex, first: int, last: int) -> None:
        above = first <= self._top()
        self._look_at_headings()
        self._shift(self.tops.top(last + 1) - self.tops.top(first) if above else 0)

    def _removed(self, _: QModelIndex, first: int, last: int) -> None:
        until = min(last + 1, self._top())
        gone = self.tops.top(until) - self.tops.top(first) if until > first else 0
        self._look_at_headings()
        self._shift(-gone)

    def _moved(self, _: QModelIndex, first: int, last: int, __: QModelIndex, before: int) -> None:
        top = self._top()
        was_above, is_above = first < top, before <= top
        height = self.tops.top(last + 1) - self.tops.top(first)
        self._look_at_headings()
        self._shift(height * (int(is_above) - int(was_above)))

    def _anew(self) -> None:
        self._look_at_headings()
        self._shift(0)

    def _look_at_headings(self) -> None:
        self.tops = RowTops(self.tops.row, self.tops.heading, self.headings())

    def _top(self) -> int:
        return self.tops.row_at(self.verticalOffset())

    def _shift(self, pixels: int) -> None:
        """So much more stands above what is looked at. At the very top nothing is held: who stands
        there wants to see what is new."""
        value = self.verticalOffset()
        self.updateGeometries()
        if value > 0 and pixels:
            self.verticalScrollBar().setValue(value + pixels)
        self.viewport().update()
