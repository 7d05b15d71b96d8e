"""Draws the eye to one part of the window; the mouse goes through it."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workstation.ui.theme.theme import Theme

SHADE: Final = 0.22
ROUND: Final = 8
ROOM: Final = 3


class Spotlight(QWidget):
    """Lies over the window, darker everywhere but at `place`."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._place = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        theme.changed.connect(self.update)

    @property
    def place(self) -> QRect:
        return self._place

    def light(self, place: QRect) -> None:
        """In the window's coordinates."""
        if place != self._place:
            self._place = place
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = QRectF(self._place.adjusted(ROOM, ROOM, -ROOM, -ROOM))
        around = QPainterPath()
        around.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(lit, ROUND, ROUND)
        dark = self._theme.tokens.dark
        shade = QColor(self._theme.color("sunken" if dark else "text"))
        shade.setAlphaF(2.2 * SHADE if dark else SHADE)
        painter.fillPath(around.subtracted(hole), shade)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(hole)
