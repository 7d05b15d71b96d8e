"""The scrolling list itself: one open contact, and perhaps several selected, moved by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from workstation.replica.rows.inbox import InboxRow
from workstation.ui.context import DeskContext
from workstation.ui.inbox.fixed_rows import FixedRowsView
from workstation.ui.inbox.heading_delegate import HEADING
from workstation.ui.inbox.inbox_delegate import InboxDelegate
from workstation.ui.inbox.inbox_model import ROW_ROLE, InboxModel
from workstation.ui.inbox.marking import Marking
from workstation.ui.inbox.row_outline import paint_coming
from workstation.ui.inbox.selecting import Selecting
from workstation.ui.theme.sizes import px
from workstation.ui.theme.tokens import ROW
from workstation.ui.ticking import Ticking


class InboxList(FixedRowsView):
    """`opened` says which contact was chosen, and whether the caret should go along with it."""

    opened = Signal(str, bool)
    menu_asked = Signal(QPoint)
    """Where on the screen a menu is wanted, of what can be done with those that are selected."""
    painted = Signal()
    """Its contacts are painted, for the first time."""

    def __init__(self, context: DeskContext, model: InboxModel, parent: QWidget) -> None:
        super().__init__(px(ROW), parent, heading_height=px(HEADING))
        self._context = context
        self._rows = model
        self._chosen: int | None = None
        self._wanted = ""
        self._beside: tuple[int | None, int | None] = (None, None)
        self._quiet = False
        self._leaving: tuple[int, int] | None = None
        self._stood = 0
        self._gone: tuple[str, int] | None = None
        """The open contact, when it left the list by itself, and where it stood."""
        self._painted = False
        self.marking = Marking(model, self)
        self.selecting = Selecting(self, model, self.marking)
        self.setObjectName("inbox")
        self.setModel(model)
        self._delegate = InboxDelegate(context, self.marking, self)
        self.setItemDelegate(self._delegate)
        self.follow()
        context.typing.changed.connect(self.viewport().update)
        self.marking.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._look_around)
        model.modelAboutToBeReset.connect(self._stand)
        model.shown_anew.connect(self._find_chosen)
        model.modelReset.connect(self._look_around)
        model.settled.connect(self._settled)
        model.switched.connect(self._switched)
        Ticking(self, self._tick)
        # Promises run out without anything changing: looked at again every half minute.
        Ticking(self, model.look_again, 30_000)

    def headings(self) -> Sequence[int]:
        return self._rows.headings

    def choose(self, contact_id: str) -> None:
        """Mark a contact that was opened elsewhere; no mark when it is not in this list."""
        if contact_id != self._wanted:
            self._gone = None
        self._wanted = contact_id
        position = self._rows.row_of(contact_id) if contact_id else None
        self._mark(position)

    def chosen_row(self) -> InboxRow | None:
        return self._rows.at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def step(self, by: int, *, caret: bool = False) -> None:
        """Open the next (1) or the previous (-1) contact. When the open one moved away by itself,
        as an answered one does, on from where it stood: the urgent ones are not skipped."""
        count = self._rows.rowCount()
        if not count:
            return
        here = self.currentIndex().row() if self.currentIndex().isValid() else None
        target = (0 if by > 0 else count - 1) if here is None else here + by
        beside = None if here is None else self._once_beside(here, by)
        self._go(self.beside_headings(target if beside is None else beside, by))
        if caret:
            self._open_current(caret=True)

    def leave(self, contact_id: str) -> None:
        """This person is finished with a contact: when it leaves the list, or if it has left
        already, open the one that comes to stand in its place."""
        position = self._rows.row_of(contact_id)
        if position is not None:
            self._leaving = (self._rows.numbers[position], position)
            self._follow()
        elif self._gone is not None and self._gone[0] == contact_id:
            self._go_on(self._gone[1])

    # Qt

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            said = QAccessibleEvent(self, QAccessible.Event.Focus)
            said.setChild(current.row())
            QAccessible.updateAccessibility(said)
        if current.isValid() and not self._quiet:
            self.marking.clear()
            self._open_current(caret=False)

    def rowsAboutToBeRemoved(
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        # Qt would choose the neighbour, and open it under the hands of somebody who types.
        if start <= self.currentIndex().row() <= end:
            self._gone = (self._wanted, self.currentIndex().row())
            self._unmark()
        super().rowsAboutToBeRemoved(parent, start, end)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            return  # its menu is about what is selected, and opens nothing
        if not self.selecting.press(event):
            self.marking.clear()
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        here = self._row_at(event.pos()) if by_mouse else self.marking.here(self._open_row())
        if here is None or self._rows.is_heading(here):
            return
        if self._rows.numbers[here] not in self._rows.marked:
            self.marking.clear()
            self.marking.toggle(here)
        place = self.visualRect(self._rows.index(here))
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(place.center())
        self.menu_asked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.selecting.pressed:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.selecting.release():
            return
        super().mouseReleaseEvent(event)
        if (
            event.button() == Qt.MouseButton.LeftButton
            and self.indexAt(event.position().toPoint()).isValid()
        ):
            self._open_current(caret=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.selecting.key(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.marking.clear()
            self._open_current(caret=True)
        elif not event.modifiers() and event.text() and event.text().isprintable():
            # Letters are commands here, not a search by name among rows not yet read.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt would choose the first row, and open a contact nobody asked for.
        chosen = self.currentIndex().isValid()
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False
        if not chosen:
            self._unmark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_around()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows.loaded and not self._rows.rowCount():
            self._paint_coming()
        elif not self._painted and self._rows.loaded and self._first() is not None:
            self._painted = True
            self.painted.emit()

    def _row_at(self, place: QPoint) -> int | None:
        index = self.indexAt(place)
        return index.row() if index.isValid() else None

    def _open_row(self) -> int | None:
        return self.currentIndex().row() if self.currentIndex().isValid() else None

    # inside

    def _paint_coming(self) -> None:
        """The outlines of rows, while the first answer is on its way."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for top in range(0, self.viewport().height(), px(ROW)):
            row = QRectF(0, top, self.viewport().width(), px(ROW))
            paint_coming(painter, self._context.theme, row)

    def _switched(self) -> None:
        self.verticalScrollBar().setValue(0)
        self.choose(self._wanted)

    def _go(self, position: int) -> None:
        index = self._rows.index(position)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _open_current(self, *, caret: bool) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        position, numbers = index.row(), self._rows.numbers
        self._gone = None
        self._chosen = numbers[position]
        self._beside = (
            numbers[position - 1] if position else None,
            numbers[position + 1] if position + 1 < len(numbers) else None,
        )
        row = index.data(ROW_ROLE)
        if row is None:
            self._wanted = ""
            return  # its row is on its way; `_settled` opens it
        self._wanted = row.contact_id
        self.opened.emit(row.contact_id, caret)

    def _follow(self) -> None:
        if self._leaving is None:
            return
        number, position = self._leaving
        if self._chosen not in (None, number):
            self._leaving = None
        elif self._rows.position(number) is None:
            self._leaving = None
            self._go_on(position)

    def _go_on(self, position: int) -> None:
        """Open what stands here now."""
        self._gone = None
        if self._rows.contacts:
            self._go(self.beside_headings(position, 1))
        else:
            self.opened.emit("", False)

    def _settled(self) -> None:
        self._look_around()
        self._follow()
        if self._wanted and not self.currentIndex().isValid():
            self.choose(self._wanted)

    def _stand(self) -> None:
        """The whole list will be another: this is where the open contact stood."""
        self._stood = self.currentIndex().row()

    def _find_chosen(self) -> None:
        position = None if self._chosen is None else self._rows.position(self._chosen)
        if self._chosen is not None and position is None and self._stood >= 0:
            self._gone = (self._wanted, self._stood)
        self._mark(position)

    def _mark(self, position: int | None) -> None:
        self._quiet = True
        try:
            if position is None:
                self._chosen = None
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            else:
                if self._chosen != self._rows.numbers[position]:
                    self._beside = (None, None)
                self._chosen = self._rows.numbers[position]
                self.setCurrentIndex(self._rows.index(position))
        finally:
            self._quiet = False

    def _once_beside(self, here: int, by: int) -> int | None:
        """Where the neighbour stands that the open contact had when it was opened; None when the
        contact still stands between its neighbours."""
        before, after = (
            None if number is None else self._rows.position(number) for number in self._beside
        )
        jumped = (after is not None and after < here) or (before is not None and before > here)
        return (after if by > 0 else before) if jumped else None

    def _unmark(self) -> None:
        self._quiet = True
        try:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        finally:
            self._quiet = False

    def _first(self) -> InboxRow | None:
        """The first contact, once it is here."""
        at = 1 if self._rows.is_heading(0) else 0
        return self._rows.at(at)

    def _look_around(self) -> None:
        self._rows.in_sight(*self.in_sight())

    def _tick(self) -> None:
        """Clocks move: only rows in sight are painted again."""
        self.viewport().update()
