"""A line of an order whose article is in the catalogue: a click or Enter opens its product."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workstation.ui.panels.fact import Fact
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

LEAST: Final = 24
"""Device-independent pixels: high enough to be hit."""
AROUND: Final = 4
"""Above and below the words of a line: they stand as far apart, however many there are."""


class OrderLine(Fact):
    """It is copied like any fact, too: what is selected with the mouse opens nothing."""

    opened = Signal()

    def __init__(
        self, theme: Theme, text: str, cost: str = "", parent: QWidget | None = None
    ) -> None:
        """`cost` stands beside it, and is said with it."""
        super().__init__(theme, text, size=12, parent=parent)
        self._theme = theme
        self._opens = translate("panels", "Open the product")
        self.setToolTip(self._opens)
        said = ", ".join(part for part in (self.text(), cost, self._opens) if part)
        self.setAccessibleName(said)
        self.setContentsMargins(0, px(AROUND), 0, px(AROUND))
        self.setMinimumHeight(max(LEAST, px(LEAST)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not self.hasSelectedText() and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def fill_menu(self, menu: Menu) -> None:
        menu.addAction(self._opens, self.opened.emit)
        super().fill_menu(menu)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            painter.end()
        super().paintEvent(event)
