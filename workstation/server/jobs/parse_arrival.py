"""The job that reads a set-aside arrival again, when a person has asked for it."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from workstation.channels.port import Channel
from workstation.models.office import Arrival
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import read
from workstation.server.intake.taking import Intake
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.settings import Settings
from workstation.server.store.database import Database


class ParseArrival:
    """`data`: arrival_id."""

    def __init__(
        self,
        *,
        settings: Settings,
        database: Database,
        jobs: Jobs,
        channels: Mapping[str, Channel],
        files: FileStore,
        intake: Intake,
        clock: Callable[[], int],
    ) -> None:
        self._settings = settings
        self._database = database
        self._jobs = jobs
        self._channels = channels
        self._files = files
        self._intake = intake
        self._clock = clock

    def run(self, job: Claimed) -> None:
        def work(session: Session) -> None:
            arrival = session.get(Arrival, job.data["arrival_id"], with_for_update=True)
            if arrival is not None and arrival.state == "failed":
                channel = self._channels[arrival.channel]
                again = read(
                    self._settings, self._files, channel, arrival.body, arrival_id=arrival.id
                )
                arrival.error = again.error
                if not again.error:
                    self._intake.effect(session, [again], self._clock())
                    arrival.state = "parsed"
            self._jobs.done(session, job)
            session.flush()

        self._database.retrying(work)
