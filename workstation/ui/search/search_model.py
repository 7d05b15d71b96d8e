"""What was found, in groups, one line each."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workstation.replica.rows import Hit
from workstation.ui.commands import TABLE
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.inbox.inbox_words import age
from workstation.ui.paintable import paintable_line
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["group", "customer", "contact", "product", "command", "nothing"]

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
CUSTOMERS, CONTACTS, PRODUCTS, COMMANDS = 5, 10, 4, 5
"""At most so many of each."""


@dataclass(frozen=True, slots=True)
class Line:
    """`spans` are (start, end) offsets into `title` of what matched."""

    kind: Kind
    title: str
    spans: tuple[tuple[int, int], ...] = ()
    detail: str = ""
    right: str = ""
    channel: str = ""
    target: str = ""
    message_id: str = ""
    variant_id: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    customers: list[tuple[str, str, str]]
    hits: list[Hit]
    products: list[tuple[str, str | None, str]]


class SearchModel(QAbstractListModel):
    """Asks the reader for the newest text only; `settled` comes when its answer is shown."""

    settled = Signal()

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        self.lines: list[Line] = []
        self.text = ""

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
        if index.isValid() and self.lines[index.row()].kind in ("group", "nothing"):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def look_for(self, text: str) -> None:
        """Find `text`; a text that begins with ">" finds commands only."""
        self.text = text = text.strip()
        if not text or text.startswith(">"):
            self._context.reader.cancel("search")
            self._show(_Found(text, [], [], []))
            return

        # A product is shown beside the contact it is about.
        products = PRODUCTS if self._context.commands.situation.head is not None else 0

        def work(replica: ReplicaDoor) -> _Found:
            return _Found(
                text,
                replica.find_customers(text, CUSTOMERS),
                replica.search(text, CONTACTS),
                replica.find_products(text, products) if products else [],
            )

        self._context.reader.ask("search", work, self._show, owner=self, urgent=True)

    def _show(self, found: _Found) -> None:
        if found.text != self.text:
            return
        lines: list[Line] = []
        wanted = found.text.removeprefix(">").strip()
        self._group(lines, translate("search", "Customers"), self._customers(found))
        self._group(lines, translate("search", "Contacts"), self._contacts(found))
        self._group(lines, translate("search", "Products"), self._products(found))
        self._group(lines, translate("search", "Actions"), self._commands(wanted))
        if not lines and wanted:
            words = translate("search", "Nothing found for “{text}”").format(text=wanted)
            lines.append(Line("nothing", words))
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        self.settled.emit()

    @staticmethod
    def _group(lines: list[Line], title: str, members: list[Line]) -> None:
        if members:
            lines.append(Line("group", title))
            lines.extend(members)

    def _customers(self, found: _Found) -> list[Line]:
        lines = []
        for customer_id, name, detail in found.customers:
            title = paintable_line(name)
            lines.append(
                Line(
                    "customer",
                    title,
                    matches(title, found.text),
                    detail=paintable_line(detail),
                    target=customer_id,
                )
            )
        return lines

    def _contacts(self, found: _Found) -> list[Line]:
        now, language = self._context.clock(), self._context.language
        return [
            Line(
                "contact",
                hit.snippet,
                hit.spans,
                detail=paintable_line(hit.name),
                right=age(hit.at, now, language),
                channel=hit.channel,
                target=hit.contact_id,
                message_id=hit.message_id,
            )
            for hit in found.hits
        ]

    def _products(self, found: _Found) -> list[Line]:
        lines = []
        for product_id, variant_id, name in found.products:
            title = paintable_line(name)
            spans = matches(title, found.text)
            lines.append(
                Line("product", title, spans, target=product_id, variant_id=variant_id or "")
            )
        return lines

    def _commands(self, wanted: str) -> list[Line]:
        commands = self._context.commands
        lines = []
        for command in TABLE:
            title = commands.title(command.name)
            spans = matches(title, wanted)
            if (spans or not wanted) and commands.enabled(command.name):
                lines.append(
                    Line(
                        "command",
                        title,
                        spans,
                        right=commands.key(command.name),
                        target=command.name,
                    )
                )
        return lines if self.text.startswith(">") else lines[:COMMANDS]


def matches(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Where the words of `wanted` begin a word of `text`."""
    words = wanted.split()
    if not words:
        return ()
    spans: list[tuple[int, int]] = []
    for word in words:
        found = re.search(r"(?<!\w)" + re.escape(word), text, re.IGNORECASE)
        if found is None:
            return ()
        spans.append(found.span())
    return tuple(sorted(spans))
