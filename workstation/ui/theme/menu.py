"""A menu with round corners where the system can show them, and within it menus that have them."""

from PySide6.QtWidgets import QMenu, QWidget

from workstation.ui.theme.round_corners import round_corners


class Menu(QMenu):
    """What opens from a button, or under the mouse."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        round_corners(self)

    def within(self, title: str) -> "Menu":
        """A menu that opens from an entry of this one."""
        menu = Menu(self, title)
        self.addMenu(menu)
        return menu
