"""A short conversation on two threads, with answers written elsewhere, in every order there is."""

from itertools import permutations
from pathlib import Path

from tests.running import hire, settings_for
from tests.server.conversations import (
    BEGAN,
    STEP,
    Choice,
    Talk,
    difference,
    dumped,
    what_became_of_each,
)
from workstation.channels import open_channels
from workstation.models import new_id
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import Kept, Reading
from workstation.server.intake.effect import Effect
from workstation.server.jobs.queue import Jobs
from workstation.server.lines import Lines
from workstation.server.store.database import Database

NOW = BEGAN + 3_600_000
SAYS, ECHO, ELSEWHERE = (1, 0, 0), (7, 0, 0), (1, 0, 16)
TALK: tuple[Choice, ...] = (SAYS, ECHO, ELSEWHERE, ECHO, ELSEWHERE)
"""The last of these waits: what was written to the one thread answers what came before it, also
when it is known only later that both are one contact."""


def test_every_order_ends_with_the_same_question_open(database: Database, tmp_path: Path) -> None:
    hire(database, "sanne")
    channels = open_channels(tmp_path)
    jobs = Jobs(database, lease=1000, clock=lambda: NOW)
    effect = Effect(jobs, Lines(database, jobs, channels, lambda: NOW), channels)
    reading = Reading(settings_for(database, tmp_path), FileStore(tmp_path / "files"), channels)
    orders = list(permutations(range(len(TALK))))  # the first is how it was
    marks = [f"m{new_id()}" for _ in orders]
    talks = [[dumped(body) for body in Talk(mark, TALK).bodies()] for mark in marks]
    for turn in range(len(TALK)):
        arrived = [
            reading.read(Kept(new_id(), "console", talk[order[turn]], NOW))
            for talk, order in zip(talks, orders, strict=True)
        ]
        database.retrying(lambda session, some=arrived: effect.apply(session, some, NOW))  # type: ignore[misc]
    with database.read() as session:
        became = what_became_of_each(session, marks)
    calm = became[marks[0]]
    assert [contact["waiting_since"] for contact in calm] == [BEGAN + len(TALK) * STEP]
    for mark, order in zip(marks, orders, strict=True):
        found = difference(calm, became[mark])
        assert not found, f"{order}\n{found}"


def test_what_was_read_stays_read_when_somebody_reacts_to_it(
    database: Database, tmp_path: Path
) -> None:
    """Also where the reaction is taken in together with what it is to, after the reading."""
    hire(database, "sanne")
    channels = open_channels(tmp_path)
    jobs = Jobs(database, lease=1000, clock=lambda: NOW)
    effect = Effect(jobs, Lines(database, jobs, channels, lambda: NOW), channels)
    reading = Reading(settings_for(database, tmp_path), FileStore(tmp_path / "files"), channels)
    mark = f"m{new_id()}"
    asked, answer, reaction, read = (
        Kept(new_id(), "console", dumped(body), NOW)
        for body in Talk(mark, (SAYS, ECHO, (6, 1, 0), (9, 0, 0))).bodies()
    )
    for together in ([asked], [read], [answer, reaction]):
        arrived = [reading.read(kept) for kept in together]
        database.retrying(lambda session, some=arrived: effect.apply(session, some, NOW))  # type: ignore[misc]
    with database.read() as session:
        (contact,) = what_became_of_each(session, [mark])[mark]
    (ours,) = (said for said in contact["messages"] if said["direction"] == "outbound")
    assert ours["delivery"] == "read"
    assert ours["facts"]["reactions"]
