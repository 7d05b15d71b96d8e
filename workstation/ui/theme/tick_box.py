"""What is ticked or not, and what is one of a few: drawn so that the empty ones are seen too.

Qt's own draws its edge darker than the window, which in the dark is no edge.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from workstation.ui.icons import picture
from workstation.ui.theme.fonts import font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

SIDE: Final = 18
BESIDE: Final = 8
LEAST: Final = 26
"""Of what can be hit. The box stands at its edge, in line with what is above and below: at the left
with words, at the right without them."""


class TickBox(QCheckBox):
    """The whole of it is pressed, its words too."""

    def __init__(self, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        _settle(self, theme)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _paint_edge(painter, self, self._theme, 4)
        if self.isChecked():
            ink = self._theme.tokens.on_accent if self.isEnabled() else self._theme.tokens.faint
            side = round(box.width()) - 4
            sign = picture("check", ink, side, self.devicePixelRatioF())
            painter.drawPixmap(round(box.x()) + 2, round(box.y()) + 2, sign)


class RoundBox(QRadioButton):
    """One of a few: choosing it takes the choice from the others."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        _settle(self, theme)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _paint_edge(painter, self, self._theme, px(SIDE) / 2)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("on_accent"))
            inset = box.width() * 0.32
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def _settle(button: QAbstractButton, theme: Theme) -> None:
    button.setFont(font(13))
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    theme.changed.connect(button.update)


def _size(button: QAbstractButton) -> QSize:
    wide = px(SIDE)
    if button.text():
        words = QFontMetrics(button.font()).size(Qt.TextFlag.TextShowMnemonic, button.text())
        wide += BESIDE + words.width()
    return QSize(max(LEAST, wide), max(LEAST, px(SIDE)))


def _paint_edge(painter: QPainter, button: QAbstractButton, theme: Theme, round_: float) -> QRectF:
    """The box with its words, and a stronger edge while it has the keyboard; where the box is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side, on = px(SIDE), button.isChecked()
    right_to_left = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    at_right = right_to_left == bool(button.text())
    left = button.width() - side if at_right else 0
    box = QRectF(left, (button.height() - side) / 2, side, side)
    edge, ground = "faint", "surface"
    if not button.isEnabled():
        edge, ground = "line", "sunken"
    elif on:
        edge = ground = "accent"
    elif button.underMouse():
        edge = "text"
    painter.setPen(QPen(theme.color(edge), 1.4))
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), round_, round_)
    if button.hasFocus():
        painter.setPen(QPen(theme.color("text" if on else "accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), round_, round_)
    if button.text():
        painter.setFont(button.font())
        painter.setPen(theme.color("text" if button.isEnabled() else "faint"))
        taken = side + BESIDE
        room = QRect(0 if right_to_left else taken, 0, button.width() - taken, button.height())
        start = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        flags = start | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(room, flags, button.text())
    return box
