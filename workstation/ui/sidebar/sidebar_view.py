"""The first column: every list, chosen by mouse, arrows or Ctrl and a number."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workstation.replica.lists import View
from workstation.replica.rows.inbox import Counts
from workstation.ui.command_actions import shown_key
from workstation.ui.commands import LIST_KEYS
from workstation.ui.contact.key_button import SMALL, IconButton
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.emptied import emptied
from workstation.ui.sidebar.sidebar_item import SidebarItem
from workstation.ui.sidebar.sidebar_model import Entry, Section, sections
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.tokens import SIDEBAR, SIDEBAR_FOLDED
from workstation.ui.ticking import Ticking
from workstation.ui.words import translate

OVER: Final = 8
"""Pixels over the name of a group of lists."""


class SidebarView(QScrollArea):
    """Builds its items once for a reference and then only changes their numbers."""

    chosen = Signal(object, str)
    """`View` and its title."""
    wished = Signal(str, object)
    """What is wanted of a kept view: "filter", "rename", "remove", "up" or "down"; or "new"."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._counts: Counts | None = None
        self._items: list[SidebarItem] = []
        self._titles: list[QWidget] = []
        self._shape: tuple[object, ...] = ()
        self._folded = False
        self._view = View("mine")
        self.setObjectName("sidebar")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget(self)
        self._page.setProperty("look", "window")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(0)
        self.setWidget(self._page)
        for number, key in enumerate(LIST_KEYS):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda at=number: self.choose_number(at))
        self._wide = px(SIDEBAR)
        self.setFixedWidth(self._wide)
        self._show()
        context.news.changed.connect(self._ask)
        context.news.reference_changed.connect(self._show)
        # Promises run out without anything changing: counted again every half minute.
        Ticking(self, self._ask, 30_000)

    def widen(self, width: int) -> None:
        """How wide it is, in device-independent pixels, unless it shows icons only."""
        self._wide = width
        if not self._folded:
            self.setFixedWidth(width)

    def fold(self, folded: bool) -> None:
        """Icons only, or icons and names."""
        if folded == self._folded:
            return
        self._folded = folded
        self.setFixedWidth(px(SIDEBAR_FOLDED) if folded else self._wide)
        for item in self._items:
            item.fold(folded)
        for title in self._titles:
            title.setVisible(not folded)

    @property
    def folded(self) -> bool:
        return self._folded

    @property
    def items(self) -> list[SidebarItem]:
        return self._items

    def choose_number(self, number: int) -> None:
        if number < len(self._items):
            self._items[number].click()

    def title_of(self, view: View) -> str:
        named = (item.entry.title for item in self._items if _same(item.entry.view, view))
        return next(named, unlisted(view))

    def mark(self, view: View) -> None:
        """Show which list is open, without opening it; none, when it is none of these."""
        self._view = view
        for item in self._items:
            item.setAutoExclusive(False)  # else the last one could not be let go
            item.setChecked(_same(item.entry.view, view))
        for item in self._items:
            item.setAutoExclusive(True)

    def _ask(self, *_: object) -> None:
        now = self._context.clock()

        def work(replica: ReplicaDoor) -> Counts:
            return replica.counts(now)

        if self._context.me.agent_id:
            self._context.reader.ask("counts", work, self._counted, owner=self)

    def _counted(self, counts: Counts) -> None:
        self._counts = counts
        self._show()

    def _show(self, *_: object) -> None:
        found = sections(self._context.reference, self._counts, self._context.language)
        shape = tuple((s.title, tuple(e.view for e in s.entries)) for s in found)
        if shape != self._shape:
            self._shape = shape
            self._build(found)
            return
        entries = [entry for section in found for entry in section.entries]
        for item, entry in zip(self._items, entries, strict=True):
            if item.entry != entry:
                item.show_entry(entry)

    def _build(self, found: tuple[Section, ...]) -> None:
        emptied(self._column)
        self._items.clear()
        self._titles.clear()
        for section in found:
            if section.title:
                self._column.addWidget(self._section_title(section))
            for entry in section.entries:
                self._column.addWidget(self._item(entry))
        self._column.addStretch(1)
        self.mark(self._view)

    def _section_title(self, section: Section) -> QWidget:
        line = QWidget(self._page)
        row = QHBoxLayout(line)
        line.setFixedHeight(max(SMALL, px(SMALL)) + OVER)  # the same with a button as without
        row.setContentsMargins(10, OVER, 2, 0)
        row.setSpacing(0)
        title = QLabel(section.title, line)
        title.setProperty("look", "section")
        title.setFont(QFont(font(11, STRONG)))
        row.addWidget(title, 1)
        if section.grows:
            name = translate("sidebar", "New view")
            add = IconButton(self._context.theme, "plus", name, parent=line, small=True)
            add.setObjectName("new view")
            add.clicked.connect(lambda: self.wished.emit("new", None))
            row.addWidget(add)
        line.setVisible(not self._folded)
        self._titles.append(line)
        return line

    def _item(self, entry: Entry) -> SidebarItem:
        number = len(self._items)
        key = shown_key(LIST_KEYS[number]) if number < len(LIST_KEYS) else ""
        item = SidebarItem(self._context.theme, entry, key, self._page)
        item.fold(self._folded)
        item.clicked.connect(lambda _=False, it=item: self._clicked(it))
        item.menu_asked.connect(lambda at, it=item: self._open_menu(it, at))
        item.wished.connect(lambda wish, it=item: self.wished.emit(wish, it.entry.kept))
        self._items.append(item)
        return item

    def _open_menu(self, item: SidebarItem, at: QPoint) -> None:
        from workstation.ui.sidebar.view_menu import view_menu

        kept = item.entry.kept
        if kept is not None:
            others = self._context.reference.views
            # The keys that the menu shows are those of the row that has the keyboard.
            item.setFocus(Qt.FocusReason.PopupFocusReason)
            menu = view_menu(self, kept, others, lambda wish: self.wished.emit(wish, kept))
            menu.popup(item.mapToGlobal(at))

    def _clicked(self, item: SidebarItem) -> None:
        self._view = item.entry.view
        self.chosen.emit(item.entry.view, item.entry.title)


def unlisted(view: View) -> str:
    """What a list is called that is none of the sidebar."""
    if view.kind != "all":
        return ""
    if view.filters.text:
        return translate("search", "Search results")
    return translate("views", "Every open contact")


def _same(one: View, other: View) -> bool:
    return (one.kind, one.team_id, one.saved_id) == (other.kind, other.team_id, other.saved_id)
