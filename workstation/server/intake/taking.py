"""Taking in what was kept: read, placed and made visible, many bodies in one transaction.

Each process has a thread that does this, woken by its own door. Rows are locked while they are
taken, so that processes share the work; when one is killed its locks go with it, and whoever looks
next goes on. A body that spoils a batch is taken alone. One that the database refuses while it
takes other things is tried again later, behind the others, and a few times only. What cannot be
taken stays, failed, with its reason, until a person has it taken again.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import exists, select, update
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.orm import Session

from workstation.models import new_id
from workstation.models.office import Arrival
from workstation.rules.failures import coded
from workstation.server.intake.arrived import Arrived, Kept, Reading
from workstation.server.intake.bodies import (
    TOGETHER,
    Waiting,
    fail,
    is_ready,
    kind_of,
    locked_bodies,
    reason_of,
)
from workstation.server.intake.effect import Effect
from workstation.server.store.among import among
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

LONGEST = 0.05
"""Seconds that may be spent reading within one transaction: everybody's feed waits for its end."""
LOOK_AGAIN = 1.0
"""Seconds after which a process looks for what others left."""
REST = 0.02
"""Seconds between two looks: whoever comes alone waits for nobody, and a stream of them is taken in
fewer and larger transactions."""
TRIES = 5
"""How often a body is tried that was there when a process ended, or that the database refused."""
OF_THE_DATABASE = (OperationalError, InterfaceError, InternalError)
"""Errors that may be the database's own, and pass; or come with a body, each time again."""


@dataclass
class _Batch:
    """What came of one look: what was dealt with, a large body to be read first, and whether it
    is worth looking again at once."""

    ids: list[str] = field(default_factory=list)
    large: str | None = None
    more: bool = False


