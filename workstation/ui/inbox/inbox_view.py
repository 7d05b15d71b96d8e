"""The second column: what this list is, in which order, and its contacts."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows import Order, View, ViewKind
from workstation.ui.context import DeskContext
from workstation.ui.empty_state import EmptyState
from workstation.ui.inbox.inbox_list import InboxList
from workstation.ui.inbox.inbox_model import InboxModel
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.tokens import TOP_BAR
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

ORDERS: Final[dict[Order, str]] = {
    "promise": QT_TRANSLATE_NOOP("inbox", "Promise first"),
    "newest": QT_TRANSLATE_NOOP("inbox", "Newest first"),
    "waiting": QT_TRANSLATE_NOOP("inbox", "Waiting longest"),
}

EMPTY: Final[dict[ViewKind, tuple[str, str, str]]] = {
    "mine": (
        "inbox",
        QT_TRANSLATE_NOOP("inbox", "Nothing waits for you"),
        QT_TRANSLATE_NOOP("inbox", "Take a contact from one of your teams when you are ready."),
    ),
    "team": (
        "team",
        QT_TRANSLATE_NOOP("inbox", "This team is up to date"),
        QT_TRANSLATE_NOOP("inbox", "New contacts appear here by themselves."),
    ),
    "snoozed": (
        "snooze",
        QT_TRANSLATE_NOOP("inbox", "Nothing is put away"),
        QT_TRANSLATE_NOOP("inbox", "A snoozed contact waits here until its moment comes."),
    ),
    "done": (
        "done",
        QT_TRANSLATE_NOOP("inbox", "Nothing wrapped up yet"),
        QT_TRANSLATE_NOOP("inbox", "What you wrap up can be found again here."),
    ),
    "all": (
        "all",
        QT_TRANSLATE_NOOP("inbox", "No contacts here"),
        QT_TRANSLATE_NOOP("inbox", "As soon as a customer writes, it shows here."),
    ),
}
"""Icon, title and what to do, for each kind of list."""
FETCHING: Final = (
    "sync",
    QT_TRANSLATE_NOOP("inbox", "Your contacts are on their way"),
    QT_TRANSLATE_NOOP("inbox", "The first time this takes a moment."),
)


class InboxView(QWidget):
    """`opened` says which contact was chosen, and whether the caret should go along with it."""

    opened = Signal(str, bool)
    empty_painted = Signal()
    """The words that there is nothing are painted."""

    def __init__(self, context: DeskContext, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = InboxModel(context, view)
        self.model.setParent(self)
        self.list = InboxList(context, self.model, self)
        self._empty = EmptyState(context.theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._title = QLabel(self)
        self._title.setFont(font(14, STRONG))
        self._count = QLabel(self)
        self._count.setProperty("look", "faint")
        self._order = QToolButton(self)
        self._order.setObjectName("inbox order")
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._order.setMenu(self._order_menu())
        self._build()
        self.list.opened.connect(self.opened)
        self.model.settled.connect(self._settle)
        self.model.rowsInserted.connect(self._settle)
        self.model.rowsRemoved.connect(self._settle)
        context.news.mood_changed.connect(self._settle)
        self._empty.painted.connect(self.empty_painted)
        self.say_order()

    def show_view(self, view: View, title: str) -> None:
        """Show another list under its name."""
        self._title.setText(title)
        self.list.setAccessibleName(title)
        self.model.show_view(view)
        self.say_order()

    def name(self, title: str) -> None:
        self._title.setText(title)
        self.list.setAccessibleName(title)

    @property
    def title(self) -> str:
        return self._title.text()

    def start_with_order(self, order: Order) -> None:
        """The order of last time, before anything is shown."""
        self.model.view = replace(self.model.view, order=order)
        self._order.setMenu(self._order_menu())
        self.say_order()

    def say_order(self) -> None:
        words = translate("inbox", ORDERS[self.model.view.order])
        self._order.setText(f"{words}  ▾")
        self._order.setAccessibleName(translate("inbox", "Order: {order}").format(order=words))

    def _build(self) -> None:
        head = QWidget(self)
        head.setFixedHeight(TOP_BAR)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._order)
        line = QWidget(self)
        line.setFixedHeight(1)
        line.setProperty("look", "line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)
        self.setTabOrder(self._order, self.list)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, title in ORDERS.items():
            action = QAction(translate("inbox", title), menu)
            action.setCheckable(True)
            action.setChecked(order == self.model.view.order)
            action.setData(order)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._order_chosen)
        return menu

    def _order_chosen(self, action: QAction) -> None:
        self.model.order_by(action.data())
        self.say_order()

    def _settle(self, *_: object) -> None:
        count = self.model.rowCount()
        self._count.setText(str(count) if count or self.model.loaded else "")
        empty = self.model.loaded and not count
        if empty:
            fetching = self._context.mood.name == "rebuilding"
            icon, title, detail = FETCHING if fetching else EMPTY[self.model.view.kind]
            self._empty.say(icon, translate("inbox", title), translate("inbox", detail))
        self._stack.setCurrentWidget(self._empty if empty else self.list)
