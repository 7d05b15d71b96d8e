"""The job that ends a call whose end was never told: a desk must not ring for ever."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from workstation.server.intake.calls import end_forgotten
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database


class ForgottenCall:
    """`data`: call_id."""

    def __init__(self, database: Database, jobs: Jobs, clock: Callable[[], int]) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock

    def run(self, job: Claimed) -> None:
        def work(session: Session) -> None:
            now = self._clock()
            again = end_forgotten(session, job.data["call_id"], now, jobs=self._jobs)
            if again is None:
                self._jobs.done(session, job)
            else:
                self._jobs.again(session, job, data=job.data, in_=max(1_000, again - now))
            session.flush()

        self._database.retrying(work)
