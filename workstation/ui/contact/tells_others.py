"""Lets the customer and colleagues know that one is at a contact, and that one types there."""

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer

from workstation.replica.rows.contact import ContactHead
from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.context import DeskContext
from workstation.ui.doors import SessionDoor
from workstation.wire.signals import EVERY, LOOKING_EVERY, SignalKind


class Clock(Protocol):
    """Seconds, from anywhere."""

    def __call__(self) -> float: ...


class TellsOthers(QObject):
    """Follows one contact on the screen and its composer.

    That somebody is there is said on opening, now and then while it lasts, to a colleague who
    comes, and when the line is back; half as often where the line is metered. Of what is typed
    only a reply counts: that somebody writes a note is nobody's business. What cannot be sent now
    is not said later.
    """

    def __init__(
        self, context: DeskContext, composer: ComposerView, clock: Clock = time.monotonic
    ) -> None:
        super().__init__(composer)
        self._context = context
        self._composer = composer
        self._clock = clock
        self._here = ""
        """The contact that is open."""
        self._at = ""
        """The contact at which others see us: none while the window is minimised."""
        self._kind: SignalKind = "gone"
        self._said = 0.0
        self._met: frozenset[str] = frozenset()
        """The colleagues who were there when we looked last: they know that we are."""
        self._heard = False
        """Whether what was said last could be sent."""
        self._again = QTimer(self)
        self._again.timeout.connect(self._repeat)
        composer.typed.connect(self._typed)
        composer.sent.connect(lambda _: self._no_longer_types())
        composer.text.textChanged.connect(self._left)
        context.typing.changed.connect(self._somebody_came)
        context.news.mood_changed.connect(lambda _: self._line_changed())
        self._window = composer.window()

    def look_at(self, head: ContactHead | None) -> None:
        """Another contact is open, or none. One that is only history is nobody's work."""
        contact_id = "" if head is None or head.guest else head.contact_id
        if contact_id != self._here:
            self._leave()
            self._here = contact_id
            self._met = frozenset(self._context.typing.looking(contact_id))
            self._watch_window()
            self._come()

    def end(self) -> None:
        """The window closes."""
        self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:
            if self._window.isMinimized():
                self._leave()
            else:
                self._come()
        return super().eventFilter(watched, event)

    def _come(self) -> None:
        if self._here and not self._at and not self._window.isMinimized():
            self._say(self._here, "looking")

    def _watch_window(self) -> None:
        """The composer has found its window by the time a contact is open in it."""
        if self._composer.window() is not self._window:
            self._window.removeEventFilter(self)
            self._window = self._composer.window()
        self._window.installEventFilter(self)

    def _typed(self) -> None:
        contact_id = self._here
        empty = self._composer.text.document().isEmpty()
        if not contact_id or self._composer.mode != "reply" or empty:
            self._no_longer_types()
        elif (self._at, self._kind) != (contact_id, "typing") or self._since() >= EVERY:
            self._say(contact_id, "typing")

    def _no_longer_types(self) -> None:
        if self._at and self._kind == "typing":
            self._say(self._at, "looking")

    def _left(self) -> None:
        """The text makes room for that of another contact."""
        if self._composer.contact_id != self._here:
            self._leave()
            self._here = ""

    def _leave(self) -> None:
        contact_id, self._at = self._at, ""
        self._again.stop()
        if contact_id:
            self._send(contact_id, "gone")

    def _repeat(self) -> None:
        if self._at and self._kind == "looking":
            self._say(self._at, "looking")

    def _somebody_came(self, contact_id: str) -> None:
        """Their desk may be younger than what we said last."""
        if contact_id != self._at:
            return
        there = frozenset(self._context.typing.looking(contact_id))
        new, self._met = there - self._met, there
        if new and self._kind == "looking":
            self._say(contact_id, "looking")

    def _line_changed(self) -> None:
        if self._at and not self._heard:
            self._say(self._at, "looking")

    def _since(self) -> float:
        """Milliseconds since something was said."""
        return (self._clock() - self._said) * 1000

    def _say(self, contact_id: str, kind: SignalKind) -> None:
        self._at, self._kind, self._said = contact_id, kind, self._clock()
        every = LOOKING_EVERY * (2 if self._context.mood.name == "slow" else 1)
        self._again.start(every)
        self._send(contact_id, kind)

    def _send(self, contact_id: str, kind: SignalKind) -> None:
        self._heard = self._context.mood.name in ("online", "slow")
        if self._heard:
            # Of one contact the newest says it all; one that was left must hear of it too.
            self._context.fetcher.ask(
                f"signal {contact_id}", saying(contact_id, kind), lambda _: None
            )


def saying(contact_id: str, kind: SignalKind) -> Callable[[SessionDoor], None]:
    """What a worker says to the others."""
    return lambda session: session.signal(contact_id, kind)
