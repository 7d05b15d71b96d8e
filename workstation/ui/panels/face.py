"""The head of the customer panel: the face, the name, and a line about them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workstation.ui.panels.section import Words
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line


class Face(QWidget):
    def __init__(self, theme: Theme, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(12)
        layout.addWidget(_Avatar(harmless_line(name)))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Words(harmless_line(name), size=14, strong=True, select=True))
        if about:
            column.addWidget(Words(about, ink="muted", size=12))
        layout.addLayout(column, 1)


class _Avatar(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), self._name, 0, 0, 36)
