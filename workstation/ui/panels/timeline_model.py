"""Every contact a customer had, over all channels, the newest first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.replica.rows import TimelineRow
from workstation.ui.contact.moments import short_day
from workstation.ui.panels.masking import number_masked
from workstation.ui.theme.channel import channel_name
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
VisitRole = int(Qt.ItemDataRole.UserRole) + 1
TitleRole = VisitRole + 1
DetailRole = VisitRole + 2
DayRole = VisitRole + 3
_NOWHERE = QModelIndex()


class TimelineModel(QAbstractListModel):
    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._now = 0
        self._open_id = ""
        self._visits: list[TimelineRow] = []

    def put(self, visits: tuple[TimelineRow, ...], *, now: int, open_id: str) -> None:
        """Show these; `open_id` is the contact on the screen."""
        newest = sorted(visits, key=lambda visit: -visit.at)
        if newest == self._visits and open_id == self._open_id:
            return
        self.beginResetModel()
        self._visits, self._now, self._open_id = newest, now, open_id
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._visits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._visits):
            return None
        visit = self._visits[index.row()]
        if role == VisitRole:
            return visit
        if role == TitleRole:
            return self._title(visit)
        if role == DetailRole:
            return self._detail(visit)
        if role == DayRole:
            return short_day(visit.at, self._now, self._language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            day = short_day(visit.at, self._now, self._language)
            return ", ".join(
                part for part in (self._title(visit), day, self._detail(visit)) if part
            )
        return None

    def is_open(self, visit: TimelineRow) -> bool:
        """Whether this is the contact on the screen."""
        return visit.contact_id == self._open_id

    def _title(self, visit: TimelineRow) -> str:
        name = channel_name(visit.channel)
        if self.is_open(visit):
            return translate("panels", "{channel} · this contact").format(channel=name)
        if visit.state == "open":
            return translate("panels", "{channel} · open").format(channel=name)
        if visit.state == "snoozed":
            return translate("panels", "{channel} · snoozed").format(channel=name)
        return name

    def _detail(self, visit: TimelineRow) -> str:
        reason = visit.reason_nl if self._language.startswith("nl") else visit.reason_en
        return harmless_line(reason or visit.subject or number_masked(visit.last_text))
