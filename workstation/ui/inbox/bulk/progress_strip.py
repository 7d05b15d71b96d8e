"""At the foot of the list while something is done with many contacts: how far it is, and a stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from workstation.ui.words import translate


class ProgressStrip(QFrame):
    """Hidden when all is done, and for what takes one part only."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self._words = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(90)
        self._stop = QPushButton(translate("bulk", "Stop"), self)
        self._stop.setProperty("look", "quiet")
        self._stop.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        words = translate("bulk", "{done} of {total} contacts").format(done=done, total=total)
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self.setVisible(0 < done < total)
