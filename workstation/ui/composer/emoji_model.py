"""The emoji that are shown now."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.ui.composer.emoji import Emoji

Index = QModelIndex | QPersistentModelIndex
EmojiRole = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()


class EmojiModel(QAbstractListModel):
    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: list[Emoji] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        one = self._shown[index.row()]
        if role == EmojiRole:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.sign
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return one.name(self._language)
        return None

    def put(self, shown: list[Emoji]) -> None:
        self.beginResetModel()
        self._shown = list(shown)
        self.endResetModel()
