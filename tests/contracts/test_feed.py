"""Rules 2 and 3: old rows and the changes since any cursor are a fresh snapshot, whoever commits in
whatever order, wherever a pull is cut; and what an agent may no longer see is forgotten.

Each schedule is played against a real database: transactions stay open side by side (on
PostgreSQL), are committed in any order or abandoned, while pulls run between them.
"""

import contextlib
import json
import time
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.contracts.holder import Holder
from tests.desk import Everything, clear, newest, visible_rows
from tests.effort import Did, examples
from tests.small_shop import NOW
from workstation.models import (
    Agent,
    Contact,
    Customer,
    Identity,
    Membership,
    Message,
    Team,
    id_for,
    new_id,
)
from workstation.server.feed_routes import Reader, read_page
from workstation.server.hub import PEOPLE
from workstation.server.store.cursor import Cursor, read_cursor
from workstation.server.store.database import Database
from workstation.server.store.shares import share_changed
from workstation.server.store.tail import read_tail
from workstation.wire.tables import TABLES

CONTACTS = 6
WRITERS = 3
TEAMS = ("one", "two", "three")
AGENTS = ("watcher", "other")


def _id(name: str) -> str:
    return id_for("feed", name)


@dataclass
class Writer:
    """A transaction, perhaps still open, and the things only it may touch until it ends."""

    stack: contextlib.ExitStack
    session: Session
    holds: set[str] = field(default_factory=set)


