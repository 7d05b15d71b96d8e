"""The plain parts of a panel: a section's heading, lines of text, a card with an edge."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workstation.ui.theme.fonts import STRONG, Size, font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless

Ink = Literal["text", "muted", "faint", "bad"]


class Words(QLabel):
    """Plain text in one of the three strengths; it wraps and can be selected."""

    def __init__(
        self,
        text: str = "",
        *,
        ink: Ink = "text",
        size: Size = 13,
        strong: bool = False,
        select: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, STRONG) if strong else font(size))
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if ink != "text":
            self.setProperty("look", ink)
        if select:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.say(text)

    def say(self, text: str) -> None:
        self.setText(harmless(text[:4_000]).replace("\u2028", "\n"))


class Heading(QWidget):
    """The name of a section, small and grey, with a remark on the right."""

    def __init__(self, text: str, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 2)
        title = Words(text, ink="faint", size=11, strong=True)
        title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        title.setWordWrap(False)
        layout.addWidget(title, 1)
        self.remark = Words(remark, ink="faint", size=11)
        self.remark.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.remark.setWordWrap(False)
        layout.addWidget(self.remark)


class Card(QWidget):
    """A box with one thin edge; in the accent colour when it is what this contact is about."""

    def __init__(
        self, theme: Theme, *, chosen: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen = chosen
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 9, 12, 10)
        self.column.setSpacing(2)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.color("accent" if self._chosen else "line")
        painter.setPen(QPen(edge, 1.3 if self._chosen else 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8), 9, 9)
