"""What drops down, and shows that it does: a choice of a few, or a button that opens a list."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QPushButton, QStyledItemDelegate, QWidget

from workstation.ui.theme.round_corners import lets_through, round_corners
from workstation.ui.theme.sizes import px


class DropDown(QComboBox):
    """The style sheet leaves the arrow to us; Qt's own painter of the list would heed it little."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))
        list_ = self.view()
        if lets_through():
            list_.setProperty("round", True)
            round_corners(list_.window())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)


class DropButton(QPushButton):
    """Looks the same, for what opens a list of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "drop")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)


def _paint_arrow(widget: QWidget) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = widget.palette().color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = 18.0 if mirrored else widget.width() - 18.0
    y = widget.height() / 2
    wide, high = px(4), px(2)
    painter.drawPolyline(
        (QPointF(x - wide, y - high), QPointF(x, y + high), QPointF(x + wide, y - high))
    )
