"""The list of a customer's contacts; Enter or a click opens one."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from workstation.replica.rows import TimelineRow
from workstation.ui.panels.timeline_delegate import ROW, TimelineDelegate
from workstation.ui.panels.timeline_model import TimelineModel, VisitRole
from workstation.ui.theme.theme import Theme

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
        self.setFixedHeight(rows * ROW + 2)

    def _open(self, index: QModelIndex) -> None:
        visit = index.data(VisitRole)
        if isinstance(visit, TimelineRow):
            self.chosen.emit(visit.contact_id)
