"""The shop's channels as rows: the line and the dial of each."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.replica.rows.channels import DialRow
from workstation.replica.rows.reference import LineRow
from workstation.ui.channels.channel_words import described, state
from workstation.ui.theme.channel import channel_name

Index = QModelIndex | QPersistentModelIndex
CHANNEL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ORDER = ("whatsapp", "instagram", "messenger", "phone", "email", "chat")
"""Those on which a shop can be reached. The console, which only plays them, is none."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ChannelItem:
    """One channel. `unread` counts what it could not read."""

    channel: str
    line: LineRow | None
    dial: DialRow | None
    unread: int = 0


class ChannelsModel(QAbstractListModel):
    """The channels in an order that stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ChannelItem] = []

    @property
    def items(self) -> list[ChannelItem]:
        return self._items

    def put(self, items: list[ChannelItem]) -> None:
        """Show these; rows that stay are only told to have changed."""
        if [item.channel for item in items] != [item.channel for item in self._items]:
            self.beginResetModel()
            self._items = items
            self.endResetModel()
        elif items != self._items:
            self._items = items
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == CHANNEL_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return channel_name(item.channel)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words, _ = state(item.line, item.dial)
            parts = (channel_name(item.channel), words, described(item.dial))
            return ", ".join(part for part in parts if part)
        return None
