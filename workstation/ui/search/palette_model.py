"""What the palette shows for what is typed, in groups, one line each."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from workstation.replica.found import Found, Searched
from workstation.replica.rows.inbox import Hit
from workstation.rules.finding.completing import Place, place
from workstation.rules.finding.reading import Asked, read
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.search.as_list import AsList
from workstation.ui.search.found_lines import groups
from workstation.ui.search.lines import Line, group
from workstation.ui.search.local_lines import command_lines, recent_lines, setting_lines
from workstation.ui.search.looking_back import LookingBack
from workstation.ui.search.recents import Recents
from workstation.ui.search.trouble_words import trouble_words
from workstation.ui.search.values import PURPOSE as VALUES, Values
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
CONTACTS, COMMANDS, SETTINGS = 7, 4, 2
"""At most so many of each."""
NARROWED_CONTACTS = 40
"""At most so many, for who searches with operators or asks for more."""
SOON_MS = 60
"""After so long without an answer of the replica, what needs none is shown."""
PURPOSES = ("search", "search further", "search meant", VALUES)
STEP = 0.02
"""Seconds that a look further back may keep the reader from others."""


class PaletteModel(QAbstractListModel):
    """What was found stays until something newer was: nothing flickers while typing."""

    settled = Signal()
    """The first answer to what is typed now is shown."""
    finished = Signal()
    """Everything was looked at."""

    def __init__(self, context: DeskContext, recents: Recents, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._recents = recents
        self.lines: list[Line] = []
        self.asked = Asked()
        self.at: Place | None = None
        self._found = Found()
        self._guessed = False
        self._hits: list[Hit] = []
        self._further: int | None = None
        self._values = Values(context, self, self._lay_out)
        self._wide = False
        self._back = LookingBack(context, self._had_enough)
        self._as_list = AsList(context, self)
        self._as_list.counted.connect(self._lay_out)
        self._waits = False
        self._whole = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._lay_out)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.title, line.detail, line.right) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self.lines[index.row()].choosable:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @property
    def text(self) -> str:
        return self.asked.text

    @property
    def lists(self) -> bool:
        """Whether what was found makes a list of contacts."""
        return bool(self._hits) and not self.asked.troubles

    def rest(self) -> None:
        """Nobody looks any more: older contacts are looked for no further."""
        for purpose in PURPOSES:
            self._context.reader.cancel(purpose, self)
        self._as_list.forget()
        self._back.end()

    def more(self) -> None:
        """Find more contacts for the same text."""
        self.look_for(self.asked.text, wide=True)

    def look_for(self, text: str, caret: int | None = None, *, wide: bool = False) -> None:
        """Find `text`; a text that begins with ">" finds actions only."""
        self._wide = wide
        today = datetime.fromtimestamp(self._context.clock() / 1000).date()
        self.asked = read(text, today)
        self.at = place(self.asked.text, len(text) if caret is None else caret)
        self._whole = False
        self._back.end()
        if not text.strip() or text.lstrip().startswith(">"):
            self.rest()
            self._take(Found(), self.asked, whole=True)
            return
        self._waits = True
        self._soon.start()
        asked = self.asked
        limit = self._most

        def work(replica: ReplicaDoor) -> tuple[Asked, Found]:
            return asked, replica.find(asked, limit=limit)

        def show(answer: tuple[Asked, Found]) -> None:
            self._take(answer[1], answer[0])

        self._context.reader.ask("search", work, show, owner=self, urgent=True)
        self._values.look_for(self.at)

    def _take(self, found: Found, asked: Asked, *, whole: bool = False) -> None:
        """The first answer, if it is still what is asked."""
        if asked is not self.asked:
            return
        self._waits = False
        self._soon.stop()
        self._found, self._guessed = found, False
        self._hits = list(found.searched.hits)
        self._as_list.forget()
        self._further = found.searched.further
        self._whole = whole or self._is_whole()
        self._lay_out(anew=True)
        self.settled.emit()
        if whole:
            self.finished.emit()
            return
        self._go_on(asked)

    def _is_whole(self) -> bool:
        return self._further is None or len(self._hits) >= self._most

    @property
    def _most(self) -> int:
        return NARROWED_CONTACTS if self._wide or self.asked.narrowed else CONTACTS

    def _go_on(self, asked: Asked) -> None:
        """Look further back, a step at a time so that others are heard in between; then, where
        little was found, for what was meant."""
        below = self._further
        if below is not None and len(self._hits) < self._most:

            def further(replica: ReplicaDoor) -> Searched:
                return replica.look_further(asked, limit=self._most, below=below, patience=STEP)

            def add(searched: Searched) -> None:
                self._add(asked, searched)

            self._back.begin()
            self._context.reader.ask("search further", further, add, owner=self)
        elif asked.words.strip() and not asked.narrowed and self._is_poor():

            def meant(replica: ReplicaDoor) -> Found:
                return replica.find_meant(asked)

            def show(found: Found) -> None:
                self._mean(asked, found)

            self._context.reader.ask("search meant", meant, show, owner=self)
        else:
            self._finish()

    def _is_poor(self) -> bool:
        return not (self._found.customers or self._found.products or self._hits)

    def _add(self, asked: Asked, searched: Searched) -> None:
        if asked is not self.asked:
            return
        known = {hit.contact_id for hit in self._hits}
        new = [hit for hit in searched.hits if hit.contact_id not in known]
        self._hits += new
        self._further = searched.further
        if new:
            self._lay_out()
        self._go_on(asked)

    def _mean(self, asked: Asked, found: Found) -> None:
        if asked is not self.asked:
            return
        kept = self._found
        self._found = replace(
            kept,
            customers=kept.customers or found.customers,
            products=kept.products or found.products,
            answers=kept.answers or found.answers,
        )
        self._guessed = self._found != kept
        self._finish()

    def _had_enough(self) -> None:
        """What was found stays; no more is looked for."""
        self.rest()
        self._whole = True
        self._lay_out()
        self.finished.emit()

    def _finish(self) -> None:
        self._whole = True
        self._back.end()
        self._lay_out()
        self.finished.emit()
        if self.lists:
            self._as_list.count(self.asked)

    def _lay_out(self, *, anew: bool = False) -> None:
        lines = self._lines()
        if lines == self.lines and not anew:
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def _lines(self) -> list[Line]:
        asked, context, recents = self.asked, self._context, self._recents
        text = asked.text.strip()
        if not text:
            return recent_lines(context, recents)
        if text.startswith(">"):
            wanted = text.removeprefix(">").strip()
            return self._or_nothing(command_lines(context, recents, wanted, 200), wanted)
        lines: list[Line] = []
        words = asked.words.strip()
        language = context.language
        self._values.put(lines)
        lines += [
            Line("trouble", trouble_words(one, language), icon="info")
            for one in dict.fromkeys((*asked.troubles, *self._found.searched.troubles))
        ]
        found = self._found
        more: list[Line] = []
        if not self._wide and not asked.narrowed and len(self._hits) >= CONTACTS:
            more.append(Line("more", translate("search", "More contacts…"), icon="caret"))
        if self.lists:
            more.append(self._as_list.line())
        titled = list(groups(found, self._hits, more, words, recents, context))
        if words and not asked.narrowed:
            commands = command_lines(context, recents, words, COMMANDS)
            settings = setting_lines(context, recents, words, SETTINGS)
            own = [
                (translate("search", "Actions"), commands),
                (translate("search", "Settings"), settings),
            ]
            # A name that was only guessed at comes after what is called so.
            titled = own + titled if self._guessed else titled + own
        for title, members in titled:
            group(lines, title, members)
        return self._or_nothing(lines, text)

    def _or_nothing(self, lines: list[Line], text: str) -> list[Line]:
        if self._waits and not lines:
            return self.lines
        if (
            not self._whole
            and not any(line.kind == "contact" for line in lines)
            and not self._waits
        ):
            lines.append(Line("searching", translate("search", "Looking further back…")))
        elif not lines and text:
            words = translate("search", "Nothing found for “{text}”").format(text=text)
            lines.append(Line("nothing", words))
        return lines
