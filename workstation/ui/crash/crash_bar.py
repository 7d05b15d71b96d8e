"""A bar that offers the report of what went wrong the last time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from workstation.ui.words import translate


class CrashBar(QWidget):
    """`look` when it is to be read; put away, it does not come back for the same report."""

    look = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("crash bar")
        self.setProperty("look", "strip warn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        said = translate("crash", "Something went wrong the last time. What you typed was kept.")
        words = QLabel(said, self)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(said)
        self.show_button = QPushButton(translate("crash", "Look at the report"), self)
        self.later = QPushButton(translate("crash", "No, thanks"), self)
        self.later.setProperty("look", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.later)
        self.show_button.clicked.connect(self.look)
        self.later.clicked.connect(self.dismissed)
