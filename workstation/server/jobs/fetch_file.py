"""The job that gets a file of a message from its provider: as soon as the message is here, since
what a provider keeps it does not keep for long."""

import logging
from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    RemoteFile,
)
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.port import (
    Channel,
)
from workstation.models import Attachment
from workstation.models.text import one_line
from workstation.rules.failures import known
from workstation.server.files.accept import Accepted, accept, record
from workstation.server.files.kinds import FileRefusedError
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import fit
from workstation.server.jobs.queue import Claimed, Jobs, pause
from workstation.server.settings import Settings
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

DAY = 24 * 3_600_000
"""How long it is tried: milliseconds."""


class FetchFile:
    """`data`: attachment_id, the slot's name (`channel`), and the fields of RemoteFile; `since`,
    when it was first tried, and `tries` in vain."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        jobs: Jobs,
        channels: Mapping[str, Channel],
        files: FileStore,
        clock: Callable[[], int],
    ) -> None:
        self._settings = settings
        self._database = database
        self._jobs = jobs
        self._channels = channels
        self._files = files
        self._clock = clock

    def run(self, job: Claimed) -> None:
        with self._database.read() as session:
            wanted = session.get(Attachment, job.data["attachment_id"])
        if wanted is None or wanted.state != "fetching":
            self._end(job, None)
            return
        file = RemoteFile(
            reference=job.data["reference"],
            media_type=job.data.get("media_type", ""),
            name=job.data.get("name", ""),
            role=job.data.get("role", ""),
        )
        try:
            found = self._channels[job.data["channel"]].fetch(file)
            taken = accept(
                self._settings,
                self._files,
                found.content,
                found.media_type or file.media_type,
                file.role,
            )
        except Rejected as error:
            self._end(job, error.code if known(error.code) else str(error) or "office.no_file")
        except FileRefusedError as error:
            log.info("a file was left out: %s", error.code)
            self._end(job, f"office.{error.code}")
        except Unavailable as error:
            self._later(job, error.retry_after)
        except Exception:  # whatever it is, it may be better tomorrow, and stops no other file
            log.exception("a file of %s could not be fetched", job.data["channel"])
            self._later(job, None)
        else:
            self._end(job, None, taken, found.name)

    def _end(
        self, job: Claimed, failure: str | None, taken: Accepted | None = None, name: str = ""
    ) -> None:
        """Write down what came of it, once: who was taken for dead may say it as well."""

        def work(session: Session) -> None:
            attachment = session.get(
                Attachment, job.data["attachment_id"], with_for_update=True, populate_existing=True
            )
            if attachment is not None and attachment.state == "fetching":
                if taken is not None:
                    record(session, taken, self._clock())
                    attachment.state = "ready"
                    attachment.sha256 = taken.sha256
                    attachment.size = taken.size
                    attachment.media_type = taken.looked.media_type
                    attachment.width = taken.looked.width
                    attachment.height = taken.looked.height
                    attachment.name = attachment.name or fit(name)
                elif failure is not None:
                    attachment.state = "failed"
                    attachment.failure = one_line(failure, 200)
            self._jobs.done(session, job)
            session.flush()

        self._database.retrying(work)

    def _later(self, job: Claimed, told: float | None) -> None:
        """Try it again, as long as there is hope."""
        now = self._clock()
        since = job.data.get("since", now)
        if now - since >= DAY:
            self._end(job, "office.file_late")
            return
        tries = job.data.get("tries", 0) + 1
        wait = pause(tries) if told is None else max(0, int(told * 1000))
        data = {**job.data, "since": since, "tries": tries}
        with self._database.write() as session:
            self._jobs.again(session, job, data=data, in_=wait)
            session.flush()
