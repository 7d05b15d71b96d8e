"""What is offered now, best first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workstation.ui.composer.suggesting.suggestion import Suggestion

Index = QModelIndex | QPersistentModelIndex
SuggestionRole = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()


class SuggestionModel(QAbstractListModel):
    @property
    def suggestions(self) -> list[Suggestion]:
        return self._suggestions

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._suggestions: list[Suggestion] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._suggestions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._suggestions):
            return None
        one = self._suggestions[index.row()]
        if role == SuggestionRole:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (one.sign, one.name, one.detail) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return one.extra
        return None

    def put(self, suggestions: list[Suggestion]) -> None:
        if suggestions != self._suggestions:
            self.beginResetModel()
            self._suggestions = list(suggestions)
            self.endResetModel()
