"""A choice of a few that drops down, and shows that it does."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox


class DropDown(QComboBox):
    """The style sheet leaves the arrow to us."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = 18.0
        else:
            x = self.width() - 18.0
        y = self.height() / 2
        corners = (QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2))
        painter.drawPolyline(corners)
