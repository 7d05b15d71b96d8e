"""The job that wakes a snoozed contact at its moment."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from workstation.models import Contact, Message, new_id
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database


class Unsnooze:
    """`data`: contact_id. Does nothing when it was woken before, or put away for longer."""

    def __init__(self, database: Database, jobs: Jobs, clock: Callable[[], int]) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock

    def run(self, job: Claimed) -> None:
        def work(session: Session) -> None:
            now = self._clock()
            contact = session.get(Contact, job.data["contact_id"], with_for_update=True)
            if (
                contact is not None
                and contact.state == "snoozed"
                and (contact.snoozed_until or 0) <= now
            ):
                contact.state = "open"
                contact.snoozed_until = None
                session.add(
                    Message(
                        id=new_id(),
                        contact_id=contact.id,
                        direction="internal",
                        kind="event",
                        facts={"what": "woke"},
                        at=now,
                    )
                )
            self._jobs.done(session, job)
            session.flush()

        self._database.retrying(work)
