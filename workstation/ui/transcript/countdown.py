"""Counts down to the moment a message goes out, while there is one that waits for its turn."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.transcript_model import TranscriptModel

SECOND = 1_000


class Countdown(QObject):
    """Lays out what waits anew each second, and once more when its turn has come. It rests when
    nothing waits, and when nobody looks."""

    def __init__(
        self, view: RollingView, model: TranscriptModel, waits: Callable[[MessageRow], bool]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._waits = waits
        self._counted: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND)
        self._timer.timeout.connect(self.tick)
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(self.look)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def look(self) -> None:
        """Messages came or changed: does one of the newest wait?"""
        self._counted = {m.message_id for m in self._model.messages[-50:] if self._waits(m)}
        if self._counted and not self.running:
            self._timer.start()

    def tick(self) -> None:
        counted = self._counted
        self._counted = {m.message_id for m in self._model.messages[-50:] if self._waits(m)}
        if not self._counted:
            self._timer.stop()
        if counted and self._view.isVisible():
            self._view.lay_again(counted)
