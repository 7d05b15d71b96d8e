"""All that a search finds, as a list of the inbox: how many there are, and the line to open it."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from workstation.replica.lists import Filters, View
from workstation.rules.finding.reading import Asked
from workstation.ui.contact.moments import locale_of
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.search.lines import Line
from workstation.ui.words import translate

AS_LIST: Final = "list_found"
"""The command that opens it."""
MOST: Final = 1000
"""Contacts that are counted."""
LONGEST: Final = 200
"""Characters of a search that a list can be narrowed by, and a view can keep."""


def list_of(text: str) -> View:
    """Everything that is looked for by a text, with its operators."""
    return View("all", order="newest", filters=Filters(text=" ".join(text.split())[:LONGEST]))


class AsList(QObject):
    """Counts what was found, once the search has come to its end."""

    counted = Signal()

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._count = 0

    def count(self, asked: Asked) -> None:
        view = list_of(asked.text)

        def work(replica: ReplicaDoor) -> int:
            return replica.count(view, MOST)

        self._context.reader.ask("search count", work, self._show, owner=self)

    def forget(self) -> None:
        """Something else is looked for, or nothing."""
        self._count = 0
        self._context.reader.cancel("search count", self)

    def _show(self, count: int) -> None:
        self._count = count
        self.counted.emit()

    def line(self) -> Line:
        """How many, as soon as that is known."""
        count = locale_of(self._context.language).toString(self._count)
        if self._count >= MOST:
            count += "+"
        words = translate("search", "Show all as a list")
        if self._count > 1:
            words = translate("search", "Show all {count} as a list").format(count=count)
        key = self._context.commands.key(AS_LIST)
        return Line("list", words, right=key, keyed=bool(key), icon="inbox")
