"""The order of a list over it: its words with a caret behind them, or a sign alone."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from workstation.ui.icons import picture
from workstation.ui.theme.fonts import font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

SIGN: Final = 16
SIDE: Final = 8
BETWEEN: Final = 4
HIGH: Final = 30


class OrderButton(QToolButton):
    """Qt would stand the words in the middle of what the sign leaves, far from it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.setObjectName("inbox order")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme.changed.connect(self.update)

    def narrow(self, narrow: bool) -> None:
        """Whether to show the sign alone."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wide = px(SIGN) + 2 * SIDE
        if not self._narrow:
            wide += QFontMetrics(font()).horizontalAdvance(self.text()) + BETWEEN
        return QSize(wide, px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        ink = self._theme.color("text" if self.underMouse() or self.hasFocus() else "muted")
        side = px(SIGN)
        room = self.rect().adjusted(SIDE, 0, -SIDE, 0)
        place = QRect(room.right() + 1 - side, (self.height() - side) // 2, side, side)
        if self._narrow:
            place.moveCenter(self.rect().center())
        else:
            painter.setFont(font())
            painter.setPen(ink)
            words = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
            start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, start, self.text())
        name = "sort" if self._narrow else "caret"
        sign = picture(name, ink.name(), side, self.devicePixelRatioF())
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        painter.drawPixmap(place.topLeft(), sign)
