"""Garbage is collected in the thread that paints, and nowhere else.

Python collects in whatever thread happens to allocate. When that is a worker, and among the garbage
is a widget or a timer, Qt deletes it in the wrong thread and the process ends there and then.

What lives when the oldest generation is due for the first time, the programs and tables that were
loaded, lives as long as the desk: it is looked at that once, and never again. To look through all
of it would take several frames every few minutes.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS: Final = 1_000


class Collecting(QObject):
    """Belongs to the thread that makes it, and collects there, between events, what Python would
    have collected by itself. `stop` hands that back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._settled = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                if generation == 2 and not self._settled:
                    self._settled = True
                    gc.freeze()
                return

    def stop(self) -> None:
        self._timer.stop()
        if self._settled:
            gc.unfreeze()
        if self._was_on:
            gc.enable()
