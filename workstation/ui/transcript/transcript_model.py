"""What a transcript shows: the stretch of messages that was read, changed as little as possible."""

from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.replica.rows.contact import MessageRow, Transcript
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.lines import lines_of

Index = QModelIndex | QPersistentModelIndex
LineRole = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()


class Sayer(Protocol):
    """Says a line as one sentence, for a screen reader and for copying."""

    def spoken(self, line: Line) -> str: ...


class TranscriptModel(QAbstractListModel):
    """One row a line. Rows of one contact are inserted, changed and removed in place, so that a
    view can keep its position; another contact resets it."""

    def __init__(self, sayer: Sayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sayer = sayer
        self._messages: tuple[MessageRow, ...] = ()
        self._lines: list[Line] = []
        self.contact_id: str | None = None
        self.earlier = False
        self.me = ""
        """Who looks: what they wrote themselves is not new to them."""
        self.answering: MessageRow | None = None
        """What was being answered when the contact opened."""
        self._answered: dict[str, MessageRow] = {}
        self.new_after: int | None = None
        """What was said after this moment is new, milliseconds since the epoch."""

    @property
    def lines(self) -> list[Line]:
        return self._lines

    @property
    def messages(self) -> tuple[MessageRow, ...]:
        return self._messages

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sayer.spoken(line)
        return None

    def clear(self) -> None:
        self.beginResetModel()
        self.contact_id, self._messages, self._lines, self.earlier = None, (), [], False
        self.new_after = None
        self._answered = {}
        self.endResetModel()

    def show(self, transcript: Transcript) -> None:
        """The newest stretch of a contact. Older messages that were read before stay above it."""
        if transcript.contact_id != self.contact_id:
            self.beginResetModel()
            self.contact_id = transcript.contact_id
            self._messages = transcript.messages
            self.new_after = transcript.looked_at
            self._answered = {one.message_id: one for one in transcript.answered}
            self.answering = self._named(transcript.answering)
            self._lines = self._lines_of(transcript.messages)
            self.earlier = transcript.earlier
            self.endResetModel()
            return
        self._answered |= {one.message_id: one for one in transcript.answered}
        kept: tuple[MessageRow, ...] = ()
        if transcript.earlier and transcript.messages:
            first = transcript.messages[0].message_id
            for place, message in enumerate(self._messages):
                if message.message_id == first:
                    kept = self._messages[:place]
                    break
        if not kept:
            self.earlier = transcript.earlier
        self._become(kept + transcript.messages)

    def prepend(self, older: Transcript) -> None:
        """What came before, read when somebody scrolled up to it."""
        if older.contact_id != self.contact_id:
            return
        self._answered |= {one.message_id: one for one in older.answered}
        known = {message.message_id for message in self._messages}
        new = tuple(m for m in older.messages if m.message_id not in known)
        self.earlier = older.earlier and bool(new)
        self._become(new + self._messages)

    def row_of(self, key: str) -> int | None:
        """The row of a line by its key, searched from the end, where the eye is."""
        for row in range(len(self._lines) - 1, -1, -1):
            line = self._lines[row]
            if line.key == key or any(one.message_id == key for one in line.parts):
                return row
        return None

    def say_new(self, after: int | None) -> None:
        """What was said after this moment is new; None: nothing is."""
        if after != self.new_after:
            self.new_after = after
            self._become(self._messages)

    def _named(self, message_id: str) -> MessageRow | None:
        found = (one for one in self._messages if one.message_id == message_id)
        return next(found, self._answered.get(message_id))

    def _lines_of(self, messages: tuple[MessageRow, ...]) -> list[Line]:
        return lines_of(messages, new_after=self.new_after, me=self.me, answered=self._answered)

    def _become(self, messages: tuple[MessageRow, ...]) -> None:
        self._messages = messages
        new, old = self._lines_of(messages), self._lines
        head = 0
        shortest = min(len(new), len(old))
        while head < shortest and new[head].key == old[head].key:
            head += 1
        tail = 0
        while tail < shortest - head and new[-1 - tail].key == old[-1 - tail].key:
            tail += 1
        if len(old) - tail > head:
            self.beginRemoveRows(_NOWHERE, head, len(old) - tail - 1)
            self._lines = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(_NOWHERE, head, len(new) - tail - 1)
            after = self._lines[head:]
            self._lines = self._lines[:head] + new[head : len(new) - tail] + after
            self.endInsertRows()
        for row, line in enumerate(new):
            if self._lines[row] != line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))
