"""The calls of this desk: a bar over the lists for those in hand, a card for who rings."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workstation.replica.rows.contact import CallRow
from workstation.replica.rows.news import Changed
from workstation.ui.calls.call_deeds import CallDeeds
from workstation.ui.calls.call_strip import CallStrip
from workstation.ui.calls.call_words import spoken
from workstation.ui.calls.ring_card import Place, RingCard
from workstation.ui.context import DeskContext
from workstation.ui.ticking import Ticking

MOST: Final = 4
"""Calls shown at once; further ones show when these have gone."""
_TABLES: Final = frozenset({"phone_call", "contact", "customer", "identity"})


class CallBar(QWidget):
    """Follows the replica's calls; not there while nobody is on the line. `window` is what the card
    of who rings floats in, and `place` where."""

    open_wanted = Signal(str)
    """A contact id: its card is to be on the screen before the first word."""
    rings = Signal(bool)
    """Whether somebody waits to be answered."""

    def __init__(self, context: DeskContext, window: QWidget, place: Place) -> None:
        super().__init__(window)
        self._context = context
        self._in_hand: list[CallStrip] = []
        self._ringing: list[CallStrip] = []
        self._rung: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.card = RingCard(window, place)
        self.deeds = CallDeeds(context, self)
        self.deeds.open_wanted.connect(self.open_wanted)
        context.news.changed.connect(self._changed)
        self._clocks = (Ticking(self, self._tick), Ticking(self.card, self._tick))
        self.hide()
        self.read()

    @property
    def calls(self) -> tuple[CallRow, ...]:
        return tuple(strip.call for strip in self._strips() if strip.call is not None)

    def read(self) -> None:
        """Ask the memory who is on the line."""
        self._context.reader.ask("calls", lambda replica: replica.calls(), self._show, owner=self)

    def _changed(self, changed: Changed) -> None:
        if changed.everything or (changed.tables & _TABLES and self._concerned(changed)):
            self.read()

    def _concerned(self, changed: Changed) -> bool:
        """A call changed; or the contact or customer of one that is shown."""
        if "phone_call" in changed.tables:
            return True
        return bool(self.calls) and (
            bool(changed.customers)
            or any(call.contact_id in changed.contacts for call in self.calls)
        )

    def _show(self, calls: tuple[CallRow, ...]) -> None:
        order = {"talking": 0, "held": 0, "dialling": 1, "ringing": 2, "ended": 3}
        shown = sorted(calls, key=lambda call: order[call.state])[:MOST]
        rings = [call for call in shown if call.state == "ringing"]
        self._fill(self._in_hand, self._column, [call for call in shown if call not in rings])
        self._fill(self._ringing, self.card.column, rings)
        self.deeds.look_at(self.calls)
        self.setVisible(bool(self._in_hand))
        self.card.settle(rings=bool(rings))
        self._ring(shown)

    def _fill(self, strips: list[CallStrip], column: QVBoxLayout, calls: list[CallRow]) -> None:
        while len(strips) < len(calls):
            strip = CallStrip(self._context)
            strip.wanted.connect(
                lambda what, button, one=strip: self.deeds.do(what, one.call, button)
            )
            column.addWidget(strip)
            strips.append(strip)
        while len(strips) > len(calls):
            gone = strips.pop()
            column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for strip, call in zip(strips, calls, strict=True):
            strip.show_call(call)
            strip.show()

    def _strips(self) -> list[CallStrip]:
        return [*self._in_hand, *self._ringing]

    def _ring(self, shown: list[CallRow]) -> None:
        """Say aloud who rings, once; and that it is quiet again."""
        ringing = {call.call_id for call in shown if call.state == "ringing" and call.inbound}
        for call in shown:
            if call.call_id in ringing - self._rung:
                words = spoken(call, self._context.clock(), self._context.language)
                self.card.setAccessibleName(words)
                alert = QAccessibleEvent(self.card, QAccessible.Event.Alert)
                QAccessible.updateAccessibility(alert)
                QApplication.alert(self.window())
        if bool(ringing) != bool(self._rung):
            self.rings.emit(bool(ringing))
        self._rung = ringing

    def _tick(self) -> None:
        for strip in self._strips():
            strip.tick()
