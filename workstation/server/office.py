"""An office: the parts of one server process, put together, started and stopped in order."""

import asyncio
from collections.abc import Callable, Mapping

from fastapi import Request

from workstation.channels import open_channels
from workstation.channels.configuration import read_configuration
from workstation.channels.port import (
    Channel,
)
from workstation.models import now_ms
from workstation.server.chat.reception import Reception
from workstation.server.chat.visit_streams import VisitStreams
from workstation.server.dispatch import Dispatch
from workstation.server.endings import Endings
from workstation.server.files.store import FileStore
from workstation.server.files.uploads import Uploads
from workstation.server.findings import Looks
from workstation.server.follow import Follow
from workstation.server.hub import Hub
from workstation.server.intake.arrived import Reading
from workstation.server.intake.door import Door
from workstation.server.intake.effect import Effect
from workstation.server.intake.taking import Taking
from workstation.server.jobs import see_dials
from workstation.server.jobs.control_call import ControlCall
from workstation.server.jobs.deliver import Deliver
from workstation.server.jobs.fetch_file import FetchFile
from workstation.server.jobs.fetch_profile import FetchProfile
from workstation.server.jobs.forgotten_call import ForgottenCall
from workstation.server.jobs.match import MatchCustomer
from workstation.server.jobs.queue import Jobs, Kind
from workstation.server.jobs.see_dials import SeeDials
from workstation.server.jobs.sync_templates import SyncTemplates
from workstation.server.jobs.take_again import TakeAgain
from workstation.server.jobs.tidy import Tidy
from workstation.server.jobs.unsnooze import Unsnooze
from workstation.server.jobs.window_reminder import WindowReminder
from workstation.server.jobs.worker import Worker
from workstation.server.lines import Lines
from workstation.server.listening import Listening
from workstation.server.measuring import Measures
from workstation.server.settings import Settings
from workstation.server.signals import Signals
from workstation.server.store import migrate
from workstation.server.store.database import Database
from workstation.server.wake import Wake


class Office:
    """What every route can reach. `clock` gives milliseconds since the epoch."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], int] = now_ms,
        channels: Mapping[str, Channel] | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database)
        self.files = FileStore(settings.files)
        if channels is None:
            configuration = read_configuration(settings.channel_file)
            channels = open_channels(settings.files, configuration)
        self.channels = channels
        self.wake = Wake(self.database)
        self.signals = Signals(self.wake)
        self.hub = Hub(self.database, self.wake, self.signals)
        self.visits = VisitStreams(self.database, self.wake, self.signals)
        self.endings = Endings(self.database, self._end_streams)
        self._loop: asyncio.AbstractEventLoop | None = None
        lease = int(settings.lease_seconds * 1000)
        self.jobs = Jobs(self.database, lease=lease, clock=clock)
        self.lines = Lines(self.database, self.jobs, self.channels, clock)
        self.dispatch = Dispatch(self.database, Follow(self.jobs, self.channels, self.files), clock)
        self.uploads = Uploads(settings, self.database, self.files)
        self.effect = Effect(self.jobs, self.lines, self.channels)
        self.taking = Taking(
            database=self.database,
            reading=Reading(settings, self.files, self.channels),
            effect=self.effect,
            clock=clock,
            contacts_began=lambda: see_dials.soon(self.database, self.jobs, clock),
        )
        self.door = Door(database=self.database, rung=self.taking.ring, clock=clock)
        self.reception = Reception(
            database=self.database,
            channels=self.channels,
            door=self.door,
            signals=self.signals,
            jobs=self.jobs,
            clock=clock,
            processes=settings.workers,
        )
        self._tidy = Tidy(self.database, self.jobs, self.files, clock)
        self._reminder = WindowReminder(self.database, self.jobs, self.channels, clock)
        self._templates = SyncTemplates(self.database, self.jobs, self.channels, self.lines, clock)
        kinds = {
            "window_reminder": Kind(self._reminder.run),
            "templates": Kind(self._templates.run, lane="files"),
            "tidy": Kind(self._tidy.run),
            "deliver": Kind(
                Deliver(self.database, self.jobs, self.channels, self.files, self.lines, clock).run
            ),
            "match": Kind(MatchCustomer(self.database, self.jobs, clock).run),
            "control_call": Kind(
                ControlCall(self.database, self.jobs, self.channels, clock).run, lane="calls"
            ),
            "forgotten_call": Kind(ForgottenCall(self.database, self.jobs, clock).run),
            "fetch_file": Kind(
                FetchFile(settings, self.database, self.jobs, self.channels, self.files, clock).run,
                lane="files",
            ),
            "fetch_profile": Kind(
                FetchProfile(self.database, self.jobs, self.channels, clock).run, lane="files"
            ),
            "unsnooze": Kind(Unsnooze(self.database, self.jobs, clock).run),
            "see_dials": Kind(SeeDials(self.database, self.jobs, clock).run),
            "take_again": Kind(TakeAgain(self.database, self.jobs, self.taking.ring).run),
        }
        self.worker = Worker(
            self.jobs, kinds, threads=settings.job_threads, lease=lease, clock=clock
        )
        self.listening = Listening(self.database, self.channels, self.lines, self.door.keep)
        self.looks = Looks(self.channels)
        self.measures = Measures()

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        migrate.prepare(self.database)
        self._loop = loop
        self.lines.open()
        self._tidy.schedule()
        self._reminder.schedule()
        self._templates.schedule()
        self.wake.start()
        self.endings.start()
        self.hub.start(loop)
        self.visits.start(loop)
        self.door.start()
        if self.settings.job_threads:  # a process without only answers
            self.taking.start()
        self.worker.start()
        if self.settings.job_threads:
            self.listening.start()

    def drain(self) -> None:
        """No new work: end the streams, so that the open requests can end too."""
        self.hub.stop()
        self.visits.stop()

    def stop(self) -> None:
        self.listening.stop()
        self.door.stop()
        self.taking.stop()
        self.worker.stop()
        self.endings.stop()
        self.wake.stop()
        self.database.dispose()

    def end_streams(self, of: str) -> None:
        """A sign-in, or a visit to the chat, has ended: so do its streams, here and elsewhere."""
        self.endings.tell(of)

    def _end_streams(self, of: str) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.hub.end_sign_in, of)
            self._loop.call_soon_threadsafe(self.visits.end, of)


def office_of(request: Request) -> Office:
    """The office that answers this request."""
    office = request.app.state.office
    assert isinstance(office, Office)
    return office
