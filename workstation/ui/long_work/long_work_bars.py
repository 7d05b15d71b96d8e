"""At the foot of the list: a strip for everything that takes long, gone when nothing does."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.long_work.long_work import Work
from workstation.ui.long_work.work_strip import WorkStrip

SOON_MS: Final = 400
"""What ends within this was not long: nothing flickers."""
MOST: Final = 3
"""Strips at once; the newest wait until there is room."""


class LongWorkBars(QWidget):
    """Follows `context.long_work`."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.strips: dict[Work, WorkStrip] = {}
        self._since: dict[Work, QElapsedTimer] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow)
        context.long_work.changed.connect(self._follow)
        context.commands.handle("stop_work", context.long_work.stop_newest)
        self._follow()

    def _follow(self) -> None:
        works = self._context.long_work.works
        for work in [one for one in self._since if one not in works]:
            del self._since[work]
            strip = self.strips.pop(work, None)
            if strip is not None:
                strip.hide()
                strip.deleteLater()
        for work in works:
            if work not in self._since:
                self._since[work] = QElapsedTimer()
                self._since[work].start()
        for work in works:
            if work in self.strips:
                self.strips[work].follow()
            elif len(self.strips) < MOST and self._is_long(work):
                strip = WorkStrip(self._context.theme, work, self)
                self.strips[work] = strip
                self._column.addWidget(strip)
                strip.show()
        self.setVisible(bool(self.strips))
        self._wait()
        # Only what is seen to take long is stopped: most is done before anybody could.
        stops = bool(self.strips) and self._context.long_work.can_stop
        self._context.commands.allow("stop_work", stops)

    def _is_long(self, work: Work) -> bool:
        return work.resting or self._since[work].elapsed() >= SOON_MS

    def _wait(self) -> None:
        """Look again when the next one turns out to be long."""
        waiting = [
            SOON_MS - since.elapsed()
            for work, since in self._since.items()
            if work not in self.strips and not work.resting
        ]
        if waiting and len(self.strips) < MOST:
            self._soon.start(max(1, min(waiting)))
