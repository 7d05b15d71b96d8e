"""Lets the customer and colleagues see that a reply is being typed."""

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.context import DeskContext
from workstation.ui.doors import SessionDoor
from workstation.wire.signals import EVERY, SignalKind


class Clock(Protocol):
    """Seconds, from anywhere."""

    def __call__(self) -> float: ...


class SaysTyping(QObject):
    """Follows one composer. Only a reply counts: that somebody writes a note is nobody's business.
    What cannot be sent now is not said later."""

    def __init__(
        self, context: DeskContext, composer: ComposerView, clock: Clock = time.monotonic
    ) -> None:
        super().__init__(composer)
        self._context = context
        self._composer = composer
        self._clock = clock
        self._at = ""
        """The contact at which others see us typing."""
        self._said = 0.0
        composer.typed.connect(self._typed)
        composer.sent.connect(lambda _: self._gone())
        composer.text.textChanged.connect(self._look)

    def _look(self) -> None:
        """The text makes room for that of another contact."""
        if self._composer.contact_id != self._at:
            self._gone()

    def _typed(self) -> None:
        contact_id = self._composer.contact_id or ""
        if (
            not contact_id
            or self._composer.mode != "reply"
            or self._composer.text.document().isEmpty()
        ):
            self._gone()
        elif self._at != contact_id or self._clock() - self._said >= EVERY / 1000:
            self._at, self._said = contact_id, self._clock()
            self._say(contact_id, "typing")

    def _gone(self) -> None:
        contact_id, self._at = self._at, ""
        if contact_id:
            self._say(contact_id, "gone")

    def _say(self, contact_id: str, kind: SignalKind) -> None:
        if self._context.mood.name not in ("online", "slow"):
            return
        self._context.fetcher.ask("typing", saying(contact_id, kind))


def saying(contact_id: str, kind: SignalKind) -> Callable[[SessionDoor], None]:
    """What a worker says to the others."""
    return lambda session: session.signal(contact_id, kind)
