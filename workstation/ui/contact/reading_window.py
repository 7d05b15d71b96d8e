"""A message too long for a bubble, to read in peace: filled bit by bit, so nothing freezes."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows.contact import MessageRow
from workstation.ui.theme.fonts import font
from workstation.ui.theme.window_size import open_size
from workstation.ui.transcript.harmless import harmless
from workstation.ui.transcript.message_menu import copy_text
from workstation.ui.words import translate

LONGEST_LINE: Final = 1_000
"""Characters; a longer line is broken, for laying out one endless line takes seconds."""
AT_ONCE: Final = 60
"""Lines added in one go."""


class ReadingWindow(QDialog):
    def __init__(self, message: MessageRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("contact", "Whole message"))
        self._lines = broken_lines(message.text)
        self._next = 0
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFont(font(13))
        self.text.setAccessibleName(self.windowTitle())
        self.text.setUndoRedoEnabled(False)
        copy = QPushButton(translate("contact", "Copy all"), self)
        copy.clicked.connect(lambda: copy_text(message.text))
        close = QPushButton(translate("contact", "Close"), self)
        close.clicked.connect(self.accept)
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(copy)
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.text)
        layout.addLayout(bar)
        open_size(self, 760, 620)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._more)
        self._more()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._timer.start()

    @property
    def filled(self) -> bool:
        return self._next >= len(self._lines)

    def _more(self) -> None:
        stretch = self._lines[self._next : self._next + AT_ONCE]
        self._next += AT_ONCE
        if stretch:
            self.text.appendPlainText("\n".join(stretch))
        if self.filled:
            self._timer.stop()


def broken_lines(text: str) -> list[str]:
    """The lines of a text, made harmless, none longer than `LONGEST_LINE`."""
    lines = []
    for line in harmless(text).split("\u2028"):
        rest = line
        while len(rest) > LONGEST_LINE:
            at = rest.rfind(" ", LONGEST_LINE // 2, LONGEST_LINE)
            at = LONGEST_LINE if at < 0 else at + 1
            lines.append(rest[:at])
            rest = rest[at:]
        lines.append(rest)
    return lines
