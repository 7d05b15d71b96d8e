"""Signals: "typing", "looking" and "gone", between a visitor and agents, and among agents.

They are never stored. In this process they are heard at once; in the others of an office after a
few milliseconds, several in one notification. A lost one does no harm: it fades, or is repeated.
"""

import json
import logging
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass

from workstation.server.wake import Wake
from workstation.wire.signals import SignalKind

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """`who` is an agent's id, or "customer". `audiences` are the teams and agents that may see the
    contact; `visitor` is the one whose chat it is, for whom `name` is enough of an agent."""

    contact_id: str
    who: str
    kind: SignalKind
    at: int
    audiences: tuple[str, ...] = ()
    visitor: str = ""
    name: str = ""


class Signals:
    def __init__(self, wake: Wake) -> None:
        self._wake = wake
        self._heard: list[Callable[[Signal], None]] = []
        self._me = secrets.token_hex(4)
        wake.on_words(self._from_others)

    def listen(self, heard: Callable[[Signal], None]) -> None:
        """Have `heard` called with each signal of this office, in whatever thread it comes."""
        self._heard.append(heard)

    def send(self, signal: Signal) -> None:
        self._tell(signal)
        # The newest of somebody about a contact takes the place of one that has not left yet.
        self._wake.say(
            f"{signal.contact_id}:{signal.who}",
            json.dumps([self._me, asdict(signal)], separators=(",", ":")),
        )

    def _from_others(self, words: str) -> None:
        try:
            by, given = json.loads(words)
            signal = Signal(**given | {"audiences": tuple(given["audiences"])})
        except (ValueError, TypeError, KeyError):
            log.warning("a signal of another process was not understood")
            return
        if by != self._me:
            self._tell(signal)

    def _tell(self, signal: Signal) -> None:
        for heard in self._heard:
            heard(signal)
