"""The row of attached files: shown while there are any; Delete or the cross removes one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from workstation.ui.composer.files_delegate import FilesDelegate, chip, cross_rect
from workstation.ui.composer.files_model import FilesModel
from workstation.ui.theme.theme import Theme


class FilesView(QListView):
    removed = Signal()
    """The person took a file away."""

    def __init__(
        self, theme: Theme, language: str, model: FilesModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._files = model
        self.setObjectName("attached_files")
        self.setAccessibleName(self.tr("Attached files"))
        self.setProperty("look", "clear")
        self.setModel(model)
        self.setItemDelegate(FilesDelegate(theme, language, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(chip().height() + 8)
        model.rowsInserted.connect(self._fit)
        model.rowsRemoved.connect(self._fit)
        model.modelReset.connect(self._fit)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def _fit(self) -> None:
        self.setVisible(self._files.rowCount() > 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and cross_rect(self.visualRect(index)).contains(at):
            self._remove(index.row())
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _remove(self, row: int) -> None:
        if row >= 0:
            self._files.remove(row)
            self.removed.emit()
