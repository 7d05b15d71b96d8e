"""The job that has a body taken in once more, after a while: what it says is done only once."""

from collections.abc import Callable

from sqlalchemy import update
from sqlalchemy.orm import Session

from workstation.models.office import Arrival
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database


class TakeAgain:
    """`data`: arrival_id."""

    def __init__(self, database: Database, jobs: Jobs, rung: Callable[[], None]) -> None:
        self._database = database
        self._jobs = jobs
        self._rung = rung

    def run(self, job: Claimed) -> None:
        def work(session: Session) -> None:
            session.execute(
                update(Arrival)
                .where(Arrival.id == job.data["arrival_id"], Arrival.state != "ready")
                .values(state="ready")
                .execution_options(synchronize_session=False)
            )
            self._jobs.done(session, job)

        self._database.retrying(work)
        self._rung()
