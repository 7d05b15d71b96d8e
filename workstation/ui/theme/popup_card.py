"""A popup with round corners: outside of them one sees what is behind it, where that can be."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from workstation.ui.theme.round_corners import lets_through, round_corners
from workstation.ui.theme.theme import Theme
from workstation.ui.theme.tokens import RADIUS_LARGE

EDGE: Final = 0.5
"""Half of the line around it, so that it falls on whole pixels."""


class PopupCard(QFrame):
    """A style sheet paints no ground on a window that lets through, so it is painted here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        round_corners(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color("raised"))
        around = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        if lets_through():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(around, RADIUS_LARGE, RADIUS_LARGE)
        else:
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
