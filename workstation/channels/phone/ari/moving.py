"""What the office does when Asterisk tells something: moving channels together and apart.

Everything it needs is in the names of the channels, so it goes on after a restart. What is gone
already when it is asked for was meant to go.
"""

import logging
from collections.abc import Callable

from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.channels.phone.ari import ids
from workstation.channels.phone.ari.client import Ari, gone_is_fine
from workstation.channels.phone.ari.reading import Event, channel_of, id_of
from workstation.channels.phone.ari.table import AriTable
from workstation.rules.addresses import is_number

log = logging.getLogger(__name__)


class Moving:
    """One listener's hands."""

    def __init__(self, table: AriTable, ari: Ari) -> None:
        self._table = table
        self._ari = ari
        self._answers: dict[str, Callable[[Event], None]] = {
            "StasisStart": self._started,
            "StasisEnd": self._left,
            "ChannelDestroyed": self._left,
            "ChannelHold": self._held,
            "ChannelUnhold": self._unheld,
        }

    def hear(self, event: Event) -> None:
        """Do what follows from it. What cannot be done is logged: the next event may still be
        heard."""
        answer = self._answers.get(str(event.get("type")))
        if answer is None:
            return
        try:
            answer(event)
        except (Rejected, Unavailable, Uncertain) as error:
            log.warning("after %s: %s", event.get("type"), error)

    def _started(self, event: Event) -> None:
        channel = id_of(event)
        leg = ids.leg_of(channel)
        if leg is None:
            if ids.reference_of(channel):
                self._meet(channel, *self._ari.legs(channel))
            else:
                self._ari.ring(channel)
            return
        kind, number = _args(event)
        if kind == "dial" and is_number(number):
            if not self._ari.has(leg.customer):
                self._ari.originate(
                    self._table.outside.replace("{}", number),
                    leg.customer,
                    args="customer",
                    caller_id=self._table.caller_id,
                    seconds=60,
                )
            return
        with gone_is_fine():
            self._ari.answer(leg.customer)
        if leg.passed_on:
            with gone_is_fine():
                self._ari.stop_music(leg.customer)
        self._meet(leg.customer, channel)
        for other in self._ari.legs(leg.customer):
            if leg.passed_on and other != channel:
                with gone_is_fine():
                    self._ari.hang_up(other)

    def _meet(self, customer: str, *legs: str) -> None:
        self._ari.join(ids.bridge(customer), customer, *legs)
        if self._table.record:
            with gone_is_fine():  # it goes on already, when a call was passed on
                self._ari.record(ids.bridge(customer), ids.recording(customer))

    def _left(self, event: Event) -> None:
        channel = id_of(event)
        leg = ids.leg_of(channel)
        if leg is None:
            for other in self._ari.legs(channel):
                with gone_is_fine():
                    self._ari.hang_up(other)
            with gone_is_fine():
                self._ari.end(ids.bridge(channel))
        elif channel_of(event).get("state") == "Up" and not self._ari.legs(
            leg.customer, but=channel
        ):
            with gone_is_fine():
                self._ari.hang_up(leg.customer)

    def _held(self, event: Event) -> None:
        """Hold was pressed on a telephone: nothing is recorded until it is pressed again."""
        leg = ids.leg_of(id_of(event))
        if leg is not None and self._table.record:
            with gone_is_fine():
                self._ari.pause(ids.recording(leg.customer))

    def _unheld(self, event: Event) -> None:
        leg = ids.leg_of(id_of(event))
        if leg is not None and self._table.record:
            with gone_is_fine():
                self._ari.go_on(ids.recording(leg.customer))


def _args(event: Event) -> tuple[str, str]:
    args = event.get("args")
    words = [str(word) for word in args] if isinstance(args, list) else []
    kind, number = [*words, "", ""][:2]
    return kind, number
