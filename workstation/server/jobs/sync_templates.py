"""The job that brings a channel's message templates in line with its provider's, once a day and
soon after a start."""

import logging
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    TemplateNews,
)
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.port import (
    Channel,
)
from workstation.models import Template
from workstation.server.intake.account import apply_templates
from workstation.server.jobs.queue import Claimed, Jobs, pause
from workstation.server.lines import Lines
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

DAY = 24 * 3_600_000


class SyncTemplates:
    """`data`: channel; `tries` in vain."""

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        channels: Mapping[str, Channel],
        lines: Lines,
        clock: Callable[[], int],
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._channels = channels
        self._lines = lines
        self._clock = clock

    def schedule(self) -> None:
        """See to it that there is one such job for each channel with templates."""
        now = self._clock()

        def work(session: Session) -> None:
            for name, channel in self._channels.items():
                if channel.rules.templates:
                    self._jobs.enqueue(
                        session, "templates", {"channel": name}, key=f"templates:{name}", run_at=now
                    )
                else:
                    _take_in(session, name, ())

        self._database.retrying(work)

    def run(self, job: Claimed) -> None:
        name = job.data["channel"]
        channel = self._channels.get(name)
        if channel is None or not channel.rules.templates:
            self._database.retrying(lambda session: self._jobs.done(session, job))
            return
        try:
            found = [one for one in channel.templates() if one.channel == name]
        except Unavailable as error:
            tries = job.data.get("tries", 0) + 1
            wait = pause(tries) if error.retry_after is None else int(error.retry_after * 1000)
            self._again(job, {"channel": name, "tries": tries}, wait)
            return
        except Rejected as error:
            log.warning("the templates of %s cannot be read: %s", name, error)
            self._lines.say(channel.name, "templates", "degraded", str(error))
            self._again(job, {"channel": name}, DAY)
            return

        def work(session: Session) -> None:
            _take_in(session, name, found)
            self._lines.tell(session, channel.name, "templates", "open")
            self._jobs.again(session, job, data={"channel": name}, in_=DAY)
            session.flush()

        self._database.retrying(work)

    def _again(self, job: Claimed, data: Mapping[str, object], wait: int) -> None:
        def work(session: Session) -> None:
            self._jobs.again(session, job, data=data, in_=max(0, wait))
            session.flush()

        self._database.retrying(work)


def _take_in(session: Session, channel: str, found: Sequence[TemplateNews]) -> None:
    """These are all there are: what is missing can no longer be chosen."""
    apply_templates(session, found)
    there = {(one.name, one.language) for one in found}
    for template in session.scalars(select(Template).where(Template.channel == channel)):
        active = (template.name, template.language) in there
        if template.active != active:
            template.active = active
    session.flush()
