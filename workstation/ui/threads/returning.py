"""The way back to the GUI thread: calls handed over from any thread, made there in order."""

from collections import deque
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot


class Returning(QObject):
    """Belongs to the thread that makes it. Only the signal crosses threads, without arguments;
    what it announces waits in a deque, so nothing of Python's travels through Qt's event queue."""

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: deque[tuple[QObject | None, Callable[[], None]]] = deque()
        self._arrived.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def call(self, what: Callable[[], None], owner: QObject | None = None) -> None:
        """Have `what` called in the GUI thread; not at all when `owner` is gone by then."""
        self._calls.append((owner, what))
        if shiboken6.isValid(self):
            self._arrived.emit()

    @Slot()
    def _make(self) -> None:
        owner, what = self._calls.popleft()
        if owner is None or shiboken6.isValid(owner):
            what()
