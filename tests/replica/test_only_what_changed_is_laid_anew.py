"""After a change only those of the waiting actions are laid anew that it can have made different,
and the rows are exactly what laying all of them anew makes of them: whatever was done, by whom."""

import contextlib
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.examples import EXAMPLES, Example
from tests.desk import Desk, clear
from tests.effort import Did
from tests.laid_twice import Layings, compared
from tests.small_shop import MINUTE, NOW, SmallShop, furnish
from workstation import actions
from workstation.actions import Action, Refused
from workstation.channels import open_channels
from workstation.replica.footprints import Cell, Footprint, Laid
from workstation.server.dispatch import Dispatch
from workstation.server.files.store import FileStore
from workstation.server.follow import Follow
from workstation.server.jobs.queue import Jobs
from workstation.server.store.database import Database
from workstation.wire.envelopes import Envelope

EVERY = [example for examples in EXAMPLES.values() for example in examples]
PEOPLE = ("agent", "lead", "admin")
STEPS = 45


@pytest.fixture
def layings() -> Iterator[Layings]:
    with pytest.MonkeyPatch.context() as patch, compared(patch) as seen:
        yield seen


class Office:
    """A server without a network, and one desk at it; others act at the server itself."""

    def __init__(self, database: Database, folder: Path, by: str) -> None:
        clear(database)
        files = FileStore(folder / "files")
        self.shop: SmallShop = furnish(database, files)
        jobs = Jobs(database, lease=15_000, clock=lambda: NOW)
        follow = Follow(jobs, open_channels(folder / "files"), files)
        self.dispatch = Dispatch(database, follow, lambda: NOW)
        self.by = by
        self.desk = Desk(database, getattr(self.shop, by), folder / f"desk of {by}", now=NOW)
        self.desk.pull()
        self.held: list[str] = []

    def act(self, action: Action, *, hold: int = 0) -> None:
        with contextlib.suppress(Refused):
            self.held.append(self.desk.replica.act(action, hold=hold))

    def elsewhere(self, number: int, example: Example, action: Action) -> None:
        """A colleague does it, at another desk."""
        envelope = Envelope(
            id=f"00000000-0000-7000-8000-{number:012d}",
            kind=action.kind,
            data=json.loads(action.model_dump_json()),
        )
        self.dispatch.decide(getattr(self.shop, example.by), envelope)

    def send(self, *, some: bool) -> None:
        envelopes = self.desk.waiting()
        if some:
            envelopes = envelopes[: len(envelopes) // 2]
        decisions = [self.dispatch.decide(self.desk.agent_id, one) for one in envelopes]
        if some:
            self.desk.replica.receiving.batch_failed()
        if decisions:
            self.desk.replica.receiving.decided(decisions)

    def step(self, chance: random.Random, number: int) -> None:
        desk = self.desk
        match chance.choice(("act", "act", "many", "other", "other", "page", "send", "back")):
            case "act":
                self.act(chance.choice(EVERY).action(self.shop), hold=chance.choice((0, MINUTE)))
            case "many":
                contacts = sorted(desk.rows()["contact"])
                tag = f"tag {number}"
                desk.replica.act_many(
                    [
                        (
                            actions.TagContact(contact_id=one, add=(tag,)),
                            actions.Claim(contact_id=one),
                        )
                        for one in chance.sample(contacts, min(5, len(contacts)))
                    ]
                )
            case "other":
                example = chance.choice(EVERY)
                self.elsewhere(number, example, example.action(self.shop))
                desk.page(chance.choice((3, 40, 2000)))
            case "page":
                desk.page(chance.choice((3, 40, 2000)))
            case "send":
                desk.time += chance.choice((0, MINUTE))
                self.send(some=chance.random() < 0.3)
            case "back" if self.held:
                desk.replica.take_back(self.held.pop(chance.randrange(len(self.held))))


@pytest.mark.counted
def test_laying_some_anew_is_laying_all_anew(
    sqlite_office: Database, tmp_path: Path, layings: Layings, effort: int, did: Did
) -> None:
    for seed in range(6 * effort):
        chance = random.Random(seed)
        office = Office(sqlite_office, tmp_path / str(seed), PEOPLE[seed % len(PEOPLE)])
        try:
            for number in range(STEPS):
                office.step(chance, 1000 * seed + number)
                if chance.random() < 0.03:
                    office.desk.reopen()
        finally:
            office.desk.close()
    assert layings.partial > layings.compared / 4, "mostly not all is laid anew"
    did("layings compared", layings.compared)


def test_of_many_contacts_only_those_that_came_are_laid_anew(
    sqlite_office: Database, tmp_path: Path, layings: Layings
) -> None:
    office = Office(sqlite_office, tmp_path, "lead")
    contacts = sorted(office.desk.rows()["contact"])
    assert len(contacts) > 5
    office.desk.replica.receiving.refresh_preview()
    outcome = office.desk.replica.act_many(
        [(actions.TagContact(contact_id=one, add=("quite new",)),) for one in contacts]
    )
    done = outcome.done
    (first, *_) = envelopes = office.desk.waiting()
    office.desk.replica.receiving.decided([office.dispatch.decide(office.desk.agent_id, first)])
    office.desk.page()
    assert len(envelopes) == len(done)
    assert layings.left_alone >= 2 * (len(done) - 1)
    assert set(office.desk.previewed()["contact"]) == set(done[1:])
    office.desk.close()


def test_what_was_taken_back_for_many_is_laid_anew_for_those_that_came(
    sqlite_office: Database, tmp_path: Path, layings: Layings
) -> None:
    office = Office(sqlite_office, tmp_path, "lead")
    contacts = sorted(office.desk.rows()["contact"])
    office.desk.replica.receiving.refresh_preview()
    for tags in ({"add": ("quite new",)}, {"remove": ("quite new",)}):
        parts = [(actions.TagContact(contact_id=one, **tags),) for one in contacts]
        office.desk.replica.act_many(parts)
    envelopes = office.desk.waiting()
    assert len(envelopes) == 2 * len(contacts)
    first = envelopes[0]
    office.desk.replica.receiving.decided([office.dispatch.decide(office.desk.agent_id, first)])
    office.desk.page()
    assert layings.left_alone >= 2 * (len(envelopes) - 2)
    office.desk.close()


def test_who_reads_what_another_writes_is_laid_anew_with_it() -> None:
    here, there = Cell("contact", "here"), Cell("contact", "there")
    customer = Cell("customer", "both")
    laid = Laid()
    laid.begin(
        {
            "names": Footprint(frozenset({customer}), frozenset({customer})),
            "reads": Footprint(frozenset({here, customer}), frozenset({here})),
            "alone": Footprint(frozenset({there}), frozenset({there})),
        }
    )
    every = ["names", "reads", "alone"]
    laid.changed({there})
    assert laid.reach(every).actions == {"alone"}
    laid.settled(every)
    laid.changed({customer})
    assert laid.reach(every).actions == {"names", "reads"}
    laid.settled(every)
    assert laid.reach(["reads", "alone"]).actions == {"reads"}, "what it read is written no more"
    laid.settled(every)
    laid.changed({here})
    assert laid.reach(every).actions == {"names", "reads"}, "in order, not over each other"