class Play:
    """One schedule: writers, and the desk of `watcher` that pulls meanwhile."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.writers: dict[int, Writer] = {}
        self.desk = Holder()
        self.remembered: list[Holder] = []
        self.live = Holder()
        self._counter = 0
        self._clear()

    def _clear(self) -> None:
        clear(self.database)
        with self.database.write() as session:
            for team in TEAMS:
                session.add(Team(id=_id(team), name_en=team, name_nl=team))
            for agent in AGENTS:
                session.add(Agent(id=_id(agent), login=agent, name=agent, role="agent"))
            session.add(Membership(id=_id("member-0"), agent_id=_id("watcher"), team_id=_id("one")))
            for number in range(4):
                session.add(_contact(number, "one" if number else "two"))
                session.add(_customer(number))
            share_changed(session)
            session.flush()

    # -- writers

    def write(self, number: int, what: int, which: int, how: int) -> None:
        writer = self._writer(number)
        work = (
            self._contact_made,
            self._message,
            self._transfer,
            self._owner,
            self._archive,
            self._membership,
            self._rename,
            self._customer_of,
        )[what % 8]
        work(writer, which, how)
        writer.session.flush()

    def _number(self, number: int) -> int:
        return number % (WRITERS if self.database.is_postgresql else 1)  # SQLite has one writer

    def _writer(self, number: int) -> Writer:
        number = self._number(number)
        writer = self.writers.get(number)
        if writer is None:
            stack = contextlib.ExitStack()
            writer = Writer(stack, stack.enter_context(self.database.write()))
            self.writers[number] = writer
        return writer

    def _hold(self, writer: Writer, thing: str) -> bool:
        """Whether this writer may touch it: not while another's transaction does."""
        if any(thing in other.holds for other in self.writers.values() if other is not writer):
            return False
        writer.holds.add(thing)
        return True

    def _get(self, writer: Writer, which: int) -> Contact | None:
        number = which % CONTACTS
        if not self._hold(writer, f"contact-{number}"):
            return None
        return writer.session.get(Contact, _id(f"contact-{number}"))

    def _contact_made(self, writer: Writer, which: int, how: int) -> None:
        if self._get(writer, which) is None and f"contact-{which % CONTACTS}" in writer.holds:
            writer.session.add(_contact(which % CONTACTS, TEAMS[how % 3]))
            writer.session.add(_customer(which % CONTACTS))
            share_changed(writer.session)

    def _message(self, writer: Writer, which: int, how: int) -> None:
        contact = self._get(writer, which)
        if contact is not None:
            self._counter += 1
            writer.session.add(
                Message(
                    id=new_id(),
                    contact_id=contact.id,
                    direction="inbound",
                    kind="text",
                    text=f"message {self._counter}",
                    at=NOW + self._counter,
                )
            )
            contact.last_at = NOW + self._counter

    def _transfer(self, writer: Writer, which: int, how: int) -> None:
        contact = self._get(writer, which)
        if contact is not None:
            contact.team_id = _id(TEAMS[how % 3])
            share_changed(writer.session)

    def _owner(self, writer: Writer, which: int, how: int) -> None:
        contact = self._get(writer, which)
        if contact is not None:
            contact.owner_id = (None, _id("watcher"), _id("other"))[how % 3]
            share_changed(writer.session)

    def _archive(self, writer: Writer, which: int, how: int) -> None:
        contact = self._get(writer, which)
        if contact is not None:
            contact.archived_at = NOW if how % 3 else None
            share_changed(writer.session)

    def _membership(self, writer: Writer, which: int, how: int) -> None:
        number = which % 3
        if not self._hold(writer, f"member-{number}"):
            return
        member = writer.session.get(Membership, _id(f"member-{number}"))
        if member is None:
            member = Membership(
                id=_id(f"member-{number}"), agent_id=_id("watcher"), team_id=_id(TEAMS[number])
            )
            writer.session.add(member)
        member.active = bool(how % 2)

    def _rename(self, writer: Writer, which: int, how: int) -> None:
        number = which % 3
        if self._hold(writer, f"team-{number}"):
            team = writer.session.get_one(Team, _id(TEAMS[number]))
            team.icon = f"icon {how}"

    def _customer_of(self, writer: Writer, which: int, how: int) -> None:
        """The contact's address turns out to be somebody else's: an identity moves."""
        contact = self._get(writer, which)
        if contact is None:
            return
        number = which % CONTACTS
        identity = writer.session.get_one(Identity, _id(f"identity-{number}"))
        wanted = _id(f"customer-{number}-{how % 2}")
        if writer.session.get(Customer, wanted) is None:
            writer.session.add(Customer(id=wanted, name=f"customer {number} {how % 2}"))
        identity.customer_id = contact.customer_id = wanted
        share_changed(writer.session)

    def commit(self, number: int) -> None:
        writer = self.writers.pop(self._number(number), None)
        if writer is not None:
            writer.stack.close()

    def abort(self, number: int) -> None:
        writer = self.writers.pop(self._number(number), None)
        if writer is not None:
            with contextlib.suppress(_GivenUpError):
                writer.stack.__exit__(_GivenUpError, _GivenUpError(), None)

    def end_writers(self) -> None:
        for number in list(self.writers):
            self.commit(number)

    # -- readers

    def reader(self) -> Reader:
        with self.database.read() as session:
            teams = session.scalars(
                select(Membership.team_id).where(
                    Membership.agent_id == _id("watcher"), Membership.active
                )
            ).all()
        return Reader(agent_id=_id("watcher"), sign_in_id="", team_ids=frozenset(teams))

    def pull(self, holder: Holder, limit: int, pages: int) -> bool:
        """At most so many pages, each remembered; whether the end was reached."""
        for _ in range(pages):
            packet = read_page(self.database, self.reader(), holder.cursor, limit)
            holder.page(json.loads(json.dumps(packet)))
            if holder is self.desk and len(self.remembered) < 8:
                self.remembered.append(holder.copy())
            if not packet["more"]:
                return True
        return False

    def catch_up(self, holder: Holder, limit: int) -> None:
        """Pull until everything is known; other tests' transactions may hold the feed back."""
        past = newest(self.database)
        until = time.monotonic() + 30
        while not self.pull(holder, limit, 10_000) or holder.upto <= past:
            assert time.monotonic() < until, "the feed is held back"

    def listen(self) -> None:
        """What a stream tells the live holder: the tail since it last heard."""
        with self.database.read() as session:
            epoch = self.database.epoch(session)
            tail = read_tail(self.database, session, self.live.upto)
        if tail.tables & PEOPLE:
            self.pull(self.live, 2000, 10_000)
            return
        # A stream hears what its desk could see when it began, until the change itself comes by.
        known = read_cursor(self.live.cursor).known if self.live.cursor else ()
        audiences = known[0][1] if known else ()
        if not audiences:
            self.pull(self.live, 2000, 10_000)
            return
        for audience in audiences:
            news = tail.news.get(audience)
            if news is not None:
                told = json.loads(json.dumps({"tables": news.tables, "shares": news.shares}))
                self.live.news(told["tables"], told["shares"])
        self.live.upto = tail.upto
        self.live.cursor = Cursor(epoch, ((tail.upto, tuple(sorted(audiences))),)).write()

    def expected(self) -> Everything:
        return visible_rows(self.database, _id("watcher"))

    def check(self, holder: Holder, expected: Everything, what: str) -> None:
        """The holder has what the agent may see, all of it, and nothing else."""
        for name, table in TABLES.items():
            held = {
                row_id: dict(zip(table.columns, row, strict=True))
                for row_id, row in holder.tables[name].items()
            }
            for row in held.values():
                del row["rev"]
            assert held == expected[name], f"{what}: {name}"