class Taking:
    def __init__(
        self,
        *,
        database: Database,
        reading: Reading,
        effect: Effect,
        clock: Callable[[], int],
        contacts_began: Callable[[], None] = lambda: None,
    ) -> None:
        """`contacts_began` is called after the commit of a batch that made contacts."""
        self._database = database
        self._reading = reading
        self._effect = effect
        self._clock = clock
        self._contacts_began = contacts_began
        self._made = False
        self._rung = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._began = new_id()
        """What is older may be why there was a beginning: it is counted before it is tried."""
        self._counted: set[str] = set()
        self._refused: dict[str, float] = {}
        """What the database refused, and when it was."""

    def start(self) -> None:
        self._thread = threading.Thread(target=self._work, name="taking", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the batch in hand: the rest is kept."""
        self._stopping.set()
        self._rung.set()
        if self._thread is not None:
            self._thread.join(timeout=10)

    def ring(self) -> None:
        """Something was kept here."""
        self._rung.set()

    def take_all(self) -> None:
        """Take everything there is, here and now."""
        while not self._stopping.is_set() and self._some():
            pass

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                rung = self._rung.wait(LOOK_AGAIN)
                self._rung.clear()
                if rung or self._left():
                    self.take_all()
                    self._stopping.wait(REST)
            except SQLAlchemyError:
                log.exception("what was kept cannot be taken in")
                self._rung.set()
                self._stopping.wait(1)

    def _left(self) -> bool:
        """Whether there is anything that another process may have left."""
        ready = exists().where(Arrival.state == "ready")
        with self._database.read() as session:
            return session.scalar(select(ready)) is True

    def _some(self) -> bool:
        """Take the next bodies; whether it is worth looking again at once."""
        batch = _Batch()
        try:
            self._retrying(lambda session: self._take(session, batch))
        except Exception as error:
            if isinstance(error, OF_THE_DATABASE) and not batch.ids:
                raise  # nothing of a body was tried
            log.warning("a batch of %d could not be taken at once", len(batch.ids), exc_info=True)
            for each in batch.ids:
                self._alone(each)
            return bool(batch.ids)
        if batch.large is not None:
            self._alone(batch.large)
        return batch.more

    def _retrying(self, work: Callable[[Session], None]) -> None:
        self._made = False
        try:
            self._database.retrying(work)
        except IntegrityError:
            # Somebody else wrote the same in this very moment: now it is known.
            self._database.retrying(work)
        if self._made:
            self._contacts_began()

    def _take(self, session: Session, batch: _Batch) -> None:
        batch.ids, batch.large, batch.more = [], None, False
        locked = locked_bodies(session, self._lately_refused())
        waiting = self._together(locked)
        if not waiting:
            return
        batch.more = len(waiting) < len(locked) or len(locked) == TOGETHER
        careful = [x.id for x in waiting if x.id < self._began and x.id not in self._counted]
        if careful:
            batch.more = True
            self._count(session, waiting, careful)
            return
        if waiting[0].body is None:
            batch.large, batch.more = waiting[0].id, True
            return
        until = time.monotonic() + LONGEST
        arrived: list[Arrived] = []
        for one in waiting:
            if one.body is None or (arrived and time.monotonic() > until):
                batch.more = True
                break
            arrived.append(self._reading.read(Kept(one.id, one.channel, one.body, one.at)))
            batch.ids.append(one.id)
        self._finish(session, arrived)

    def _together(self, waiting: list[Waiting]) -> list[Waiting]:
        """The fewer, the more often the first of them was tried in vain."""
        if not waiting or waiting[0].tries == 0:
            return waiting
        most = 16 if waiting[0].tries == 1 else 1
        return waiting[:most]

    def _count(self, session: Session, waiting: Sequence[Waiting], careful: list[str]) -> None:
        """Note that these are about to be tried, for whoever comes after us."""
        given_up = [one.id for one in waiting if one.id in careful and one.tries >= TRIES]
        session.execute(
            update(Arrival)
            .where(among(session, Arrival.id, careful))
            .values(tries=Arrival.tries + 1)
            .execution_options(synchronize_session=False)
        )
        if given_up:
            log.error("%d bodies ended every process that took them", len(given_up))
            fail(session, dict.fromkeys(given_up, coded("arrival.ended")))
        self._counted.update(careful)

    def _alone(self, arrival_id: str) -> None:
        """Take one body by itself."""
        with self._database.read() as session:
            found = session.execute(
                select(Arrival.id, Arrival.channel, Arrival.body, Arrival.at).where(
                    Arrival.id == arrival_id, Arrival.state == "ready"
                )
            ).one_or_none()
        if found is None:
            return
        arrived = self._reading.read(Kept(*found))

        def work(session: Session) -> None:
            if is_ready(session, arrival_id):
                self._finish(session, [arrived])

        try:
            self._retrying(work)
        except OF_THE_DATABASE as error:
            self._blame(arrival_id, error)
        except Exception as error:
            log.exception("a body of %s could not be taken in", arrived.kept.channel)
            reason = reason_of(error)
            self._database.retrying(lambda session: fail(session, {arrival_id: reason}))

    def _blame(self, arrival_id: str, error: DBAPIError) -> None:
        """Count it against the body that the database refused it. That is written down: where
        nothing can be written it is not the body's fault, and this raises."""

        def work(session: Session) -> None:
            tries = session.scalar(
                update(Arrival)
                .where(Arrival.id == arrival_id, Arrival.state == "ready")
                .values(tries=Arrival.tries + 1)
                .returning(Arrival.tries)
            )
            if tries is not None and tries >= TRIES:
                log.error("the database refused a body %d times", tries)
                fail(session, {arrival_id: coded("arrival.database", what=kind_of(error))})

        self._database.retrying(work)
        log.warning("the database refused a body", exc_info=error)
        self._refused[arrival_id] = time.monotonic()

    def _lately_refused(self) -> list[str]:
        """What is left alone for a moment, so that it holds up nobody."""
        since = time.monotonic() - LOOK_AGAIN
        self._refused = {one: at for one, at in self._refused.items() if at > since}
        return list(self._refused)

    def _finish(self, session: Session, arrived: Sequence[Arrived]) -> None:
        failed = {one.kept.id: one.error for one in arrived if one.error}
        read = [one for one in arrived if not one.error]
        if read:
            session.execute(
                update(Arrival)
                .where(among(session, Arrival.id, [one.kept.id for one in read]))
                .values(state="parsed", error="")
                .execution_options(synchronize_session=False)
            )
            self._made = self._effect.apply(session, read, self._clock())
        for one in read:
            if one.parsed.unread:  # what could be read counts; a person looks at the rest
                reason = coded("arrival.some", count=one.parsed.unread)
                fail(session, {one.kept.id: reason}, was="parsed")
        if failed:
            fail(session, failed)
