"""Qt's application, which on macOS is where the system hands over a link that was clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class DeskApplication(QApplication):
    link_given = Signal(str)
    """As the system gave it: well formed or not."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(list(words))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.link_given.emit(event.url().toString())
            return True
        return super().event(event)