class _GivenUpError(Exception):
    """A transaction that is abandoned."""


def _contact(number: int, team: str) -> Contact:
    return Contact(
        id=_id(f"contact-{number}"),
        channel="email",
        thread=f"thread-{number}",
        customer_id=_id(f"customer-{number}-0"),
        identity_id=_id(f"identity-{number}"),
        team_id=_id(team),
        state="open",
        opened_at=NOW,
        last_at=NOW,
        last_side="customer",
    )


def _customer(number: int) -> Identity:
    return Identity(
        id=_id(f"identity-{number}"),
        customer_id=_id(f"customer-{number}-0"),
        channel="email",
        address=f"{number}@example.nl",
    )


Step = tuple[str, int, int, int, int]
_numbers = st.integers(0, 11)
_zero = st.just(0)
_limits = st.one_of(st.integers(1, 3), st.integers(1, 50))
_step = st.one_of(
    st.tuples(st.sampled_from(["write", "quick"]), _numbers, st.integers(0, 7), _numbers, _numbers),
    st.tuples(st.just("quick"), _numbers, st.sampled_from([2, 3, 5]), _numbers, _numbers),
    st.tuples(st.sampled_from(["commit", "commit", "abort"]), _numbers, _zero, _zero, _zero),
    st.tuples(st.just("pull"), _limits, st.integers(1, 6), _zero, _zero),
    st.tuples(st.just("listen"), _zero, _zero, _zero, _zero),
)


def _play(play: Play, steps: list[Step]) -> None:
    for what, a, b, c, d in steps:
        if what in ("write", "quick"):
            play.write(a, b, c, d)
            if what == "quick":
                play.commit(a)
        elif what == "commit":
            play.commit(a)
        elif what == "abort":
            play.abort(a)
        elif what == "pull":
            play.pull(play.desk, a, b)
        else:
            play.listen()


@settings(
    max_examples=examples(3),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    steps=st.lists(_step, min_size=20, max_size=50),
    limits=st.lists(_limits, min_size=1, max_size=4),
)
def test_old_rows_and_changes_since_any_cursor_are_a_fresh_snapshot(
    database: Database, did: Did, steps: list[Step], limits: list[int]
) -> None:
    play = Play(database)
    try:
        _play(play, steps)
    finally:
        play.end_writers()
    play.catch_up(play.desk, limits[0])
    expected = play.expected()
    play.check(play.desk, expected, "the desk that pulled")
    play.remembered.append(Holder())
    for number, holder in enumerate(play.remembered):
        play.catch_up(holder, limits[number % len(limits)])
        play.check(holder, expected, f"from cursor {number}")
    play.catch_up(play.live, 2000)
    play.check(play.live, expected, "the desk that listened")
    did("feed schedules", 1)
    did("feed cursors", len(play.remembered))


def test_a_team_left_in_the_middle_of_its_first_pull_is_forgotten(database: Database) -> None:
    """The desk has rows of a team that its cursor does not yet count as known."""
    play = Play(database)
    play.catch_up(play.desk, 50)
    play.write(0, 5, 1, 1)  # joins the second team,
    play.commit(0)
    play.pull(play.desk, 1, 4)  # hears its first contacts,
    assert play.desk.tables["contact"]
    play.write(0, 5, 1, 0)  # and leaves
    play.commit(0)
    play.catch_up(play.desk, 50)
    play.check(play.desk, play.expected(), "after leaving")


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_who_began_first_and_commits_last_is_not_missed(database: Database) -> None:
    """A revision may become visible after higher ones: the feed waits below the oldest one still
    open. SQLite has one writer at a time, where this cannot be."""
    play = Play(database)
    play.catch_up(play.desk, 50)
    play.catch_up(play.live, 50)
    play.write(0, 1, 1, 0)  # the first writes, and stays open,
    play.write(1, 1, 2, 0)
    play.commit(1)  # while the second is done,
    assert play.pull(play.desk, 50, 100)  # and everybody hears of it
    play.listen()
    play.write(2, 1, 3, 0)
    play.abort(2)
    assert play.pull(play.desk, 50, 100)
    play.listen()
    play.commit(0)
    play.catch_up(play.desk, 50)
    play.listen()
    expected = visible_rows(database, _id("watcher"))
    play.check(play.desk, expected, "the desk that pulled")
    play.catch_up(play.live, 50)
    play.check(play.live, expected, "the desk that listened")
