"""Who is typing at which contact, as far as was heard a moment ago."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from workstation.wire.signals import CUSTOMER, FADES

if TYPE_CHECKING:
    from workstation.replica.signals import Signal as Heard

LOOK: Final = 500
"""Milliseconds between looks at what fades, while somebody types."""


class TypingNow(QObject):
    """Hears signals in the GUI thread. Whoever does not say it again stops typing after a while:
    nothing stays because a "gone" was lost. `clock` counts seconds, from anywhere."""

    changed = Signal(str)
    """A contact id: other people are typing there than before."""

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until: dict[tuple[str, str], float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.fade)

    def who(self, contact_id: str) -> tuple[str, ...]:
        """Ids of the agents who type there, and `CUSTOMER`."""
        return tuple(who for contact, who in self._until if contact == contact_id)

    def customer(self, contact_id: str) -> bool:
        return (contact_id, CUSTOMER) in self._until

    def hear(self, signal: "Heard") -> None:
        key = (signal.contact_id, signal.who)
        if signal.kind == "typing":
            known = key in self._until
            self._until[key] = self._clock() + FADES / 1000
            self._timer.start()
            if not known:
                self.changed.emit(signal.contact_id)
        elif signal.kind == "gone":
            self.forget(*key)

    def forget(self, contact_id: str, who: str) -> None:
        """They are done, as when what they typed has arrived."""
        if self._until.pop((contact_id, who), None) is not None:
            self.changed.emit(contact_id)

    def fade(self) -> None:
        now = self._clock()
        for key in [key for key, until in self._until.items() if until <= now]:
            self.forget(*key)
        if not self._until:
            self._timer.stop()
