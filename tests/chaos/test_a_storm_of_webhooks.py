"""A storm: thousands of webhooks in any order, some of them twice, while servers are killed. What
is here afterwards is what would be had each come once, in order."""

import http.client
import random
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from tests.effort import Did
from tests.running import SECRET, RunningServer, StartServer, hire, wait_until
from tests.server.conversations import Choice, Talk, difference, dumped, what_became_of_each
from workstation.channels import open_channels
from workstation.channels.port import (
    signature,
)
from workstation.models import new_id, now_ms
from workstation.models.office import Arrival, Job
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import Kept, Reading
from workstation.server.intake.effect import Effect
from workstation.server.jobs.queue import Jobs
from workstation.server.lines import Lines

TALKS = 50
ACTS = 12
MOST = 20_000
MOST_KILLS = 20
POSTERS = 4
TWICE = 0.05


@dataclass
class Provider:
    """Posts each body until it is acknowledged, over kept connections."""

    server: RunningServer
    bodies: list[bytes]
    posted: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def work(self) -> None:
        connection: http.client.HTTPConnection | None = None
        while (body := self._next()) is not None:
            while True:
                try:
                    if connection is None:
                        connection = http.client.HTTPConnection(
                            self.server.settings.host, self.server.settings.port, timeout=20
                        )
                    headers = {"X-Workstation-Signature": signature(SECRET, body)}
                    connection.request("POST", "/v1/channels/console/inbound", body, headers)
                    answer = connection.getresponse()
                    answer.read()
                    if answer.status == 202:
                        break
                except (OSError, http.client.HTTPException):
                    pass
                connection = None
                threading.Event().wait(0.02)

    def _next(self) -> bytes | None:
        with self._lock:
            if self.posted == len(self.bodies):
                return None
            self.posted += 1
            return self.bodies[self.posted - 1]


@dataclass
class Storm:
    """The same conversations twice: once in order and calm, once not."""

    chance: random.Random
    talks: int
    began: int
    choices: list[list[Choice]] = field(init=False)
    calm: list[str] = field(init=False)
    wild: list[str] = field(init=False)

    def __post_init__(self) -> None:
        draw = self.chance.randrange
        self.choices = [
            [(draw(10), draw(8), draw(32)) for _ in range(ACTS)] for _ in range(self.talks)
        ]
        self.calm, self.wild = (
            [f"{name}{new_id()}" for _ in range(self.talks)] for name in ("calm", "wild")
        )

    def bodies(self, marks: list[str]) -> list[bytes]:
        """In order: the first act of each conversation, then the second of each ..."""
        told = [
            Talk(mark, chosen, began=self.began).bodies()
            for mark, chosen in zip(marks, self.choices, strict=True)
        ]
        return [dumped(body) for acts in zip(*told, strict=True) for body in acts]

    def wildly(self) -> list[bytes]:
        """In any order, some twice: the same bytes, or the same said in other bytes."""
        bodies = self.bodies(self.wild)
        again = self.chance.sample(bodies, int(len(bodies) * TWICE))
        bodies += [body + b" " * self.chance.randrange(2) for body in again]
        self.chance.shuffle(bodies)
        return bodies


def in_order(server: RunningServer, bodies: list[bytes], folder: Path) -> None:
    """Take these in as they happened."""
    now = now_ms()
    channels = open_channels(folder)
    jobs = Jobs(server.database, lease=1000, clock=now_ms)
    effect = Effect(jobs, Lines(server.database, jobs, channels, now_ms), channels)
    reading = Reading(server.settings, FileStore(folder), channels)
    for start in range(0, len(bodies), 100):
        arrived = [
            reading.read(Kept(new_id(), "console", body, now))
            for body in bodies[start : start + 100]
        ]
        server.database.retrying(partial(effect.apply, arrived=arrived, now=now))


def left(server: RunningServer) -> tuple[int, int]:
    """What is still to be done: bodies to take in, files to fetch."""
    with server.database.read() as session:
        ready = select(func.count()).where(Arrival.state == "ready")
        fetching = select(func.count()).where(Job.kind == "fetch_file")
        return session.scalar(ready) or 0, session.scalar(fetching) or 0


def wait_for_quiet(server: RunningServer) -> None:
    """As long as it goes on, however long that takes."""
    before, moved = left(server), time.monotonic()
    while before != (0, 0):
        time.sleep(0.2)
        now = left(server)
        if now != before:
            before, moved = now, time.monotonic()
        assert time.monotonic() - moved < 120, f"{before} are left\n{server.read_log()}"


def test_a_storm_ends_as_if_each_had_come_once_in_order(
    start_server: StartServer, tmp_path: Path, effort: int, did: Did
) -> None:
    chance = random.Random(effort)
    storm = Storm(chance, min(TALKS * effort, MOST // ACTS), began=now_ms() - 3_600_000)
    server = start_server(lease_seconds=0.5)
    hire(server.database, "sanne")
    in_order(server, storm.bodies(storm.calm), tmp_path / "calm")
    provider = Provider(server, storm.wildly())
    posting = [threading.Thread(target=provider.work) for _ in range(POSTERS)]
    for thread in posting:
        thread.start()
    kills = min(2 * effort, MOST_KILLS)
    for number in range(kills):
        due = len(provider.bodies) * (number + 1) // (kills + 1)
        wait_until(lambda due=due: provider.posted >= due, 300, server.read_log)  # type: ignore[misc]
        server.kill()
        did("server kills", 1)
        server.start()
    for thread in posting:
        thread.join()
    wait_for_quiet(server)
    with server.database.read() as session:
        failed = session.scalars(select(Arrival.error).where(Arrival.state == "failed")).all()
        assert failed == []
        calm = what_became_of_each(session, storm.calm)
        wild = what_became_of_each(session, storm.wild)
    for before, after, chosen in zip(storm.calm, storm.wild, storm.choices, strict=True):
        found = difference(calm[before], wild[after])
        assert not found, f"{chosen}\n{found}"
    did("webhooks posted", len(provider.bodies))
