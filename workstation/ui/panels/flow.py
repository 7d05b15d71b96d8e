"""Small widgets beside one another, on as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 6


class Flow(QWidget):
    def __init__(self, widgets: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = list(widgets)
        for widget in self._widgets:
            widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(240)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width())

    def settle(self) -> None:
        """A widget in it is as wide as something else now."""
        self._lay_out(self.width())

    def _lay_out(self, wide: int) -> None:
        x = y = line = 0
        for widget in self._widgets:
            hint = widget.sizeHint()
            width = min(hint.width(), wide)
            if x and x + width > wide:
                x, y, line = 0, y + line + GAP, 0
            widget.setGeometry(x, y, width, hint.height())
            x += width + GAP
            line = max(line, hint.height())
        self.setFixedHeight(max(y + line, 1))
