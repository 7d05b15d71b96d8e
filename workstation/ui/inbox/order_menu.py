"""In which order a list stands, and under which headings."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from workstation.replica.lists import Grouping, Order, View
from workstation.ui.theme.menu import Menu
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

ORDERS: Final[dict[Order, str]] = {
    "promise": QT_TRANSLATE_NOOP("inbox", "Promise first"),
    "newest": QT_TRANSLATE_NOOP("inbox", "Newest first"),
    "waiting": QT_TRANSLATE_NOOP("inbox", "Waiting longest"),
}
GROUPINGS: Final[dict[Grouping, str]] = {
    "": QT_TRANSLATE_NOOP("inbox", "No headings"),
    "promise": QT_TRANSLATE_NOOP("inbox", "By promise"),
    "channel": QT_TRANSLATE_NOOP("inbox", "By channel"),
    "product_type": QT_TRANSLATE_NOOP("inbox", "By kind of product"),
    "owner": QT_TRANSLATE_NOOP("inbox", "By owner"),
}


def order_menu(parent: QWidget, view: View, chosen: Callable[[View], None]) -> Menu:
    """`chosen` is given the list as it should stand."""
    menu = Menu(parent)
    orders = QActionGroup(menu)
    for order, words in ORDERS.items():
        if order == "promise" and not _promises(view):
            continue
        action = _add(menu, orders, translate("inbox", words), order == _order(view))
        wanted = replace(view, order=order)
        action.triggered.connect(lambda _=False, to=wanted: chosen(to))
    menu.addSeparator()
    groupings = QActionGroup(menu)
    for grouping, words in GROUPINGS.items():
        action = _add(menu, groupings, translate("inbox", words), grouping == view.grouped)
        wanted = replace(view, grouped=grouping)
        action.triggered.connect(lambda _=False, to=wanted: chosen(to))
    return menu


def order_words(view: View) -> str:
    return translate("inbox", ORDERS[_order(view)])


def _promises(view: View) -> bool:
    """What is done is promised to nobody any more."""
    return view.kind != "done"


def _order(view: View) -> Order:
    """By promise, what is promised nothing stands with the newest first."""
    return view.order if view.order != "promise" or _promises(view) else "newest"


def _add(menu: Menu, group: QActionGroup, words: str, checked: bool) -> QAction:
    action = QAction(words, menu)
    action.setCheckable(True)
    action.setChecked(checked)
    group.addAction(action)
    menu.addAction(action)
    return action
