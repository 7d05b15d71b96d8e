"""Stands in place of the head of the list while contacts are selected: how many, and what to do."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workstation.ui.contact.key_button import IconButton
from workstation.ui.context import DeskContext
from workstation.ui.inbox.marking import Marking
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.menu import Menu
from workstation.ui.words import translate

BUTTONS: Final = (
    ("assign", "assign"),
    ("claim", "claim"),
    ("transfer", "transfer"),
    ("snooze", "snooze"),
    ("tag", "tag"),
)
"""Commands and their icons; the others are in the menu."""
IN_MENU: Final = ("mark_read", "mark_unread", "release", "select_all", "select_none")
SIDE: Final = 8


class BulkBar(QWidget):
    """Its buttons are the commands of a contact, which are about all that are selected now."""

    def __init__(self, context: DeskContext, marking: Marking, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._marking = marking
        commands = context.commands
        self._close = IconButton(
            context.theme, "close", commands.title("select_none"), "Esc", parent=self
        )
        self._close.clicked.connect(marking.clear)
        self.words = QLabel(self)
        self.words.setFont(font(13, STRONG))
        self.words.setMinimumWidth(1)  # the list stays as wide as it is
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(0)
        row.addWidget(self._close)
        row.addWidget(self.words)
        row.addStretch(1)
        self.buttons: dict[str, IconButton] = {}
        for name, icon in BUTTONS:
            button = IconButton(
                context.theme, icon, commands.title(name), commands.key(name), parent=self
            )
            button.setObjectName(f"bulk {name}")
            button.clicked.connect(lambda _=False, command=name: commands.run(command))
            row.addWidget(button)
            self.buttons[name] = button
        self._more = IconButton(context.theme, "more", translate("bulk", "More"), parent=self)
        self._more.setObjectName("bulk more")
        self._more.clicked.connect(self._open_menu)
        row.addWidget(self._more)
        marking.changed.connect(self._say)
        commands.situation_changed.connect(self._arrange)

    def anchor(self, name: str) -> QWidget:
        """Under which the menu of a command opens."""
        button = self.buttons.get(name)
        return button if button is not None and button.isVisible() else self

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        count = self._marking.count
        words = translate("bulk", "%n selected", None, count)
        self.words.setAccessibleName(words)
        self._arrange()

    def _arrange(self) -> None:
        """Where the words do not fit beside the buttons, only the number is written."""
        enabled = [name for name in self.buttons if self._context.commands.enabled(name)]
        for name, button in self.buttons.items():
            button.setVisible(name in enabled)
        words = self.words.accessibleName()
        taken = (len(enabled) + 2) * self._more.width() + 2 * SIDE
        fits = self.words.fontMetrics().horizontalAdvance(words) <= self.width() - taken
        self.words.setText(words if fits else str(self._marking.count))

    def menu(self, names: Iterable[str]) -> Menu:
        """What can be done with those that are selected, of these commands."""
        menu = Menu(self)
        commands = self._context.commands
        for name in names:
            if commands.enabled(name):
                key = commands.key(name)
                title = commands.title(name).replace("&", "&&")
                action = menu.addAction(f"{title}\t{key}" if key else title)
                action.triggered.connect(lambda _=False, command=name: commands.run(command))
        return menu

    def open_menu(self, at: QPoint) -> Menu:
        """All of it, at a point of the screen."""
        menu = self.menu([name for name, _ in BUTTONS] + list(IN_MENU))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        return menu

    def _open_menu(self) -> None:
        from workstation.ui.contact.contact_menus import open_under

        open_under(self.menu(IN_MENU), self._more)
