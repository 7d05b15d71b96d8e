"""The threads that do the jobs: awake when one is due, asleep otherwise.

Most jobs share one lane. What waits for a network, and could hold up everything, has threads of its
own; so has what a person waits for with the telephone in their hand.
"""

import logging
import threading
from collections.abc import Callable, Mapping

from sqlalchemy.exc import SQLAlchemyError

from workstation.server.jobs.queue import EVERY, Claimed, Jobs, Kind, Lane

log = logging.getLogger(__name__)

LOOK_AGAIN = 5.0
"""Seconds after which the table is looked at even when nobody rang: another process may have died
with a job in hand."""

LANES = {"files": 2, "calls": 4}
"""Threads of each lane beside the common one. Connecting somebody takes as long as their telephone
rings, and meanwhile others want to answer."""


class Worker:
    """`threads` of the common lane; 0 is none of any lane, and jobs wait for `run_due`."""

    def __init__(
        self,
        jobs: Jobs,
        kinds: Mapping[str, Kind],
        *,
        threads: int,
        lease: int,
        clock: Callable[[], int],
    ) -> None:
        self._jobs = jobs
        self._kinds = kinds
        self._clock = clock
        self._beat = lease / 1000 / 3
        self._stopping = threading.Event()
        self._running: dict[str, Claimed] = {}
        apart = {
            name: frozenset(kind for kind, how in kinds.items() if how.lane == name)
            for name in LANES
        }
        lanes = [("jobs", Lane(frozenset().union(*apart.values())), threads)]
        if threads:
            lanes += [
                (f"jobs-{name}", Lane(mine, others=False), LANES[name])
                for name, mine in apart.items()
                if mine
            ]
        self._threads = [
            threading.Thread(target=self._work, args=(lane,), name=f"{name}-{number}", daemon=True)
            for name, lane, count in lanes
            for number in range(count)
        ]
        self._threads.append(threading.Thread(target=self._keep, name="jobs-lease", daemon=True))

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self, patience: float = 10.0) -> None:
        """Take no new job, and let those in hand end."""
        self._stopping.set()
        self._jobs.bell.ring()
        for thread in self._threads:
            thread.join(timeout=patience)

    def run_due(self, lane: Lane = EVERY) -> int:
        """Do every job that is due, here and now; how many that were."""
        done = 0
        while not self._stopping.is_set() and self._one(lane):
            done += 1
        return done

    def _work(self, lane: Lane) -> None:
        while not self._stopping.is_set():
            try:
                heard = self._jobs.bell.rings
                if self.run_due(lane):
                    continue
                due = self._jobs.next_at(lane)
                wait = LOOK_AGAIN if due is None else (due - self._clock()) / 1000
                self._jobs.bell.wait(heard, min(max(wait, 0.001), LOOK_AGAIN))
            except SQLAlchemyError:
                log.exception("the jobs cannot be reached")
                self._stopping.wait(1)

    def _one(self, lane: Lane) -> bool:
        job = self._jobs.claim(lane)
        if job is None:
            return False
        kind = self._kinds.get(job.kind)
        if kind is None:
            self._jobs.failed(job, f"nobody here knows {job.kind!r}", most=10)
            return True
        self._running[job.id] = job
        try:
            kind.run(job)
        except Exception as error:
            # A bug or bad luck: either way it must not be lost, nor stop the other jobs.
            log.exception("job %s failed, attempt %d", job.kind, job.attempt)
            self._jobs.failed(job, type(error).__name__, most=kind.attempts)
        finally:
            del self._running[job.id]
        return True

    def _keep(self) -> None:
        while not self._stopping.wait(self._beat):
            try:
                self._jobs.keep(list(self._running.values()))
            except SQLAlchemyError:
                log.exception("no sign of life could be given")
