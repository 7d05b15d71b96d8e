"""The second column: what this list is, in which order, what narrows it, and its contacts."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.lists import ANY, Filters, Order, View
from workstation.replica.rows.inbox import FoundLine
from workstation.ui.command import Listed
from workstation.ui.context import DeskContext
from workstation.ui.empty_state import EmptyState
from workstation.ui.guide.help_button import HelpButton
from workstation.ui.icons import icon
from workstation.ui.inbox.empty_words import empty_words
from workstation.ui.inbox.inbox_list import InboxList
from workstation.ui.inbox.inbox_model import InboxModel
from workstation.ui.inbox.list_title import ListTitle
from workstation.ui.inbox.order_button import OrderButton
from workstation.ui.inbox.order_menu import order_menu, order_words
from workstation.ui.inbox.views.view_deeds import ViewDeeds
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.tokens import TOP_BAR
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.ui.inbox.bulk.bulk import Bulk
    from workstation.ui.inbox.bulk.bulk_bar import BulkBar
    from workstation.ui.inbox.narrowing.filter_bar import FilterBar
    from workstation.ui.inbox.narrowing.filter_popup import FilterPopup


NARROW = 330
"""Below this width the order is an icon, so that the name of the list can be read."""
FOUND: Final = "all"
"""The kind of list that a search opens."""


class InboxView(QWidget):
    """`opened` says which contact was chosen, and whether the caret should go along with it."""

    opened = Signal(str, bool)
    empty_painted = Signal()
    """The words that there is nothing are painted."""
    turned = Signal(object, str)
    """A `View` and its title: another list was asked for here."""

    def __init__(self, context: DeskContext, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = InboxModel(context, view)
        self.model.setParent(self)
        self.list = InboxList(context, self.model, self)
        self.deeds = ViewDeeds(context, self)
        self.bar: FilterBar | None = None
        self.popup: FilterPopup | None = None
        self._before_found: View | None = None
        self.bulk_bar: BulkBar | None = None
        self.bulk: Bulk | None = None
        self._empty = EmptyState(context.theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._title = ListTitle(self)
        self._title.setFont(font(14, STRONG))
        self._count = QLabel(self)
        self._count.setProperty("look", "faint")
        self.filter = QToolButton(self)
        self.filter.setObjectName("inbox filter")
        self.filter.setCheckable(True)
        self.filter.setAccessibleName(context.commands.title("filter"))
        self.filter.setToolTip(context.commands.tooltip("filter"))
        self.filter.clicked.connect(self.open_filter)
        self._order = OrderButton(context.theme, self)
        self.help = HelpButton(context, "inbox", self)
        self._build()
        self.list.opened.connect(self.opened)
        self.list.marking.changed.connect(self._marked)
        self.list.menu_asked.connect(self._open_menu)
        self.model.settled.connect(self._settle)
        self.model.rowsInserted.connect(self._settle)
        self.model.rowsRemoved.connect(self._settle)
        context.news.mood_changed.connect(self._settle)
        context.news.reference_changed.connect(self._settle)
        context.news.reference_changed.connect(self.deeds.follow)
        context.theme.changed.connect(self._dress)
        self._empty.painted.connect(self.empty_painted)
        commands = context.commands
        commands.handle("filter", self.open_filter)
        commands.handle("clear_filter", lambda: self.narrow(ANY))
        commands.handle("select_contact", self.list.selecting.toggle)
        commands.handle("select_all", self.list.marking.everything)
        commands.handle("select_none", self.list.marking.clear)
        self._dress()
        self.say()

    # which list

    def show_view(self, view: View, title: str) -> None:
        """Show another list under its name."""
        if view.kind == FOUND and self.model.view.kind != FOUND:
            self._before_found = self.model.view
        self.name(title)
        self._turn(view)

    def name(self, title: str) -> None:
        self._title.setText(title)
        self._title.setToolTip(title)
        self._title.updateGeometry()
        self.list.setAccessibleName(title)

    @property
    def title(self) -> str:
        return self._title.text()

    def found(self, contact_id: str) -> FoundLine | None:
        """Where the search that this list shows found a contact."""
        if not self.model.view.filters.text:
            return None
        position = self.model.row_of(contact_id)
        row = None if position is None else self.model.at(position)
        return None if row is None else row.found

    def turn_to(self, view: View, title: str) -> None:
        """A list that was chosen in the sidebar: a kept view as it was kept, any other in the order
        and under the headings of before, without what narrowed it. What a search found has an
        order of its own, which stays with it."""
        before = self.model.view
        if before.kind == FOUND and self._before_found is not None:
            before = self._before_found
        if view.kind != "saved":
            view = replace(view, order=before.order, grouped=before.grouped)
        self.show_view(view, title)

    def start_with_order(self, order: Order) -> None:
        """The order of last time, before anything is shown."""
        self.model.view = replace(self.model.view, order=order)
        self.say()

    def narrow(self, filters: Filters) -> None:
        """Show what these filters leave of the list."""
        self._turn(replace(self.model.view, filters=filters))

    def stand_at_foot(self, bars: QWidget) -> None:
        """What goes on is said below the contacts."""
        self._column.addWidget(bars)

    def open_filter(self) -> None:
        """Every filter there is, under the button."""
        from workstation.ui.inbox.narrowing.filter_popup import FilterPopup

        self.popup = FilterPopup(self._context, self.model.view.filters, self)
        self.popup.narrowed.connect(self.narrow)
        self.popup.keep_asked.connect(self.deeds.keep)
        self.popup.destroyed.connect(self._popup_closed)
        self.popup.open_at(self.filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._order.narrow(event.size().width() < px(NARROW))

    # inside

    def _turn(self, view: View) -> None:
        self.model.show_view(view)
        self.deeds.turned()
        self.say()

    def say(self) -> None:
        """The order, the filters, and what can be done with the list."""
        view = self.model.view
        words = order_words(view)
        self._order.setText(words)
        self._order.setToolTip(words)
        self._order.setAccessibleName(translate("inbox", "Order: {order}").format(order=words))
        old = self._order.menu()
        self._order.setMenu(order_menu(self, view, self._turn))
        if old is not None:
            old.deleteLater()
        self.filter.setChecked(view.filters != ANY)
        if view.filters != ANY or self.bar is not None:
            self._filter_bar().show_filters(view.filters, self.deeds.offers())
        self._stands()

    def _filter_bar(self) -> "FilterBar":
        if self.bar is None:
            from workstation.ui.inbox.narrowing.filter_bar import FilterBar

            self.bar = FilterBar(self._context, self)
            self.bar.narrowed.connect(self.narrow)
            self.bar.keep_asked.connect(self.deeds.keep_filters)
            self._column.insertWidget(1, self.bar)
        return self.bar

    def _popup_closed(self) -> None:
        self.popup = None
        self.filter.setChecked(self.model.view.filters != ANY)

    def _marked(self) -> None:
        """Several are selected: what can be done with them stands in place of the head."""
        count = self.list.marking.count
        if count and self.bulk_bar is None:
            from workstation.ui.inbox.bulk.bulk import Bulk
            from workstation.ui.inbox.bulk.bulk_bar import BulkBar

            self.bulk_bar = BulkBar(self._context, self.list.marking, self._head)
            self._head.addWidget(self.bulk_bar)
            self.bulk = Bulk(self._context, self.list.marking, self.bulk_bar)
        if self.bulk_bar is not None:
            self._head.setCurrentIndex(1 if count else 0)
        self._stands()

    def _open_menu(self, at: QPoint) -> None:
        if self.bulk_bar is not None:
            self.bulk_bar.open_menu(at)

    def _stands(self) -> None:
        kept = self.deeds.kept
        self._context.commands.list_stands(
            Listed(
                marked=self.list.marking.count,
                narrowed=self.model.view.filters != ANY,
                kept=kept is not None and kept.changes,
            )
        )

    def _build(self) -> None:
        usual = QWidget(self)
        row = QHBoxLayout(usual)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.filter)
        row.addWidget(self._order)
        row.addWidget(self.help)
        row.setSpacing(4)
        self._head = QStackedWidget(self)
        self._head.setFixedHeight(px(TOP_BAR))
        self._head.addWidget(usual)
        line = QWidget(self)
        line.setFixedHeight(1)
        line.setProperty("look", "line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(line)
        self._column.addWidget(self._stack, 1)
        self.setTabOrder(self.filter, self._order)
        self.setTabOrder(self._order, self.help)
        self.setTabOrder(self.help, self.list)

    def _dress(self) -> None:
        tokens = self._context.theme.tokens
        self.filter.setIcon(icon("filter", tokens.muted, tokens.accent))

    def _settle(self, *_: object) -> None:
        count = self.model.contacts
        # A memory that has not even heard of this agent knows of nobody who waits, nor of nobody.
        fetching = self._context.mood.name in ("rebuilding", "resting") or not self._context.me.name
        self._count.setText(str(count) if count or (self.model.loaded and not fetching) else "")
        empty = self.model.loaded and not count
        if empty:
            self._empty.say(*empty_words(self.model.view, fetching=fetching))
        self._stack.setCurrentWidget(self._empty if empty else self.list)
