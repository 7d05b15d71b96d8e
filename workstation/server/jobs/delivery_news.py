"""The job that looks again for the message that some early news is about."""

import logging
from collections.abc import Callable

from sqlalchemy.orm import Session

from workstation.channels.port import DeliveryNews
from workstation.server.intake.news import apply_news
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

LOOKS = 8


class EarlyNews:
    """`data`: channel, and the fields of DeliveryNews."""

    def __init__(self, database: Database, jobs: Jobs, clock: Callable[[], int]) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock

    def run(self, job: Claimed) -> None:
        facts = dict(job.data)
        looks = facts.pop("looks", 0) + 1
        channel = facts.pop("channel")
        news = DeliveryNews(**facts)

        def work(session: Session) -> None:
            if apply_news(session, channel, news, self._clock()):
                self._jobs.done(session, job)
            elif looks >= LOOKS:
                log.warning("news from %s about a message that we never sent", channel)
                self._jobs.done(session, job)
            else:
                data = {**job.data, "looks": looks}
                self._jobs.again(session, job, data=data, in_=250 * 2**looks)

        self._database.retrying(work)
