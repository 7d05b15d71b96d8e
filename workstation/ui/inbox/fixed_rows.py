"""A list of rows of one height, whose layout is arithmetic: a hundred thousand rows cost nothing.

Qt's own list goes through all its rows whenever one of them changes, which at 100,000 rows takes
longer than a frame. Here what is above the first row in sight may grow and shrink, and what a
person looks at stays where it is.
"""

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

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction


class FixedRowsView(QAbstractItemView):
    """Set `row_height` (device-independent pixels) and a model of one column."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height = row_height
        self._followed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(row_height // 3)

    # where rows are

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = index.row() * self.row_height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self.row_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self.row_height
        if not 0 <= row < self._count():
            return QModelIndex()
        return self.model().index(row, 0)

    def in_sight(self) -> tuple[int, int]:
        """The first and the last row that can be seen, whole or in part."""
        top = self.verticalOffset()
        return top // self.row_height, (top + self.viewport().height() - 1) // self.row_height

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = index.row() * self.row_height
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - (height - self.row_height) // 2)
        elif top < bar.value() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif top + self.row_height > bar.value() + height:
            bar.setValue(top + self.row_height - height)

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
            return self.model().index(0, 0)
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
        return self.model().index(min(max(current.row() + by, 0), count - 1), 0)

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
        first = (event.rect().top() + top) // self.row_height
        last = min((event.rect().bottom() + top) // self.row_height, count - 1)
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
            option.rect = QRect(0, row * self.row_height - top, width, self.row_height)
            delegate.paint(painter, option, index)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    # following the model

    def updateGeometries(self) -> None:
        super().updateGeometries()
        height, whole = self.viewport().height(), self._count() * self.row_height
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
        self._shift(last - first + 1 if first <= self._top() else 0)

    def _removed(self, _: QModelIndex, first: int, last: int) -> None:
        self._shift(-max(0, min(last + 1, self._top()) - first))

    def _moved(self, _: QModelIndex, first: int, last: int, __: QModelIndex, before: int) -> None:
        top = self._top()
        was_above, is_above = first < top, before <= top
        self._shift((last - first + 1) * (int(is_above) - int(was_above)))

    def _anew(self) -> None:
        self._shift(0)

    def _top(self) -> int:
        return self.verticalOffset() // self.row_height

    def _shift(self, rows: int) -> None:
        """So many rows more stand above what is looked at. At the very top nothing is held: who
        stands there wants to see what is new."""
        value = self.verticalOffset()
        self.updateGeometries()
        if value > 0 and rows:
            self.verticalScrollBar().setValue(value + rows * self.row_height)
        self.viewport().update()
