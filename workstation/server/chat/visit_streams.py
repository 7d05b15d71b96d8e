"""The open chats of visitors: told that their conversation changed, and who is typing.

One thread asks, soon after something was committed anywhere, whose conversations changed; only
those browsers' streams then read. Without open chats it asks nothing.
"""

import asyncio
import logging
import threading
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError

from workstation.server.signals import Signal, Signals
from workstation.server.store.database import Database
from workstation.server.store.visit import changed_visitors
from workstation.server.wake import Wake
from workstation.wire.signals import CUSTOMER, SignalKind

log = logging.getLogger(__name__)

MOST = 5_000
"""Open chats of one process."""
MOST_EACH = 12
"""Open chats of one visitor: tabs and windows that could not agree on one."""
PAUSE = 0.01
"""Seconds between two readings, so that a burst is read together."""
LOOK_AGAIN = 1.0
"""Seconds after which somebody looks even when nobody rang, while chats are open."""


class TooManyOpenError(Exception):
    """No more chats can be open now."""


@dataclass(eq=False)
class Open:
    """One open chat. `rung` is set when there is something to look at."""

    visitor_id: str
    rung: asyncio.Event = field(default_factory=asyncio.Event)
    changed: bool = False
    typing: tuple[SignalKind, str] | None = None
    """The newest signal that was not passed on yet: kind, name."""
    typists: set[str] = field(default_factory=set)
    """The agents who type, as far as this visitor was told."""
    ended: bool = False


class VisitStreams:
    """Open chats are touched on the event loop only."""

    def __init__(self, database: Database, wake: Wake, signals: Signals) -> None:
        self._database = database
        self._by_visitor: dict[str, set[Open]] = defaultdict(set)
        self._open = 0
        self._rung = threading.Event()
        self._stopping = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._read, name="visits", daemon=True)
        wake.listen(self._rung.set)
        signals.listen(self._hear)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._thread.start()

    def stop(self) -> None:
        """End every stream and stop reading."""
        self._stopping.set()
        self._rung.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        for chats in self._by_visitor.values():
            for chat in chats:
                chat.ended = True
                chat.rung.set()

    def check(self, visitor_id: str) -> None:
        """Whether one more may join; raises TooManyOpenError."""
        if self._open >= MOST or len(self._by_visitor.get(visitor_id, ())) >= MOST_EACH:
            raise TooManyOpenError

    def join(self, visitor_id: str) -> Open:
        chat = Open(visitor_id)
        self._by_visitor[visitor_id].add(chat)
        self._open += 1
        self._rung.set()
        return chat

    def leave(self, chat: Open) -> bool:
        """Whether that was the visitor's last one here."""
        chats = self._by_visitor[chat.visitor_id]
        chats.discard(chat)
        self._open -= 1
        if chats:
            return False
        del self._by_visitor[chat.visitor_id]
        return True

    def end(self, visitor_id: str) -> None:
        """This visit has ended: whoever has it open, wherever, hears no more."""
        for chat in self._by_visitor.get(visitor_id, ()):
            chat.ended = True
            chat.rung.set()

    @property
    def stopping(self) -> bool:
        """Whether the streams end because the process does."""
        return self._stopping.is_set()

    def _hear(self, signal: Signal) -> None:
        """An agent types, or no longer does: the visitor may know. Who looks is not theirs to
        know."""
        if not signal.visitor or signal.who == CUSTOMER or self._loop is None:
            return
        with suppress(RuntimeError):  # the loop has ended before us
            self._loop.call_soon_threadsafe(self._pass_on, signal)

    def _pass_on(self, signal: Signal) -> None:
        for chat in self._by_visitor.get(signal.visitor, ()):
            if signal.kind == "typing":
                chat.typists.add(signal.who)
            elif signal.who in chat.typists and len(chat.typists) == 1:
                chat.typists.clear()
            else:  # who only looks changes nothing, and another one types on
                chat.typists.discard(signal.who)
                continue
            chat.typing = ("typing" if chat.typists else "gone", signal.name)
            chat.rung.set()

    def _read(self) -> None:
        at, settled = 0, True
        while not self._stopping.is_set():
            if not self._open:
                self._rung.wait()
            else:
                self._rung.wait(LOOK_AGAIN if settled else PAUSE)
            self._rung.clear()
            if self._stopping.wait(PAUSE):
                return
            if not self._open:
                at = 0  # whoever joins next reads everything up to then
                continue
            try:
                with self._database.read() as session:
                    upto, settled = self._database.horizon(session)
                    if at and upto <= at:
                        continue
                    visitors = changed_visitors(session, at, upto) if at else None
            except SQLAlchemyError:
                log.exception("the changes of chats could not be read")
                self._stopping.wait(0.5)
                continue
            at = upto
            assert self._loop is not None
            with suppress(RuntimeError):  # the loop has ended before us
                self._loop.call_soon_threadsafe(self._tell, visitors)

    def _tell(self, visitors: set[str] | None) -> None:
        """These look; everybody does when nobody knows since when."""
        for visitor_id in list(self._by_visitor) if visitors is None else visitors:
            for chat in self._by_visitor.get(visitor_id, ()):
                chat.changed = True
                chat.rung.set()
