"""The job that clears away, once a day, what nobody needs any more."""

import time
from collections.abc import Callable

from sqlalchemy import delete, or_
from sqlalchemy.orm import Session

from workstation.models.office import Arrival, Awaited, SignIn, SignInAttempt, Visitor
from workstation.server.files.store import FileStore
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database

HOUR = 3_600_000
DAY = 24 * HOUR
KEEP_BODIES = 14 * DAY
"""Bodies whose effect is in the tables; those that were not understood stay."""
KEEP_AWAITED = 30 * DAY
"""News about messages that never came."""
KEEP_SIGN_INS = 30 * DAY
KEEP_VISITORS = 400 * DAY
"""Browsers that never came back: their token opens nothing any more, the conversation stays."""
KEEP_PIECES = 7 * DAY
"""Uploads that nobody went on with."""


class Tidy:
    def __init__(
        self, database: Database, jobs: Jobs, files: FileStore, clock: Callable[[], int]
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._files = files
        self._clock = clock

    def schedule(self) -> None:
        """See to it that there is one such job."""
        at = self._clock() + HOUR
        self._database.retrying(
            lambda session: self._jobs.enqueue(session, "tidy", {}, key="tidy", run_at=at)
        )

    def run(self, job: Claimed) -> None:
        def work(session: Session) -> None:
            now = self._clock()
            session.execute(
                delete(Arrival).where(Arrival.state == "parsed", Arrival.at < now - KEEP_BODIES)
            )
            session.execute(delete(Awaited).where(Awaited.at < now - KEEP_AWAITED))
            old = now - KEEP_SIGN_INS
            session.execute(
                delete(SignIn).where(or_(SignIn.ended_at < old, SignIn.refresh_until < old))
            )
            session.execute(delete(SignInAttempt).where(SignInAttempt.last_at < now - DAY))
            session.execute(delete(Visitor).where(Visitor.seen_at < now - KEEP_VISITORS))
            self._jobs.again(session, job, data={}, in_=DAY)
            session.flush()

        self._database.retrying(work)
        # Files carry the machine's own time, whatever the office's clock says.
        self._files.forget_pieces(before=time.time() - KEEP_PIECES / 1000)
