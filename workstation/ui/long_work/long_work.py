"""What goes on that takes longer than a moment, whatever part of the desk does it.

    work = context.long_work.begin(words, stop=what_stops_it)
    work.tell(3, 12)                 # in the GUI thread
    work.step(3, 12)                 # in the thread that works: raises Stopped once it was stopped
    work.end()

The window shows each with a bar and a button (`long_work_bars`); the command "stop_work" stops the
newest.
"""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workstation.replica.errors import Stopped
from workstation.ui.threads.returning import Returning

Counts = Callable[[int, int], str]
"""How far it is, in words, of how many it has done and of how many there are (0: not known)."""


def uncounted(_: int, __: int) -> str:
    return ""


class Work:
    """One of them. `resting` when it was stopped and can go on."""

    def __init__(
        self,
        all_of_it: "LongWork",
        words: str,
        stop: Callable[[], None] | None,
        counts: Counts,
    ) -> None:
        self._all = all_of_it
        self._stop = stop
        self._counts = counts
        self._stopped = threading.Event()
        self._percent = -1
        self.words = words
        self.done = 0
        self.total = 0
        self.go_on: Callable[[], None] | None = None

    @property
    def detail(self) -> str:
        return self._counts(self.done, self.total)

    @property
    def resting(self) -> bool:
        return self.go_on is not None

    @property
    def stopping(self) -> bool:
        """Somebody said stop, and it has not ended yet."""
        return self._stopped.is_set() and not self.resting

    @property
    def can_stop(self) -> bool:
        return not self._stopped.is_set() and not self.resting

    def tell(self, done: int, total: int = 0) -> None:
        """So far it is."""
        if (done, total) != (self.done, self.total):
            self.done, self.total = done, total
            self._all.changed.emit()

    def step(self, done: int, total: int = 0) -> None:
        """The same from any thread. Raises `Stopped` once somebody stopped it."""
        if self._stopped.is_set():
            raise Stopped
        percent = 100 * done // total if total else done
        if percent != self._percent:
            self._percent = percent
            self._all.returning.call(lambda: self.tell(done, total), self._all)

    def stop(self) -> None:
        """End it as soon as it can be ended."""
        if self.can_stop:
            self._stopped.set()
            if self._stop is not None:
                self._stop()
            self._all.changed.emit()

    def rest(self, words: str, go_on: Callable[[], None]) -> None:
        """It was stopped, and goes on when somebody wants it to."""
        self.words, self.go_on = words, go_on
        self._all.changed.emit()

    def end(self) -> None:
        """It is done, or will not go on."""
        self._all.end(self)


class LongWork(QObject):
    changed = Signal()
    """Something began or ended, or is further."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.returning = Returning(self)
        self.works: list[Work] = []
        """What began last is the last."""

    def begin(
        self,
        words: str,
        *,
        stop: Callable[[], None] | None = None,
        counts: Counts = uncounted,
    ) -> Work:
        """Something goes on from now; `stop` is called when somebody wants it to end."""
        work = Work(self, words, stop, counts)
        self.works.append(work)
        self.changed.emit()
        return work

    def end(self, work: Work) -> None:
        if work in self.works:
            self.works.remove(work)
            self.changed.emit()

    @property
    def can_stop(self) -> bool:
        return any(work.can_stop for work in self.works)

    def stop_newest(self) -> None:
        """Stop what began last of what goes on."""
        for work in reversed(self.works):
            if work.can_stop:
                work.stop()
                return
