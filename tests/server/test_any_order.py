"""Whatever order a conversation's webhooks come in, and however often each: it ends the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.effort import examples
from tests.running import hire, settings_for
from tests.server.conversations import (
    BEGAN,
    STEP,
    Choice,
    Talk,
    difference,
    dumped,
    shuffled,
    what_became_of,
)
from workstation.channels import open_channels
from workstation.models import (
    Contact,
    Message,
    Product,
    ProductType,
    Promise,
    new_id,
)
from workstation.models.office import Awaited, Job
from workstation.rules.delivery import may_become
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import Kept, Reading, key
from workstation.server.intake.effect import Effect
from workstation.server.intake.settling import settle
from workstation.server.jobs.queue import Jobs
from workstation.server.lines import Lines
from workstation.server.store.database import Database

NOW = BEGAN + 3_600_000
MOST = 14
"""Acts of one conversation."""

CHOICES: st.SearchStrategy[list[Choice]] = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 7), st.integers(0, 31)), min_size=1, max_size=MOST
)
ORDERS = st.lists(st.integers(0, 1000), max_size=MOST + 6)
CUTS = st.lists(st.integers(1, 6), min_size=1, max_size=5)
"""How many bodies are taken together, in turn."""


@dataclass
class Intake:
    """Takes in bodies, without a door."""

    database: Database
    reading: Reading
    effect: Effect

    def take(self, bodies: Sequence[bytes]) -> None:
        arrived = [self.reading.read(Kept(new_id(), "console", body, NOW)) for body in bodies]
        assert [one.error for one in arrived] == [""] * len(arrived)
        self.database.retrying(lambda session: self.effect.apply(session, arrived, NOW))


@pytest.fixture
def intake(database: Database, tmp_path: Path) -> Intake:
    hire(database, "sanne", team="First")
    _, washing = hire(database, "joost", team="Washing")
    with database.write() as session:
        for code, team in (("W-1", washing), ("T-1", None)):
            kind = ProductType(id=new_id(), name_en=code, name_nl=code, team_id=team)
            session.add(kind)
            session.add(Product(id=new_id(), product_type_id=kind.id, code=code, name=code))
        for kind_of, minutes in (("first_reply", 30), ("next_reply", 60)):
            session.add(Promise(id=new_id(), channel="whatsapp", kind=kind_of, minutes=minutes))
    channels = open_channels(tmp_path)
    jobs = Jobs(database, lease=1000, clock=lambda: NOW)
    lines = Lines(database, jobs, channels, lambda: NOW)
    reading = Reading(settings_for(database, tmp_path), FileStore(tmp_path / "files"), channels)
    return Intake(database, reading, Effect(jobs, lines, channels))


def together(things: Sequence[Any], cuts: Sequence[int]) -> Iterator[Sequence[Any]]:
    start = turn = 0
    while start < len(things):
        size = cuts[turn % len(cuts)]
        yield things[start : start + size]
        start, turn = start + size, turn + 1


unhurried = settings(
    max_examples=examples(2), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@unhurried
@given(choices=CHOICES, order=ORDERS, cuts=CUTS)
def test_any_order_and_repetition_ends_the_same(
    intake: Intake, choices: list[Choice], order: list[int], cuts: list[int]
) -> None:
    marks = [f"m{new_id()}" for _ in range(2)]
    for body in Talk(marks[0], choices).bodies():
        intake.take([dumped(body)])
    bodies = list(shuffled(Talk(marks[1], choices).bodies(), order))
    for some in together([dumped(body) for body in bodies], cuts):
        intake.take(some)
    with intake.database.read() as session:
        calm, wild = (what_became_of(session, mark) for mark in marks)
        assert not difference(calm, wild)


def answered(session: Session, contact_id: str, text: str) -> str:
    """An agent's answer that is being sent; its id."""
    message = Message(
        id=new_id(),
        contact_id=contact_id,
        direction="outbound",
        kind="text",
        author_id=new_id(),
        text=text,
        at=BEGAN,
        delivery="queued",
        delivery_at=BEGAN,
    )
    session.add(message)
    started = {"contact_id": contact_id, "started": message.id}
    session.add(
        Job(
            id=new_id(),
            kind="deliver",
            key=f"deliver:{contact_id}",
            data=started,
            state="running",
            run_at=NOW,
        )
    )
    return message.id


def recorded(intake: Intake, message_id: str, provider_id: str) -> Callable[[], None]:
    """The provider's answer to our own request is written down."""

    def work(session: Session) -> None:
        message = session.get_one(Message, message_id, with_for_update=True)
        if may_become(message.delivery, "sent"):
            message.delivery, message.delivery_at = "sent", BEGAN + STEP
        settle(session, key("console", provider_id, sent=True), message, NOW)

    return lambda: intake.database.retrying(work)


@unhurried
@given(choices=CHOICES, order=ORDERS, when=st.integers(0, MOST))
def test_news_of_our_own_message_may_overtake_what_it_is_called(
    intake: Intake, choices: list[Choice], order: list[int], when: int
) -> None:
    """Also its echo: it is one message, whichever comes first."""
    marks = [f"m{new_id()}" for _ in range(2)]
    for mark, mixed in zip(marks, (False, True), strict=True):
        name = f"{mark}-ours"
        talk = Talk(mark, choices, ours=(name,))
        first = Talk(mark, [(0, 0, 0)]).bodies()[0]
        first["messages"][0] |= {"id": f"{mark}-first", "at": BEGAN - STEP}
        intake.take([dumped(first)])
        with intake.database.write() as session:
            contact_id = session.scalars(
                select(Contact.id).where(Contact.thread == f"{mark}-thread")
            ).one()
            message_id = answered(session, contact_id, "We will look")
        echo = talk._written(0, BEGAN, echo=True) | {"id": name, "text": "We will look"}
        bodies = [*talk.bodies(), {"messages": [echo]}]
        record = recorded(intake, message_id, name)
        if not mixed:
            record()
            for body in bodies:
                intake.take([dumped(body)])
            continue
        for number, body in enumerate(shuffled(bodies, order)):
            if number == when:
                record()
            intake.take([dumped(body)])
        record()
        for body in bodies:  # an echo that might have been of ours is looked at again
            if any(message.get("echo") for message in body.get("messages", ())):
                intake.take([dumped(body)])
    with intake.database.read() as session:
        calm, wild = (what_became_of(session, mark) for mark in marks)
        assert not difference(calm, wild)
        waits = select(Awaited.kind).where(Awaited.origin.contains(marks[1]))
        assert set(session.scalars(waits)) <= {"ReadUpTo", "Reacted", "Replied", "Continued"}
