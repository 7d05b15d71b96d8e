"""One thing that takes long: what it is, how far it is, and a button that stops it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.long_work.long_work import Work
from workstation.ui.theme.fonts import font
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

PARTS: Final = 1000
"""Of the bar: a file may have more bytes than a bar counts."""


class WorkStrip(QWidget):
    """The bar runs along its upper edge; without a number it only says that something goes on."""

    def __init__(self, theme: Theme, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self.setObjectName("long work")
        self.setProperty("look", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.detail = QLabel(self)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setFont(font(12))
        self.detail.setProperty("look", "muted")
        for label in (self.words, self.detail):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._pressed)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self.words)
        said.addWidget(self.detail)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(10)
        row.addLayout(said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line = QWidget(self)
        self._line.setFixedHeight(1)
        self._line.setProperty("look", "line")
        self._line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column.addWidget(self.bar)
        column.addWidget(self._line)
        column.addLayout(row)
        self.follow()

    def follow(self) -> None:
        """Say how it is now."""
        work = self._work
        detail = translate("long work", "Stopping…") if work.stopping else work.detail
        self.words.setText(work.words)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.bar.setRange(0, PARTS if work.total or work.resting else 0)
        if work.total:
            self.bar.setValue(min(PARTS, PARTS * work.done // work.total))
        self.bar.setVisible(not work.resting)
        self._line.setVisible(work.resting)
        self.bar.setAccessibleName(", ".join(part for part in (work.words, detail) if part))
        what = translate("long work", "Go on") if work.resting else translate("long work", "Stop")
        self.button.setText(what)
        self.button.setAccessibleName(f"{what}: {work.words}")
        self.button.setEnabled(work.resting or work.can_stop)
        look = "" if work.resting else "quiet"
        if self.button.property("look") != look:
            self.button.setProperty("look", look)
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)

    def _pressed(self) -> None:
        work = self._work
        if work.go_on is not None:
            work.go_on()
        else:
            work.stop()
