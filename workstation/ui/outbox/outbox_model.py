"""The entries of the outbox, newest refusals first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workstation.replica.rows.news import Changed
from workstation.replica.rows.outbox import OutboxRow
from workstation.replica.uploads import Upload
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.outbox.outbox_words import deed, reason, standing
from workstation.ui.paintable import paintable_line
from workstation.ui.panels.masking import masked_name

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
PERCENT_ROLE = Qt.ItemDataRole.UserRole + 2
"""How much of an entry's files has left; None when none is on its way."""


class OutboxModel(QAbstractListModel):
    """Looks again whenever something changed, while somebody looks."""

    settled = Signal()

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        self.entries: list[OutboxRow] = []
        self.loaded = False
        self.upload: Upload | None = None
        """What is on its way now."""
        context.news.uploading.connect(self._follow)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == PERCENT_ROLE:
            return self._percent(entry)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{deed(entry.kind)} · {paintable_line(masked_name(entry.name))}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (
                deed(entry.kind),
                paintable_line(masked_name(entry.name)),
                standing(entry, self._percent(entry))[0],
                reason(entry, self._context.language),
                paintable_line(entry.text),
            )
            return ", ".join(part for part in parts if part)
        return None

    def hear(self, changed: Changed) -> None:
        self.look()

    def _follow(self, upload: Upload) -> None:
        self.upload = upload if upload.state == "going" else None
        for number, entry in enumerate(self.entries):
            if entry.action_id == upload.action_id:
                self.dataChanged.emit(self.index(number), self.index(number))
        self.settled.emit()

    def _percent(self, entry: OutboxRow) -> int | None:
        upload = self.upload
        return upload.percent if upload and upload.action_id == entry.action_id else None

    def look(self, *_: object) -> None:
        def work(replica: ReplicaDoor) -> list[OutboxRow]:
            return replica.outbox()

        self._context.reader.ask("outbox", work, self._settle, owner=self)

    def _settle(self, entries: list[OutboxRow]) -> None:
        entries = sorted(entries, key=lambda each: (each.state != "refused", -each.made_at))
        ids = [each.action_id for each in entries]
        if ids == [each.action_id for each in self.entries]:
            for number, entry in enumerate(entries):
                if entry != self.entries[number]:
                    self.entries[number] = entry
                    index = self.index(number)
                    self.dataChanged.emit(index, index)
        else:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()
        self.loaded = True
        self.settled.emit()
