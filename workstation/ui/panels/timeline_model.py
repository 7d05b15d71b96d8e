"""Every contact a customer had, over all channels, and every rating they gave: the newest first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.replica.rows.customer import TimelineRow
from workstation.replica.rows.knowledge import RatingRow
from workstation.ui.contact.moments import short_day
from workstation.ui.contact.names import PATH, reason_kind
from workstation.ui.panels.masking import number_masked
from workstation.ui.panels.rating_words import score_words
from workstation.ui.theme.channel import channel_name
from workstation.ui.transcript.harmless import harmless_line, plain_tip
from workstation.ui.transcript.wordless_words import wordless_words
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
Entry = TimelineRow | RatingRow
VisitRole = int(Qt.ItemDataRole.UserRole) + 1
TitleRole = VisitRole + 1
DetailRole = VisitRole + 2
DayRole = VisitRole + 3
ChannelRole = VisitRole + 4
OpensRole = VisitRole + 5
"""The id of the contact that it opens, or ""."""
_NOWHERE = QModelIndex()


class TimelineModel(QAbstractListModel):
    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._now = 0
        self._open_id = ""
        self._entries: list[Entry] = []
        self._offers: dict[str, str] = {}

    def put(
        self,
        visits: tuple[TimelineRow, ...],
        *,
        now: int,
        open_id: str,
        ratings: tuple[RatingRow, ...] = (),
        offers: dict[str, str] | None = None,
    ) -> None:
        """Show these; `open_id` is the contact on the screen, `offers` the names of what can be
        offered."""
        newest: list[Entry] = sorted((*visits, *ratings), key=lambda entry: -entry.at)
        if newest == self._entries and open_id == self._open_id:
            return
        self.beginResetModel()
        self._entries, self._now, self._open_id = newest, now, open_id
        self._offers = offers or {}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == VisitRole:
            return entry
        if role == TitleRole:
            return self._title(entry)
        if role == DetailRole:
            return self._detail(entry)
        if role == DayRole:
            return short_day(entry.at, self._now, self._language)
        if role == ChannelRole:
            return entry.channel
        if role == OpensRole:
            return entry.contact_id or ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            day = short_day(entry.at, self._now, self._language)
            parts = (self._title(entry), day, self._detail(entry))
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._more(entry))
        return None

    def is_open(self, visit: TimelineRow) -> bool:
        """Whether this is the contact on the screen."""
        return visit.contact_id == self._open_id

    def _title(self, entry: Entry) -> str:
        if isinstance(entry, RatingRow):
            return score_words(entry.score)
        name = channel_name(entry.channel)
        if entry.call_seconds is not None:
            minutes = max(1, round(entry.call_seconds / 60))
            name = translate("panels", "{channel}, {count} min").format(channel=name, count=minutes)
        if self.is_open(entry):
            return translate("panels", "{channel} · this contact").format(channel=name)
        if entry.state == "open":
            return translate("panels", "{channel} · open").format(channel=name)
        if entry.state == "snoozed":
            return translate("panels", "{channel} · snoozed").format(channel=name)
        return name

    def _detail(self, entry: Entry) -> str:
        if isinstance(entry, RatingRow):
            if entry.comment:
                return f"“{harmless_line(entry.comment)}”"
            return channel_name(entry.channel)
        reason = entry.reason_nl if self._language.startswith("nl") else entry.reason_en
        if not reason:
            said = harmless_line(number_masked(entry.subject or entry.last_text))
            return said or wordless_words(entry.wordless)
        kind = reason_kind(entry.kind)
        path = PATH.join(part for part in (kind, harmless_line(reason)) if part)
        return f"{path} · {entry.agent_name}" if entry.agent_name else path

    def _more(self, entry: Entry) -> str:
        """All that is known of it, a line each."""
        if isinstance(entry, RatingRow):
            lines = [self._title(entry), channel_name(entry.channel), entry.comment]
        else:
            offered = [self._offers[key] for key in entry.offered if key in self._offers]
            lines = [
                harmless_line(number_masked(entry.subject)),
                self._detail(entry),
                harmless_line(entry.product),
                ", ".join(offered),
                entry.wrapped_note[:300],
            ]
        return "\n".join(line for line in lines if line)
