"""The files that will go with the next message."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.ui.composer.taking import Taken
from workstation.ui.contact.moments import size_words
from workstation.ui.transcript.harmless import harmless_line, plain_tip

Index = QModelIndex | QPersistentModelIndex
TakenRole = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()


class FilesModel(QAbstractListModel):
    """In the order in which they were added."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._files: list[Taken] = []

    @property
    def files(self) -> list[Taken]:
        return list(self._files)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._files):
            return None
        taken = self._files[index.row()]
        if role == TakenRole:
            return taken
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            text = f"{harmless_line(taken.name)}, {size_words(taken.size, self._language)}"
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def add(self, taken: Taken) -> None:
        end = len(self._files)
        self.beginInsertRows(_NOWHERE, end, end)
        self._files.append(taken)
        self.endInsertRows()

    def remove(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._files[row]
            self.endRemoveRows()

    def replace(self, files: list[Taken]) -> None:
        self.beginResetModel()
        self._files = list(files)
        self.endResetModel()
