"""The list of a customer's contacts; Enter or a click opens one."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from workstation.ui.panels.timeline_delegate import ROW, TimelineDelegate
from workstation.ui.panels.timeline_model import OpensRole, TimelineModel
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.message_menu import copy_text

AT_MOST = 40
"""Rows that stand in the panel before the list scrolls by itself."""


class TimelineView(QListView):
    chosen = Signal(str)
    """A contact id."""

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("All contact, every channel"))
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        model.modelReset.connect(self._fit)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The panel scrolls, unless the list is longer than it shows."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
            return
        super().wheelEvent(event)

    def _fit(self) -> None:
        rows = min(AT_MOST, self.model().rowCount())
        self.setFixedHeight(rows * px(ROW) + 2)

    def _open(self, index: QModelIndex) -> None:
        contact_id = index.data(OpensRole)
        if contact_id:
            self.chosen.emit(contact_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            index = self.currentIndex()
        if not index.isValid():
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index.data(OpensRole):
            menu.addAction(self.tr("Open"), lambda: self._open(index))
        menu.addAction(self.tr("Copy"), lambda: self._copy(index))
        menu.popup(event.globalPos())

    def _copy(self, index: QModelIndex) -> None:
        if index.isValid():
            copy_text(str(index.data()))
