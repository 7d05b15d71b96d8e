"""What somebody has begun to write reaches the office and their colleagues, and is never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.desk import Desk
from tests.small_shop import MINUTE, NOW, SmallShop, furnish
from workstation import actions
from workstation.channels import open_channels
from workstation.models import Contact, SharedDraft
from workstation.models.office import Receipt
from workstation.replica.rows.outbox import Draft
from workstation.server.dispatch import Dispatch
from workstation.server.files.store import FileStore
from workstation.server.follow import Follow
from workstation.server.jobs.queue import Jobs
from workstation.server.store.database import Database


class Team:
    """Two people of one team, and one of them at a second desk; the office decides when told to."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.shop: SmallShop = furnish(database)
        jobs = Jobs(database, lease=15_000, clock=lambda: NOW)
        follow = Follow(jobs, open_channels(folder / "files"), FileStore(folder / "files"))
        self.dispatch = Dispatch(database, follow, lambda: self.here.time)
        self.here = self._desk(self.shop.agent, folder / "here")
        self.there = self._desk(self.shop.agent, folder / "there")
        self.colleague = self._desk(self.shop.colleague, folder / "colleague")
        self.contact = self.shop.free

    def _desk(self, agent_id: str, folder: Path) -> Desk:
        desk = Desk(self.database, agent_id, folder, now=NOW)
        desk.pull()
        return desk

    @property
    def desks(self) -> tuple[Desk, ...]:
        return (self.here, self.there, self.colleague)

    def types(self, text: str, *, at: Desk | None = None, share: bool = True) -> None:
        replica = (at or self.here).replica
        replica.save_draft(Draft(self.contact, text))
        if share:
            replica.share_draft(self.contact)

    def sync(self) -> None:
        """Everybody sends, and everybody hears."""
        for desk in self.desks:
            desk.send(self.dispatch)
        for desk in self.desks:
            desk.pull()

    def later(self, milliseconds: int = 1000) -> None:
        for desk in self.desks:
            desk.time += milliseconds

    def seen(self) -> list[tuple[str, str]]:
        """What the colleague sees that others began."""
        return [(one.name, one.text) for one in self.colleague.replica.begun(self.contact)]

    def text(self, desk: Desk) -> str:
        draft = desk.replica.draft(self.contact)
        return draft.text if draft else ""


@pytest.fixture
def team(database: Database, tmp_path: Path) -> Iterator[Team]:
    found = Team(database, tmp_path)
    yield found
    for desk in found.desks:
        desk.close()


def test_a_colleague_sees_what_was_begun_until_it_is_sent(team: Team) -> None:
    team.types("Good afternoon, could")
    team.sync()
    assert team.seen() == [("agent", "Good afternoon, could")]
    assert team.here.replica.begun(team.contact) == ()
    team.later()
    team.here.replica.act(
        actions.Reply(contact_id=team.contact, text="Good afternoon.", written_at=NOW)
    )
    team.here.replica.save_draft(Draft(team.contact, ""))
    team.here.replica.share_draft(team.contact)
    assert team.here.replica.waiting() == (1, 0)
    team.sync()
    assert team.seen() == []
    assert team.text(team.there) == ""


def test_what_was_emptied_is_gone_for_everybody(team: Team) -> None:
    team.types("No")
    team.sync()
    team.later()
    team.types("")
    team.sync()
    assert team.seen() == []
    assert team.text(team.there) == ""


def test_without_a_line_only_the_newest_waits_and_nobody_is_told_of_it(team: Team) -> None:
    for words in ("Good", "Good evening", "Good evening, the"):
        team.types(words)
        team.later()
    assert team.here.replica.outbox() == []
    assert team.here.replica.waiting() == (0, 0)
    waiting = team.here.waiting()
    assert [envelope.data["text"] for envelope in waiting] == ["Good evening, the"]
    team.here.reopen()
    team.sync()
    assert team.seen() == [("agent", "Good evening, the")]


def test_the_same_is_not_sent_twice(team: Team) -> None:
    team.types("Good evening")
    team.sync()
    team.here.replica.share_draft(team.contact)
    assert team.here.waiting() == []


def test_my_draft_is_at_my_other_desk(team: Team) -> None:
    team.types("Good afternoon, could")
    team.sync()
    assert team.text(team.there) == "Good afternoon, could"
    team.later()
    team.types("Good afternoon, could you", at=team.there)
    team.sync()
    assert team.text(team.here) == "Good afternoon, could you"


def test_what_was_typed_last_here_stays_here(team: Team) -> None:
    team.types("at the other desk", at=team.there)
    team.sync()
    team.later()
    team.types("at this desk, later", share=False)
    assert team.text(team.here) == "at this desk, later"


def test_two_texts_that_never_met_are_both_kept(team: Team) -> None:
    team.types("typed without a line", share=False)
    team.later()
    team.types("typed at the other desk", at=team.there)
    team.sync()
    assert team.text(team.here) == "typed at the other desk\n\ntyped without a line"


def test_what_arrives_late_does_not_undo_what_was_written_later(team: Team) -> None:
    team.types("first, on a train")
    late = team.here.waiting()
    team.later()
    team.types("second, at the office", at=team.there)
    team.there.send(team.dispatch)
    for envelope in late:
        assert team.dispatch.decide(team.shop.agent, envelope).outcome == "accepted"
    team.colleague.pull()
    assert team.seen() == [("agent", "second, at the office")]


def test_a_draft_that_is_refused_bothers_nobody_and_stays_here(team: Team) -> None:
    team.types("nearly done")
    with team.database.write() as session:
        contact = session.get_one(Contact, team.contact)
        contact.team_id = team.shop.laptops
    (decision,) = team.here.send(team.dispatch)
    assert decision.outcome == "refused"
    assert team.here.replica.outbox() == []
    assert team.here.replica.waiting() == (0, 0)
    assert team.text(team.here) == "nearly done"


def test_what_was_answered_since_is_no_longer_offered(team: Team) -> None:
    team.types("Have you tried")
    team.sync()
    team.later(MINUTE)
    team.colleague.replica.act(
        actions.Reply(contact_id=team.contact, text="Solved.", written_at=NOW)
    )
    team.sync()
    assert team.seen() == []
    assert team.text(team.here) == "Have you tried"


def test_the_office_keeps_no_record_of_what_was_not_sent(team: Team) -> None:
    team.types("I would never")
    team.sync()
    team.later()
    team.types("")
    team.sync()
    with team.database.read() as session:
        receipts = session.scalars(select(Receipt).where(Receipt.kind == "save_draft")).all()
        kept = session.scalars(
            select(SharedDraft).where(SharedDraft.contact_id == team.contact)
        ).all()
    assert [receipt.data for receipt in receipts] == [{}, {}]
    assert [draft.text for draft in kept] == [""]
