"""Who is listening, and telling them: one reader of the feed for all streams of a process."""

import asyncio
import logging
import threading
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

import orjson
from sqlalchemy.exc import SQLAlchemyError

from workstation.server.signals import Signal, Signals
from workstation.server.store.cursor import Cursor
from workstation.server.store.database import Database
from workstation.server.store.feed import ALL
from workstation.server.store.tail import Tail, read_tail
from workstation.server.wake import Wake

log = logging.getLogger(__name__)

QUEUE = 200
"""Events a slow listener may lag behind before it is told to pull instead."""
TOO_MUCH = 5000
"""Rows in one event beyond which pulling is better."""
PAUSE = 0.008
"""Seconds between two readings, so that a burst is read together."""
LOOK_AGAIN = 1.0
"""Seconds after which the feed is read even when nobody rang."""
PEOPLE = frozenset({"agent", "membership", "team"})
"""Tables that decide who may see what."""


@dataclass(frozen=True)
class Event:
    """What a stream says next. `packets` are JSON texts of one audience each; `upto` as in the
    feed. `behind` means: pull, then listen again."""

    upto: int
    packets: tuple[bytes, ...] = ()
    behind: bool = False


@dataclass(eq=False)
class Listener:
    """One open stream."""

    agent_id: str
    sign_in_id: str
    audiences: tuple[str, ...]
    queue: "asyncio.Queue[Event | bytes | None]" = field(
        default_factory=lambda: asyncio.Queue(maxsize=QUEUE)
    )
    lost: bool = False

    def tell(self, event: Event) -> None:
        if self.lost:
            return
        if self.queue.qsize() >= QUEUE - 1:
            self.lost = True
            event = Event(event.upto, behind=True)
        self.queue.put_nowait(event)

    def hint(self, signal: bytes) -> None:
        """Pass on what may as well get lost; a listener that lags behind is spared it."""
        if not self.lost and self.queue.qsize() < QUEUE // 4:
            self.queue.put_nowait(signal)


class Hub:
    """Reads the feed's tail when woken and hands each audience's news to its listeners.

    `epoch` and `upto` say where it stands. Listeners are touched on the event loop only.
    """

    def __init__(self, database: Database, wake: Wake, signals: Signals) -> None:
        self._database = database
        self._by_audience: dict[str, set[Listener]] = defaultdict(set)
        self._rung = threading.Event()
        self._stopping = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._read, name="hub", daemon=True)
        self.epoch = ""
        self.upto = 0
        self.listeners = 0
        wake.listen(self._rung.set)
        signals.listen(self._hear)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        with self._database.read() as session:
            self.epoch = self._database.epoch(session)
            self.upto, _ = self._database.horizon(session)
        self._loop = loop
        self._thread.start()

    def stop(self) -> None:
        """End every stream and stop reading."""
        self._stopping.set()
        self._rung.set()
        self._thread.join(timeout=5)
        for listener in self._everybody():
            self._end(listener)

    def join(self, listener: Listener) -> None:
        for audience in listener.audiences:
            self._by_audience[audience].add(listener)
        self.listeners += 1

    def leave(self, listener: Listener) -> None:
        for audience in listener.audiences:
            self._by_audience[audience].discard(listener)
            if not self._by_audience[audience]:
                del self._by_audience[audience]
        self.listeners -= 1

    def end_sign_in(self, sign_in_id: str) -> None:
        """Somebody signed out: end their streams in this process."""
        for listener in self._everybody():
            if listener.sign_in_id == sign_in_id:
                self._end(listener)

    def cursor(self, listener: Listener, upto: int) -> str:
        """The cursor of a listener who knows everything below `upto`."""
        return Cursor(self.epoch, ((upto, tuple(sorted(listener.audiences))),)).write()

    def _hear(self, signal: Signal) -> None:
        """A signal of any process: on to the desks that may see its contact."""
        if self._loop is None or not self.listeners or self._stopping.is_set():
            return
        told = {
            "contact_id": signal.contact_id,
            "who": signal.who,
            "kind": signal.kind,
            "at": signal.at,
        }
        event = b"event: signal\ndata: " + orjson.dumps(told) + b"\n\n"
        with suppress(RuntimeError):  # the loop has ended before us
            self._loop.call_soon_threadsafe(self._pass_on, signal, event)

    def _pass_on(self, signal: Signal, event: bytes) -> None:
        for listener in self._concerned(signal.audiences):
            if listener.agent_id != signal.who:
                listener.hint(event)

    def _everybody(self) -> set[Listener]:
        return set().union(*self._by_audience.values())

    def _end(self, listener: Listener) -> None:
        listener.lost = True
        if listener.queue.full():
            listener.queue.get_nowait()
        listener.queue.put_nowait(None)

    def _read(self) -> None:
        at = self.upto
        settled = True
        while not self._stopping.is_set():
            self._rung.wait(LOOK_AGAIN if settled else PAUSE)
            self._rung.clear()
            if self._stopping.wait(PAUSE):
                return
            try:
                with self._database.read() as session:
                    # In this order: who joins after the horizon was taken begins beyond it.
                    upto, settled = self._database.horizon(session)
                    if self.listeners:
                        tail = read_tail(self._database, session, at)
                    else:
                        tail = Tail(at, max(at, upto), settled, {}, frozenset())
            except SQLAlchemyError:
                log.exception("the feed could not be read")
                self._stopping.wait(0.5)
                continue
            settled = tail.settled
            if tail.upto > at:
                at = tail.upto
                fragments = {
                    audience: (
                        None
                        if news.size > TOO_MUCH
                        else orjson.dumps({"tables": news.tables, "shares": news.shares})
                    )
                    for audience, news in tail.news.items()
                }
                assert self._loop is not None
                try:
                    self._loop.call_soon_threadsafe(self._publish, tail, fragments)
                except RuntimeError:  # the loop has ended before us
                    return

    def _publish(self, tail: Tail, fragments: dict[str, bytes | None]) -> None:
        self.upto = tail.upto
        if tail.tables & PEOPLE:
            # Who may see what may have changed: everybody asks again with a fresh look.
            for listener in self._everybody():
                listener.tell(Event(tail.upto, behind=True))
                listener.lost = True
            return
        for listener in self._concerned(fragments):
            packets = [fragments[name] for name in listener.audiences if name in fragments]
            whole = tuple(packet for packet in packets if packet is not None)
            listener.tell(Event(tail.upto, whole, behind=len(whole) < len(packets)))

    def _concerned(self, audiences: Iterable[str]) -> set[Listener]:
        return set().union(*(self._by_audience.get(name, set()) for name in audiences))


def audiences_for(team_ids: Iterable[str], agent_id: str) -> tuple[str, ...]:
    """Everything this agent hears: reference data, their teams, themselves."""
    return (ALL, *sorted(team_ids), agent_id)
