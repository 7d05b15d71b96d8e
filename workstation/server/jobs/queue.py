"""The jobs table: who takes which job, for how long, and what happens when it goes wrong.

A claimed job is leased. `attempts` counts the claims and tells them apart: whoever was too slow
finds that the job has another number, and may no longer say anything about it.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, event, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workstation.models import new_id
from workstation.models.office import Job
from workstation.server.jobs.bell import Bell
from workstation.server.store import many
from workstation.server.store.database import Database

_FIRST_PAUSE = 1_000
_LONGEST_PAUSE = 15 * 60_000
_MOST_CLAIMS = 40


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in hand. `attempt` is 1 the first time."""

    id: str
    kind: str
    data: Mapping[str, Any]
    attempt: int


@dataclass(frozen=True)
class Kind:
    """How one kind of job is done. `run` raises when it must be tried again. Kinds of one `lane`
    share threads of their own, and wait for no other."""

    run: Callable[[Claimed], None]
    attempts: int = 10
    lane: str = ""


@dataclass(frozen=True)
class Lane:
    """Jobs of these kinds; or of all but these, so that an unknown kind is somebody's too."""

    kinds: frozenset[str] = frozenset()
    others: bool = True

    def has(self) -> ColumnElement[bool]:
        return Job.kind.not_in(self.kinds) if self.others else Job.kind.in_(self.kinds)


EVERY = Lane()


