"""The pictures that are looked at: fetched and decoded away from the GUI thread, a few of them
kept."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QThreadPool, Signal

from workstation.ui.threads.returning import Returning
from workstation.ui.transcript.pictures import Unreadable
from workstation.ui.viewer.levels import Levels, first_look, levels_of

KEPT_BYTES = 400_000_000
"""Decoded pictures in memory: what is looked at and its neighbours, as long as they are not
enormous."""

SheetState = Literal["coming", "here", "missing", "broken"]
"""`missing`: it cannot be fetched now; `broken`: it is no picture that can be shown."""


class Contents(Protocol):
    """Where the bytes of a file come from."""

    def content(
        self, sha256: str, then: Callable[[bytes], None], failed: Callable[[], None]
    ) -> None: ...


class Sheets(QObject):
    """By their hash. What is asked for comes once."""

    arrived = Signal(str)
    """The hash of a picture that came, became sharper, or turned out not to come."""

    def __init__(self, contents: Contents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        self._kept: OrderedDict[str, Levels] = OrderedDict()
        self._states: dict[str, SheetState] = {}
        self._waiting: list[tuple[str, bytes]] = []
        self._decoding = False
        self._back = Returning(self)

    def levels(self, sha256: str) -> Levels | None:
        """What is here of a picture; otherwise it is asked for."""
        found = self._kept.get(sha256)
        if found is not None:
            self._kept.move_to_end(sha256)
        elif sha256 not in self._states:
            self.fetch(sha256)
        return found

    def fetch(self, sha256: str) -> None:
        """Ask for a picture, also once more after it could not be fetched."""
        if self._states.get(sha256) in ("coming", "here", "broken"):
            return
        self._states[sha256] = "coming"
        self._contents.content(
            sha256,
            lambda content: self._decode(sha256, content),
            lambda: self._became(sha256, "missing"),
        )

    def state(self, sha256: str) -> SheetState:
        return self._states.get(sha256, "coming")

    def _decode(self, sha256: str, content: bytes) -> None:
        self._waiting.append((sha256, content))
        self._go_on()

    def _go_on(self) -> None:
        """One at a time, for they are large; the one that was asked for last is looked at now."""
        if self._decoding or not self._waiting:
            return
        self._decoding = True
        # The program's own pool: closing a window does not wait for what is being decoded.
        QThreadPool.globalInstance().start(partial(self._work, *self._waiting.pop()))

    def _work(self, sha256: str, content: bytes) -> None:
        """In a thread of the pool."""
        try:
            first = first_look(content)
            if first is not None:
                self._back.call(lambda: self._keep(sha256, first), self)
            found: Levels | None = levels_of(content)
        except Unreadable:
            found = None
        self._back.call(lambda: self._decoded(sha256, found), self)

    def _decoded(self, sha256: str, found: Levels | None) -> None:
        self._decoding = False
        if found is None:
            self._became(sha256, "broken")
        else:
            self._keep(sha256, found)
        self._go_on()

    def _keep(self, sha256: str, levels: Levels) -> None:
        self._kept[sha256] = levels
        self._kept.move_to_end(sha256)
        while len(self._kept) > 1 and sum(one.bytes for one in self._kept.values()) > KEPT_BYTES:
            gone, _ = self._kept.popitem(last=False)
            self._states.pop(gone, None)
        self._became(sha256, "here")

    def _became(self, sha256: str, state: SheetState) -> None:
        self._states[sha256] = state
        self.arrived.emit(sha256)
