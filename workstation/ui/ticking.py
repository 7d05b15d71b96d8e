"""A clock that starts when its widget is shown and rests when it is hidden."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Ticking(QObject):
    """Calls `tick` every `milliseconds` while `widget` can be seen, and once when it appears."""

    def __init__(self, widget: QWidget, tick: Callable[[], None], milliseconds: int = 1000) -> None:
        super().__init__(widget)
        self._tick = tick
        self._timer = QTimer(self)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(tick)
        widget.installEventFilter(self)
        if widget.isVisible():
            self._timer.start()

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._timer.start()
            self._tick()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return False