class Jobs:
    """The queue of one office. `bell` rings when a job was committed here."""

    def __init__(self, database: Database, *, lease: int, clock: Callable[[], int]) -> None:
        self._database = database
        self._lease = lease
        self._clock = clock
        self.bell = Bell()

    def enqueue(
        self,
        session: Session,
        kind: str,
        data: Mapping[str, Any],
        *,
        key: str | None = None,
        run_at: int | None = None,
    ) -> None:
        """Have it done once `session` has committed, at `run_at` (milliseconds) or at once.

        Two jobs with one `key` are one, done at the earlier moment. A job that is being done while
        the same is asked for again sees that when it ends, see `again`.
        """
        at = self._clock() if run_at is None else run_at
        insert = postgresql.insert if self._database.is_postgresql else sqlite.insert
        statement = insert(Job).values(
            id=new_id(),
            kind=kind,
            key=key,
            data=dict(data),
            state="ready",
            run_at=at,
            attempts=0,
            error="",
        )
        earlier = func.least if self._database.is_postgresql else func.min
        session.execute(
            statement.on_conflict_do_update(
                index_elements=["key"],
                set_={"run_at": earlier(Job.run_at, statement.excluded.run_at)},
                # A running one keeps its lease, but is locked all the same: whoever ends it
                # waits for us, and then sees what we wrote.
                where=Job.state == "ready",
            )
        )
        event.listen(session, "after_commit", lambda _: self.bell.ring(), once=True)

    def enqueue_all(
        self, session: Session, kind: str, wanted: Sequence[tuple[str | None, Mapping[str, Any]]]
    ) -> None:
        """The same for many at once: a key and data each. What is asked for already stays so."""
        now = self._clock()
        rows = [
            {
                "id": new_id(),
                "kind": kind,
                "key": key,
                "data": dict(data),
                "state": "ready",
                "run_at": now,
            }
            for key, data in wanted
        ]
        many.insert(session, Job, rows, passing_over=True)
        if rows:
            event.listen(session, "after_commit", lambda _: self.bell.ring(), once=True)

    def next_at(self, lane: Lane = EVERY) -> int | None:
        """When the next job is to be looked at: milliseconds, None when there is none."""
        with self._database.read() as session:
            return session.scalar(
                select(func.min(Job.run_at)).where(Job.state.in_(("ready", "running")), lane.has())
            )

    def claim(self, lane: Lane = EVERY) -> Claimed | None:
        """The job that is due longest, leased to us; None when none is due."""
        now = self._clock()
        due = select(Job).where(Job.state.in_(("ready", "running")), Job.run_at <= now, lane.has())
        with self._database.read() as session:  # a write would wake everybody for nothing
            if session.scalar(select(due.exists())) is not True:
                return None

        def work(session: Session) -> Claimed | None:
            job = session.scalar(
                due.order_by(Job.run_at, Job.id).limit(1).with_for_update(skip_locked=True)
            )
            if job is None:
                return None
            if job.attempts >= _MOST_CLAIMS:  # it ends every process that takes it
                job.state, job.key, job.error = "dead", None, "taken too often without an end"
                return None
            job.state = "running"
            job.attempts += 1
            job.run_at = now + self._lease
            return Claimed(job.id, job.kind, job.data, job.attempts)

        return self._database.retrying(work)

    def held(self, session: Session, job: Claimed) -> Job | None:
        """The row of a claimed job, locked; None when it is no longer ours."""
        return session.scalar(
            select(Job)
            .where(Job.id == job.id, Job.state == "running", Job.attempts == job.attempt)
            .with_for_update()
        )

    def done(self, session: Session, job: Claimed) -> None:
        """It is done: in the transaction that makes it so."""
        session.execute(delete(Job).where(Job.id == job.id, Job.attempts == job.attempt))

    def again(
        self, session: Session, job: Claimed, *, data: Mapping[str, Any], in_: int = 0
    ) -> None:
        """There is more of it to do, after `in_` milliseconds. Counts as a fresh start."""
        held = self.held(session, job)
        if held is not None:
            held.state = "ready"
            held.data = dict(data)
            held.attempts = 0
            held.run_at = self._clock() + in_
            event.listen(session, "after_commit", lambda _: self.bell.ring(), once=True)

    def release(self, session: Session, *, held: str) -> None:
        """Those whose data say that this is what holds them (`held`) are due now."""
        session.execute(
            update(Job)
            .where(Job.state == "ready", Job.data["held"].as_string() == held)
            .values(run_at=self._clock())
            .execution_options(synchronize_session=False)
        )
        event.listen(session, "after_commit", lambda _: self.bell.ring(), once=True)

    def failed(self, job: Claimed, reason: str, *, most: int) -> None:
        """Try again later, each time after a longer pause; after `most` attempts it is dead."""

        def work(session: Session) -> None:
            held = self.held(session, job)
            if held is None:
                return
            held.error = reason[:2000]
            if held.attempts >= most:
                held.state = "dead"
                held.key = None
            else:
                held.state = "ready"
                held.run_at = self._clock() + pause(held.attempts)

        self._database.retrying(work)

    def revive(self, job_id: str) -> bool:
        """Let a dead job be tried again; whether there was one."""

        def work(session: Session) -> bool:
            job = session.get(Job, job_id, with_for_update=True)
            if job is None or job.state != "dead":
                return False
            job.state, job.attempts, job.run_at = "ready", 0, self._clock()
            return True

        revived = self._database.retrying(work)
        self.bell.ring()
        return revived

    def keep(self, jobs: list[Claimed]) -> None:
        """Give a sign of life for these."""
        if not jobs:
            return
        mine = or_(*((Job.id == job.id) & (Job.attempts == job.attempt) for job in jobs))
        with self._database.write() as session:
            session.execute(
                update(Job)
                .where(mine, Job.state == "running")
                .values(run_at=self._clock() + self._lease)
            )

    def counts(self) -> dict[str, int]:
        """How many jobs there are in each state."""
        with self._database.read() as session:
            rows = session.execute(select(Job.state, func.count()).group_by(Job.state)).all()
        return {"ready": 0, "running": 0, "dead": 0} | {str(state): int(n) for state, n in rows}


def pause(attempts: int) -> int:
    """Milliseconds until the next attempt: doubling, with jitter, so that what failed together
    does not come back together."""
    longest = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(attempts - 1, 20))
    return int(longest * random.uniform(0.5, 1.0))
