"""A menu with round corners where the system can show them, and within it menus that have them."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QWidget

from workstation.ui.icons import picture
from workstation.ui.theme.round_corners import round_corners
from workstation.ui.theme.sizes import px

SIGN: Final = 14
FROM_EDGE: Final = 7
"""Between a sign and the edge of the entry it stands in, in device-independent pixels."""

QUIET: Final = 0.6
"""How strong a sign is that only tells where one could go, or what cannot be chosen now."""


class Menu(QMenu):
    """What opens from a button, or under the mouse. Its signs are the desk's own, and grow with the
    text: what is ticked, and what opens another menu. Qt's are not painted (the style sheet knows
    it by the property `signs`)."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        self.setProperty("signs", "own")
        round_corners(self)

    def within(self, title: str) -> "Menu":
        """A menu that opens from an entry of this one."""
        menu = Menu(self, title)
        self.addMenu(menu)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.Text).name()
        side, from_right = px(SIGN), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for action in self.actions():
            room = self.actionGeometry(action)
            begins, ends = room.left() + FROM_EDGE, room.right() + 1 - FROM_EDGE - side
            signs = []
            if action.isCheckable() and action.isChecked():
                signs.append(("check", ends if from_right else begins))
            if action.menu() is not None:
                opens = "previous" if from_right else "next"
                signs.append((opens, begins if from_right else ends))
            for name, x in signs:
                painter.setOpacity(1 if name == "check" and action.isEnabled() else QUIET)
                top = room.top() + (room.height() - side) // 2
                sign = picture(name, ink, side, self.devicePixelRatioF())
                painter.drawPixmap(QPoint(x, top), sign)
