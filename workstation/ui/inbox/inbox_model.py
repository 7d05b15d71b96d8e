"""What the list shows: every row number of a view, and the rows around where it is looked at."""

from array import array
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from workstation.replica.lists import Heading, View
from workstation.replica.rows.inbox import InboxRow
from workstation.replica.rows.news import Changed
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.inbox.heading_places import follow, places
from workstation.ui.inbox.heading_words import heading_words
from workstation.ui.inbox.inbox_words import spoken
from workstation.ui.inbox.kept_rows import KeptRows
from workstation.ui.inbox.reorder import Step, steps
from workstation.ui.nobody import called

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `InboxRow`, or None while it is on its way."""
HEADING_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `Heading` where one stands."""

AHEAD = 40
"""Rows fetched before and after those in sight."""
GATHER_MS = 15
"""News that comes this close together is looked at once."""


@dataclass(frozen=True, slots=True)
class _Answer:
    view: View
    was: "array[int]"
    numbers: "array[int]"
    headings: dict[int, Heading]
    places: list[int]
    steps: list[Step] | None
    rows: dict[int, InboxRow]


class InboxModel(QAbstractListModel):
    """Asks the reader, never the replica. `settled` comes when a view's rows are there.

    `headings` are the positions of the rows that are headings; `marked` the numbers of the contacts
    that were selected for something to be done with all of them.
    """

    settled = Signal()
    switched = Signal()
    """Another list is shown now, or another order."""
    shown_anew = Signal()
    """Rows moved too far to follow; what was chosen must be found again."""

    def __init__(self, context: DeskContext, view: View) -> None:
        super().__init__()
        self._context = context
        self.view = view
        self.numbers: array[int] = array("q")
        self.headings: list[int] = []
        self.marked: set[int] = set()
        self.loaded = False
        self._shown = view
        self._headed: dict[int, Heading] = {}
        self._rows = KeptRows()
        self._stale: set[str] = set()
        self._looking = False
        self._look_after = False
        self._sight = (0, 20)
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(GATHER_MS)
        self._news.timeout.connect(self._look_again)
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._fetch_missing)
        context.news.changed.connect(self.hear)

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.numbers):
            return None
        number = self.numbers[index.row()]
        if number < 0:
            return self._of_heading(self._headed.get(number), role)
        row = self._rows.get(number)
        if role == ROW_ROLE:
            if row is None and not self._fetch.isActive():
                self._fetch.start()
            return row
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return called(row.name, row.channel)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._context, row, marked=number in self.marked, view=self._shown)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_heading(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _of_heading(self, heading: Heading | None, role: int) -> Any:
        if heading is None:
            return None
        if role == HEADING_ROLE:
            return heading
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading_words(self._context, self._shown.grouped, heading)
        return None

    # what the view asks

    @property
    def contacts(self) -> int:
        """How many contacts are in the list."""
        return len(self.numbers) - len(self.headings)

    def is_heading(self, position: int) -> bool:
        return 0 <= position < len(self.numbers) and self.numbers[position] < 0

    def look_again(self) -> None:
        """Time passed: who was promised an answer soon may be late by now."""
        if self._shown.watches_the_clock and not self._news.isActive():
            self._news.start()

    def show_view(self, view: View) -> None:
        """Show another list, or the same in another order. What was shown stays until its rows
        are there: a blink of emptiness is worse than a moment of the old list."""
        self.view = view
        self.loaded = False
        self._looking = False
        self._look_again()

    def in_sight(self, first: int, last: int) -> None:
        """The rows a person sees now; those around them are fetched."""
        self._sight = (first, last)
        if not self._fetch.isActive():
            self._fetch.start()

    def load(self) -> None:
        """Look at the replica for the first time."""
        self._look_again()

    def row_of(self, contact_id: str) -> int | None:
        """Where a contact stands, when it is among the rows kept in memory."""
        number = self._rows.number_of(contact_id)
        return None if number is None else self.position(number)

    def position(self, number: int) -> int | None:
        """Where a row number stands now. Most are asked for near what is in sight, and a long list
        is long to search."""
        for first, last in (self._wanted_range(len(self.numbers)), (0, len(self.numbers))):
            try:
                return self.numbers.index(number, first, last)
            except ValueError:
                continue
        return None

    def at(self, position: int) -> InboxRow | None:
        if 0 <= position < len(self.numbers):
            return self._rows.get(self.numbers[position])
        return None

    # what happens

    def hear(self, changed: Changed) -> None:
        """Something changed: whether it concerns this list is for the replica to say."""
        if not (changed.everything or changed.contacts or changed.customers):
            return
        self._stale |= self._rows.touched_by(changed)
        if not self._news.isActive():
            self._news.start()

    def _look_again(self) -> None:
        if self._looking:
            # The newest question would cancel this one, and under a stream of news for ever.
            self._look_after = True
            return
        self._looking, self._look_after = True, False
        view, was = self.view, self.numbers
        first, last = self._wanted_range(len(was)) if view == self._shown else (0, 2 * AHEAD)
        stale = self._rows.of(self._stale)
        searched = view.filters.text != self._shown.filters.text
        kept = set() if searched else self._rows.numbers() - stale
        self._stale.clear()

        def work(replica: ReplicaDoor) -> _Answer:
            found = replica.inbox(view)
            numbers = found.numbers
            end = max(last, first + 2 * AHEAD)
            wanted = [n for n in numbers[first:end] if n >= 0 and n not in kept]
            wanted.extend(stale.difference(wanted))
            rows = replica.inbox_rows(wanted, view.filters.text)
            headings = dict(found.headings)
            stand = places(numbers) if headings else []
            return _Answer(view, was, numbers, headings, stand, steps(was, numbers), rows)

        self._context.reader.ask(
            "inbox", work, self._settle, failed=self._fail, owner=self, urgent=True
        )

    def _fail(self, error: Exception) -> None:
        self._looking = False
        self._context.reader.unhandled(error)

    def _settle(self, answer: _Answer) -> None:
        self._looking = False
        if self._look_after:
            self._news.start()
        if answer.view != self.view or answer.was is not self.numbers:
            return
        switched = answer.view != self._shown
        if answer.view.filters.text != self._shown.filters.text:
            self._rows = KeptRows()  # a row says where it was found
        self._shown = answer.view
        changed = [n for n, row in answer.rows.items() if self._rows.get(n) not in (None, row)]
        changed += [n for n, head in answer.headings.items() if self._headed.get(n) != head]
        self._headed |= answer.headings  # those that leave are still asked for until they left
        self._rows.keep(answer.rows)
        self.loaded = True
        if switched:
            self._sight = (0, self._sight[1] - self._sight[0])
        self._arrange(answer.numbers, answer.places, None if switched else answer.steps)
        self._headed = answer.headings
        self._tell(changed)
        if switched:
            self.switched.emit()
        self.settled.emit()

    def _arrange(self, numbers: "array[int]", stand: list[int], how: list[Step] | None) -> None:
        if how is None:
            self.beginResetModel()
            self.numbers, self.headings = numbers, stand
            self.endResetModel()
            self.shown_anew.emit()
            return
        nowhere = QModelIndex()
        current = self.numbers[:] if how else self.numbers
        self.numbers = current
        for step in how:
            moved = step.kind == "move" and current[step.first] < 0
            stood = follow(step, self.headings, stand, heading=moved)
            if step.kind == "remove":
                self.beginRemoveRows(nowhere, step.first, step.last)
                del current[step.first : step.last + 1]
                self.headings = stood
                self.endRemoveRows()
            elif step.kind == "insert":
                self.beginInsertRows(nowhere, step.first, step.last)
                current[step.first : step.first] = numbers[step.first : step.last + 1]
                self.headings = stood
                self.endInsertRows()
            else:
                before = step.to if step.to < step.first else step.to + 1
                self.beginMoveRows(nowhere, step.first, step.first, nowhere, before)
                current.insert(step.to, current.pop(step.first))
                self.headings = stood
                self.endMoveRows()

    def _fetch_missing(self) -> None:
        first, last = self._wanted_range(len(self.numbers))
        missing = [n for n in self.numbers[first:last] if n >= 0 and n not in self._rows]
        if not missing:
            return

        text = self._shown.filters.text
        self._context.reader.ask(
            "inbox rows",
            lambda replica: replica.inbox_rows(missing, text),
            self._rows_came,
            owner=self,
            urgent=True,
        )

    def _rows_came(self, rows: dict[int, InboxRow]) -> None:
        self._rows.keep(rows)
        self._tell(list(rows))

    def _tell(self, numbers: list[int]) -> None:
        """Say which rows look different now, each stretch once."""
        if not numbers:
            return
        first, last = self._wanted_range(len(self.numbers))
        near = {number: first + i for i, number in enumerate(self.numbers[first:last])}
        places = sorted(near[number] for number in numbers if number in near)
        start = 0
        for end in range(1, len(places) + 1):
            if end == len(places) or places[end] != places[end - 1] + 1:
                self.dataChanged.emit(self.index(places[start]), self.index(places[end - 1]))
                start = end

    def _wanted_range(self, count: int) -> tuple[int, int]:
        first, last = self._sight
        return max(0, first - AHEAD), min(max(count, 1), last + 1 + AHEAD)
