"""What was just done and can still be undone: the newest first, each for a few seconds.

    context.undoing.offer(words, undo, seconds=8)

`words` may have the place {seconds}, for what counts down. The window shows the newest with a
button, and the command "undo" takes it back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal


@dataclass(frozen=True, slots=True)
class Offer:
    """`undo` is called at most once. `until` is in milliseconds of the clock of `Undoing`."""

    words: str
    undo: Callable[[], None]
    until: int


class Undoing(QObject):
    changed = Signal()
    """Another offer is the newest, or there is none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._since = QElapsedTimer()
        self._since.start()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._drop_old)

    @property
    def newest(self) -> Offer | None:
        return self._offers[-1] if self._offers else None

    def seconds_left(self) -> int:
        """Whole seconds until the newest cannot be undone any more, rounded up."""
        newest = self.newest
        return 0 if newest is None else max(0, -(-(newest.until - self._since.elapsed()) // 1000))

    def words(self) -> str:
        """What was done, as it is now."""
        newest = self.newest
        if newest is None:
            return ""
        return newest.words.replace("{seconds}", str(self.seconds_left()))

    def offer(self, words: str, undo: Callable[[], None], *, seconds: float) -> Offer:
        """Say what was done, and how it is undone."""
        offer = Offer(words, undo, self._since.elapsed() + round(seconds * 1000))
        self._offers.append(offer)
        self._wait()
        self.changed.emit()
        return offer

    def withdraw(self, offer: Offer) -> None:
        """It cannot be undone after all."""
        if offer in self._offers:
            self._offers.remove(offer)
            self._wait()
            self.changed.emit()

    def undo(self) -> bool:
        """Undo the newest; false when there was nothing to undo."""
        self._drop_old()
        if not self._offers:
            return False
        offer = self._offers.pop()
        self._wait()
        self.changed.emit()
        offer.undo()
        return True

    def _drop_old(self) -> None:
        now = self._since.elapsed()
        left = [offer for offer in self._offers if offer.until > now]
        if len(left) != len(self._offers):
            self._offers = left
            self.changed.emit()
        self._wait()

    def _wait(self) -> None:
        if self._offers:
            first = min(offer.until for offer in self._offers)
            self._end.start(max(1, first - self._since.elapsed()))
        else:
            self._end.stop()
