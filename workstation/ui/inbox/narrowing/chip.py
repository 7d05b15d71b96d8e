"""A small rounded button for one filter: pressed it counts, or it takes its filter away."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workstation.ui.icons import picture
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

HEIGHT: Final = 26
_PADDING: Final = 10
_CROSS: Final = 14
_WIDEST: Final = 260


class Chip(QAbstractButton):
    """With `closes` it shows a cross, and is always pressed."""

    def __init__(
        self, theme: Theme, words: str, spoken: str, parent: QWidget, *, closes: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._closes = closes
        self.setText(words)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setCheckable(not closes)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(12, MEDIUM)).horizontalAdvance(self.text()) + 1
        more = px(_CROSS) + 2 if self._closes else 0
        return QSize(min(round(wide + 2 * px(_PADDING) + more + 0.5), px(_WIDEST)), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(HEIGHT))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, on = self._theme.color, self._closes or self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "accent_soft" if on else "hover" if self.underMouse() else "surface"
        edge = "accent" if self.hasFocus() else "accent_soft" if on else "line"
        painter.setPen(QPen(color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(color(ground))
        if self.hasFocus():
            box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font(12, MEDIUM))
        painter.setPen(color("accent" if on else "text"))
        room = QRectF(self.rect()).adjusted(px(_PADDING), 0, -px(_PADDING), 0)
        if self._closes:
            cross = px(_CROSS)
            room.setRight(room.right() - cross - 2)
            mark = picture("close", self._theme.tokens.accent, cross, self.devicePixelRatioF())
            top = (self.height() - cross) // 2
            painter.drawPixmap(round(room.right()) + 4, top, mark)
        words = QFontMetricsF(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, middle, words)
