"""Who is typing and which colleagues are looking at which contact, as far as was heard lately.

context.typing.who(contact_id)        who types: agents' ids, and `CUSTOMER`
context.typing.looking(contact_id)    which colleagues have it before them, typing or not
context.typing.changed                a contact id: one of the two is different there
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from workstation.wire.signals import CUSTOMER, FADES, LOOKING_FADES

if TYPE_CHECKING:
    from workstation.replica.signals import Signal as Heard

LOOK: Final = 500
"""Milliseconds between looks at what fades, while somebody types."""
LOOK_IDLY: Final = 5_000
"""The same, while colleagues only look."""

_Key = tuple[str, str]


class TypingNow(QObject):
    """Hears signals in the GUI thread. Whoever does not say it again stops after a while: nothing
    stays because a "gone" was lost. `clock` counts seconds, from anywhere."""

    changed = Signal(str)
    """A contact id: other people are typing or looking there than before."""

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._typing: dict[_Key, float] = {}
        self._looking: dict[_Key, float] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.fade)

    def who(self, contact_id: str) -> tuple[str, ...]:
        """Ids of the agents who type there, and `CUSTOMER`."""
        return tuple(who for contact, who in self._typing if contact == contact_id)

    def customer(self, contact_id: str) -> bool:
        return (contact_id, CUSTOMER) in self._typing

    def looking(self, contact_id: str) -> tuple[str, ...]:
        """Ids of the colleagues who have it before them, the first to come first. Who types is
        among them; the customer never is."""
        return tuple(who for contact, who in self._looking if contact == contact_id)

    def hear(self, signal: "Heard") -> None:
        key = (signal.contact_id, signal.who)
        before = self._state(key)
        if signal.kind == "gone":
            self._typing.pop(key, None)
            self._looking.pop(key, None)
        elif signal.who != CUSTOMER:
            self._looking[key] = self._clock() + LOOKING_FADES / 1000
            if signal.kind == "looking":
                self._typing.pop(key, None)
        if signal.kind == "typing":
            self._typing[key] = self._clock() + FADES / 1000
        self._wind()
        if self._state(key) != before:
            self.changed.emit(signal.contact_id)

    def forget(self, contact_id: str, who: str) -> None:
        """They no longer type, as when what they typed has arrived."""
        if self._typing.pop((contact_id, who), None) is not None:
            self.changed.emit(contact_id)

    def fade(self) -> None:
        now = self._clock()
        faded: set[str] = set()
        for held in (self._typing, self._looking):
            for key in [key for key, until in held.items() if until <= now]:
                del held[key]
                faded.add(key[0])
        self._wind()
        for contact_id in faded:
            self.changed.emit(contact_id)

    def _state(self, key: _Key) -> tuple[bool, bool]:
        return key in self._typing, key in self._looking

    def _wind(self) -> None:
        """Look as often as something here may fade."""
        if not self._typing and not self._looking:
            self._timer.stop()
            return
        every = LOOK if self._typing else LOOK_IDLY
        if not self._timer.isActive() or self._timer.interval() != every:
            self._timer.start(every)
