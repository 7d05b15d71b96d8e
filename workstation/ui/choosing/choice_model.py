"""What can be chosen: rows with a name, perhaps a detail, perhaps a tick."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ChoiceRole = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """`key` is what is chosen; a `heading` only groups. `depth` indents."""

    key: str
    name: str
    detail: str = ""
    depth: int = 0
    heading: bool = False
    words: str = ""
    """What the search looks through besides the name."""
    digit: str = ""
    """The key that takes it while nothing is typed."""


Search = Callable[[str, Callable[[list[Choice]], None]], None]
"""Given what was typed and whom to answer, finds choices; now or later."""


def search_in(choices: Iterable[Choice]) -> Search:
    """Search among choices that are all here: every word typed must occur somewhere."""
    known = list(choices)

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        wanted = text.casefold().split()
        if not wanted:
            answer(known)
            return
        found = []
        for choice in known:
            if choice.heading:
                continue
            haystack = f"{choice.name} {choice.detail} {choice.words}".casefold()
            if all(word in haystack for word in wanted):
                found.append(choice)
        answer(found)

    return search


class ChoiceModel(QAbstractListModel):
    """The choices found; with `many`, some are ticked."""

    def __init__(self, *, many: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.many = many
        self.ticked: set[str] = set()
        self._choices: list[Choice] = []

    @property
    def choices(self) -> list[Choice]:
        return self._choices

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._choices):
            return None
        choice = self._choices[index.row()]
        if role == ChoiceRole:
            return choice
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{choice.name}, {choice.detail}" if choice.detail else choice.name
        if role == Qt.ItemDataRole.CheckStateRole and self.many and not choice.heading:
            ticked = choice.key in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._choices[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able | Qt.ItemFlag.ItemIsUserCheckable if self.many else able

    def put(self, choices: list[Choice]) -> None:
        self.beginResetModel()
        self._choices = list(choices)
        self.endResetModel()

    def tick(self, row: int) -> None:
        """Tick or untick a row."""
        key = self._choices[row].key
        self.ticked.symmetric_difference_update({key})
        self.dataChanged.emit(self.index(row), self.index(row))

    def first_row(self) -> int:
        """The first row that can be chosen; -1 when there is none."""
        return next((row for row, one in enumerate(self._choices) if not one.heading), -1)
