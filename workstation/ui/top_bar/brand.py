"""The program's sign and name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

NAME = "Workstation"


class Brand(QWidget):
    """Three lines on a square: a list of people to help. The name goes when there is no room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folded = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(NAME)
        theme.changed.connect(self.update)

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(18 if self._folded else 180), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, self._theme, 0, px(3), px(18))
        if not self._folded:
            painter.setFont(font(14, STRONG))
            painter.setPen(self._theme.color("text"))
            painter.drawText(
                QRectF(px(26), 0, px(150), px(24)), Qt.AlignmentFlag.AlignVCenter, NAME
            )


def paint_sign(painter: QPainter, theme: Theme, x: float, y: float, size: float) -> None:
    """The sign in a square of `size`."""
    unit = size / 18
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(QRectF(x, y, size, size), 5 * unit, 5 * unit)
    painter.setBrush(theme.color("on_accent"))
    for line in (5, 8, 11):
        painter.drawRoundedRect(
            QRectF(x + 4 * unit, y + line * unit, 10 * unit, 2 * unit), unit, unit
        )
