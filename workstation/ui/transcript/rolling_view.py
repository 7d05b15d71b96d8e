"""A list of lines that rolls by pixels: lays out only what comes near, and never jumps."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QListView, QWidget

from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.newest_button import NewestButton
from workstation.ui.transcript.stack import Stack
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.typesetter import Typesetter

Index = QModelIndex | QPersistentModelIndex
STICKY: Final = 8
"""Within this many pixels of the end, the view follows what is new."""
AHEAD: Final = 600
"""Older messages are asked for when fewer pixels than this are left above."""


class RollingView(QListView):
    """A list view for the sake of screen readers, which know it; the layout is its own."""

    earlier_wanted = Signal()
    """Somebody comes near the oldest message that was read, and there are older ones."""

    def __init__(
        self, theme: Theme, model: TranscriptModel, setter: Typesetter, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self.stack = Stack(setter)
        self._following = True
        self._settling = False
        self._unseen = 0
        self._newest = NewestButton(theme, self)
        self._newest.clicked.connect(self.to_newest)
        self._newest.hide()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_ahead)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # A click on a message must not move it from under the mouse.
        self.setAutoScroll(False)
        self.setModel(model)
        model.modelReset.connect(self._replaced)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._restack)
        model.dataChanged.connect(self._restack)

    # ------------------------------------------------------------------ what is shown

    def say_again(self) -> None:
        """The names, the language or the font changed: every line is laid out anew."""
        self.stack.forget()
        self._restack()

    def to_newest(self) -> None:
        self._following = True
        self._settle()
        self.viewport().update()

    def show_message(self, message_id: str) -> bool:
        """Bring a message to the middle of the screen; False when it was not read."""
        row = self._rows.row_of(message_id)
        if row is None:
            return False
        self._following = False
        for _ in range(3):
            self.stack.measure(max(0, row - 12), min(row + 12, len(self.stack.lines) - 1))
            middle = self.stack.tops[row] + self.stack.height(row) // 2
            self.roll_to(middle - self.viewport().height() // 2)
        self.setCurrentIndex(self._rows.index(row))
        return True

    def unfold(self, key: str, *, fold: bool = False) -> None:
        """Show all of a message, or less of it again, without moving what is looked at."""
        anchor = self._anchor()
        self._following = False
        self.stack.unfold(key, fold=fold)
        self._settle(anchor)
        self.viewport().update()

    def lay_again(self, keys: Iterable[str]) -> None:
        """These lines say something else than before, though they are the same."""
        anchor = self._anchor()
        for key in keys:
            self.stack.lay_again(key)
        self._settle(anchor)
        self.viewport().update()

    def keep_below(self, pixels: int) -> None:
        """Room after the last line, for what is painted there."""
        anchor = self._anchor()
        self.stack.room_below = pixels
        self._settle(anchor)
        self.viewport().update()

    def row_of(self, key: str) -> int | None:
        return self._rows.row_of(key)

    def _replaced(self) -> None:
        self._following = True
        self._unseen = 0
        self.stack.unfolded.clear()
        self.stack.forget()
        self.stack.put(self._rows.lines, self.viewport().width())
        self._settle()
        self.viewport().update()

    def _inserted(self, _parent: Index, first: int, last: int) -> None:
        at_end = last == self._rows.rowCount() - 1
        self._restack()
        if at_end and not self._following:
            lines = self._rows.lines[first : last + 1]
            self._unseen += sum(line.message is not None for line in lines)
            self._place_newest()

    def _restack(self) -> None:
        """Lines came, went or changed: keep the line that is looked at where it is."""
        anchor = self._anchor()
        self.stack.put(self._rows.lines, self.viewport().width())
        self._settle(anchor)
        self.viewport().update()

    # ------------------------------------------------------------------ keeping the place

    def _anchor(self) -> tuple[str, int] | None:
        """A message on the screen, and how far below the top of the viewport it begins."""
        return self.stack.anchor(self.verticalScrollBar().value(), self.viewport().height())

    def _settle(self, anchor: tuple[str, int] | None = None) -> None:
        """Measure what is on the screen until nothing moves, holding the anchor or the end."""
        if self._settling:
            return
        self._settling = True
        try:
            high = self.viewport().height()
            bar = self.verticalScrollBar()
            if anchor is None:
                anchor = self._anchor()
            for _ in range(8):
                bar.setRange(0, max(0, self.stack.total - high))
                bar.setPageStep(high)
                bar.setSingleStep(40)
                if self._following:
                    bar.setValue(bar.maximum())
                elif anchor is not None:
                    row = next(
                        (r for r, line in enumerate(self.stack.lines) if line.key == anchor[0]),
                        None,
                    )
                    if row is not None:
                        bar.setValue(self.stack.tops[row] - anchor[1])
                if not self.stack.lines:
                    break
                first = self.stack.row_at(bar.value())
                last = self.stack.row_at(bar.value() + high)
                if not self.stack.measure(first, last):
                    break
        finally:
            self._settling = False
        self._idle.start()
        self._place_newest()

    def _measure_ahead(self) -> None:
        """A little at a time, lay out what is above the screen, so that scrolling is smooth."""
        bar = self.verticalScrollBar()
        rows = self.stack.unmeasured(self.stack.row_at(bar.value()), 4) if self.stack.lines else []
        if not rows or not self.isVisible():
            self._idle.stop()
            return
        anchor = self._anchor()
        moved = False
        for row in rows:
            moved |= self.stack.measure(row, row)
        if moved:
            self._settle(anchor)

    def roll_to(self, value: int) -> None:
        """Have this height of the whole stack at the top of the screen."""
        self._following = False
        self._settling = True
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.stack.total - self.viewport().height()))
        bar.setValue(value)
        self._settling = False
        self._following = bar.value() >= bar.maximum() - STICKY
        self._settle()
        self.viewport().update()
        if bar.value() < AHEAD and self._rows.earlier:
            self.earlier_wanted.emit()

    def _follow_at_end(self) -> None:
        """Whoever sees the end stays there: the heights that told where it is were estimates, and
        a larger screen may show it without anybody scrolling."""
        bar = self.verticalScrollBar()
        self._following = self._following or bar.value() >= bar.maximum() - STICKY

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if self._settling:
            return
        bar = self.verticalScrollBar()
        self._following = bar.value() >= bar.maximum() - STICKY
        self._settle()
        self.viewport().update()
        if bar.value() < AHEAD and self._rows.earlier:
            self.earlier_wanted.emit()

    def _place_newest(self) -> None:
        bar = self.verticalScrollBar()
        far = bar.maximum() - bar.value() > self.viewport().height() // 2
        if bar.maximum() == 0:
            self._following = True  # all of it is on the screen
        if self._following:
            self._unseen = 0
        shown = not self._following and (far or self._unseen > 0)
        self._newest.stand(self._unseen, shown=shown, room=self.viewport().size())

    # ------------------------------------------------------------------ what Qt asks of a view

    def doItemsLayout(self) -> None:
        self._restack()

    def updateGeometries(self) -> None:
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractScrollArea.resizeEvent(self, event)
        self._restack()
        self._follow_at_end()
        bar = self.verticalScrollBar()
        if bar.maximum() < AHEAD and self._rows.earlier:
            self.earlier_wanted.emit()

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self.stack.tops):
            return QRect()
        top = self.stack.tops[row] - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self.stack.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalScrollBar().value()
        if not self.stack.lines or y < 0 or y >= self.stack.total:
            return QModelIndex()
        return self._rows.index(self.stack.row_at(y))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect = self.visualRect(index)
        if rect.isNull():
            return
        value, high = self.verticalScrollBar().value(), self.viewport().height()
        if rect.top() < 0 or rect.height() > high:
            self.roll_to(value + rect.top() - 8)
        elif rect.bottom() > high:
            self.roll_to(value + rect.bottom() - high + 8)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Asked when the view gets the focus and no line is current: it begins at the newest."""
        current = self.currentIndex()
        return current if current.isValid() else self._rows.index(len(self.stack.lines) - 1)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Rows are not selected by dragging: text is."""
