"""The menu of a kept view in the sidebar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workstation.replica.lists import SavedViewRow
from workstation.ui.theme.menu import Menu
from workstation.ui.words import translate


def view_menu(
    parent: QWidget,
    kept: SavedViewRow,
    among: Sequence[SavedViewRow],
    chosen: Callable[[str], None],
) -> Menu:
    """`chosen` is told the wish. What this person may not change is grey."""
    menu = Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(kept.name)
    at = next((n for n, one in enumerate(among) if one.view_id == kept.view_id), 0)
    entries = (
        ("filter", translate("sidebar", "Change its filters…"), True),
        ("rename", translate("sidebar", "Rename or share…") + "\tF2", kept.changes),
        ("up", translate("sidebar", "Move up"), kept.changes and at > 0),
        ("down", translate("sidebar", "Move down"), kept.changes and at < len(among) - 1),
        ("remove", translate("sidebar", "Remove") + "\tDel", kept.changes),
    )
    for wish, words, enabled in entries:
        if wish in ("up", "remove"):
            menu.addSeparator()
        action = menu.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False, which=wish: chosen(which))
    return menu
