"""Keeps what is typed: written while typing goes on, and at once when the eye goes elsewhere."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from workstation.replica.rows.outbox import Draft
from workstation.ui.threads.writer import Writer

WITHIN: Final = 300
"""Milliseconds from the first unsaved letter to the disk. The clock is not set back by the next
letter, so that somebody who types without a pause loses no more either."""


class DraftKeeper(QObject):
    def __init__(
        self, writer: Writer, current: Callable[[], Draft | None], parent: QObject
    ) -> None:
        """`current` says what the draft is now; None when no contact is open."""
        super().__init__(parent)
        self._writer = writer
        self._current = current
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN)
        self._timer.timeout.connect(self._save)

    @property
    def waiting(self) -> bool:
        return self._timer.isActive()

    def touched(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def settle(self) -> None:
        """Write now what waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def forget(self) -> None:
        """What waited is no longer wanted: it was sent."""
        self._timer.stop()

    def _save(self) -> None:
        draft = self._current()
        if draft is not None:
            self._writer.save_draft(draft)
