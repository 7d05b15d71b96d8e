"""Several desks, one server, and everything that can happen between them: partitions, lost answers,
wrong clocks, news heard twice, refusals, restarts, customers and colleagues writing meanwhile.
Whenever the network heals, every desk has what its agent may see, all of it and nothing else; the
outbox is empty but for what was refused; and every reply counts once.
"""

import contextlib
import itertools
import json
import random
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.desk import Desk, clear, drafts_of, newest, visible_rows
from tests.effort import Did, examples
from tests.small_shop import MINUTE, NOW, SmallShop, furnish
from workstation import actions
from workstation.actions import Action, Refused
from workstation.channels.incoming import (
    Inbound,
    Parsed,
)
from workstation.models import Contact, Membership, Message, new_id
from workstation.models.office import Receipt
from workstation.replica.receiving import News
from workstation.server.hub import PEOPLE
from workstation.server.intake.arrived import Arrived, Kept, Letter, key
from workstation.server.office import Office
from workstation.server.settings import Settings
from workstation.server.store.cursor import Cursor, read_cursor
from workstation.server.store.database import Database
from workstation.server.store.tail import read_tail

PEOPLE_AT_DESKS = ("agent", "colleague", "lead")


@dataclass(frozen=True)
class Heard:
    """What a stream told once, to be told again."""

    news: tuple[News, ...]
    cursor: str
    upto: int


class Floor:
    """The desks and their server. Time goes on with everything that happens."""

    def __init__(self, database: Database, folder: Path, template: Path) -> None:
        clear(database)
        self.office = Office(
            Settings(
                database=database.url.render_as_string(hide_password=False),
                files=folder / "files",
                job_threads=0,
            ),
            clock=lambda: self.now,
        )
        self.database = database
        self.now = NOW
        self._numbers = itertools.count(1)
        self.shop: SmallShop = furnish(database)
        self.desks: dict[str, Desk] = {}
        self.heard: dict[str, list[Heard]] = {name: [] for name in PEOPLE_AT_DESKS}
        self.said: dict[str, str] = {}
        """Text by desk's name, of every reply and note that its desk took."""
        self.dropped: set[str] = set()
        for name in PEOPLE_AT_DESKS:
            at = folder / name
            shutil.copytree(template, at)
            self.desks[name] = Desk(database, getattr(self.shop, name), at, now=self.now)
        self._lock = threading.Lock()

    def close(self) -> None:
        for desk in self.desks.values():
            desk.close()
        self.office.database.dispose()

    def tick(self) -> int:
        with self._lock:
            self.now += 1000
            for desk in self.desks.values():
                desk.time = self.now
            return next(self._numbers)

    # -- at a desk

    def act(self, name: str, kind: str, which: int, how: int) -> None:
        """Do something to one of the contacts that this desk shows."""
        number = self.tick()
        desk = self.desks[name]
        shown = desk.rows()
        contacts = sorted(shown["contact"])
        if not contacts:
            return
        contact_id = contacts[which % len(contacts)]
        text = f"{kind} {number} of {name}"
        action = self._action(kind, contact_id, text, how, shown)
        if action is None:
            return
        before = len(desk.replica.outbox())
        try:
            desk.replica.act(action)
        except Refused:
            assert len(desk.replica.outbox()) == before
            return
        if kind in ("reply", "note"):
            self.said[text] = name

    def _action(
        self, kind: str, contact_id: str, text: str, how: int, shown: dict[str, dict[str, Any]]
    ) -> Action | None:
        if kind == "reply":
            return actions.Reply(contact_id=contact_id, text=text, written_at=self.now)
        if kind == "note":
            return actions.Note(contact_id=contact_id, text=text, written_at=self.now)
        if kind == "claim":
            return actions.Claim(contact_id=contact_id)
        if kind == "release":
            return actions.Release(contact_id=contact_id)
        if kind == "assign":
            to = PEOPLE_AT_DESKS[how % len(PEOPLE_AT_DESKS)]
            return actions.Assign(contact_id=contact_id, agent_id=getattr(self.shop, to))
        if kind == "transfer":
            team = ("televisions", "washing", "laptops")[how % 3]
            return actions.Transfer(contact_id=contact_id, team_id=getattr(self.shop, team))
        if kind == "snooze":
            return actions.Snooze(contact_id=contact_id, until=self.now + (how + 1) * MINUTE)
        if kind == "reopen":
            return actions.Reopen(contact_id=contact_id)
        if kind == "read":
            return actions.MarkRead(contact_id=contact_id, upto=self.now)
        if kind == "link":
            customers = sorted(shown["customer"])
            customer_id = customers[how % len(customers)]
            return actions.LinkCustomer(contact_id=contact_id, customer_id=customer_id)
        if kind == "wrap_up":
            return actions.WrapUpContact(contact_id=contact_id, reason_id=self.shop.reason)
        if kind == "presence":
            return actions.SetPresence(state="busy" if how % 2 else "available")
        return None

    def send(self, name: str, fate: str) -> None:
        """Send what waits. `fate`: the request is lost on its way, the answer is lost, only some
        arrived, the answer comes twice, or all goes well."""
        self.tick()
        desk = self.desks[name]
        envelopes = desk.waiting()
        if fate == "some":
            envelopes = envelopes[: len(envelopes) // 2]
        decisions = []
        if fate != "request lost":
            decide = self.office.dispatch.decide
            decisions = [decide(desk.agent_id, envelope) for envelope in envelopes]
        if fate in ("request lost", "answer lost", "some"):
            desk.replica.receiving.batch_failed()
            return
        for _ in range(2 if fate == "twice" else 1):
            if decisions:
                desk.replica.receiving.decided(decisions)

    def hear(self, name: str) -> None:
        """What a stream tells: the newest stretch of the feed."""
        desk = self.desks[name]
        receiving = desk.replica.receiving
        with self.database.read() as session:
            epoch = self.database.epoch(session)
            tail = read_tail(self.database, session, receiving.upto)
        if not receiving.cursor or tail.tables & PEOPLE:
            desk.pull()
            return
        # A stream hears what its desk could see when it began, until the change itself comes by.
        known = read_cursor(receiving.cursor)
        if known.place is not None or len(known.known) != 1:
            desk.pull()
            return
        audiences = known.known[0][1]
        told = tuple(
            News(tables=tail.news[audience].tables, shares=tail.news[audience].shares)
            for audience in audiences
            if audience in tail.news
        )
        cursor = Cursor(epoch, ((tail.upto, tuple(sorted(audiences))),)).write()
        heard = Heard(json.loads(json.dumps(told)), cursor, tail.upto)
        self.heard[name].append(heard)
        self._store(desk, heard)

    def hear_again(self, name: str, which: int) -> None:
        """A connection that was thought dead delivers once more, late and out of order."""
        if self.heard[name]:
            self._store(self.desks[name], self.heard[name][which % len(self.heard[name])])

    def _store(self, desk: Desk, heard: Heard) -> None:
        desk.replica.receiving.store_news(heard.news, cursor=heard.cursor, upto=heard.upto)

    def settle_refused(self, name: str, again: bool) -> None:
        """Somebody looks at the outbox: send it again, or let it go."""
        desk = self.desks[name]
        for entry in desk.replica.outbox():
            if entry.state != "refused":
                continue
            if again:
                with contextlib.suppress(Refused):
                    desk.replica.retry(entry.action_id)
            else:
                desk.replica.discard(entry.action_id)
                self.dropped.add(str(entry.data.get("text", "")))

    # -- at the server

    def write(self, session: Session, thread: str) -> None:
        """A customer writes."""
        number = self.tick()
        message = Inbound(
            channel="email",
            provider_id=f"{self.shop.mark}-{number}",
            thread=thread,
            address=f"{thread}@example.nl",
            text=f"Message {number}",
            team=self.shop.washing if number % 3 == 0 else self.shop.televisions,
        )
        kept = Kept(new_id(), "email", b"", self.now)
        letter = Letter(message, key("email", message.provider_id), kept)
        arrived = Arrived(kept, Parsed(messages=(message,)), (letter,))
        self.office.effect.apply(session, [arrived], self.now)

    def join_or_leave(self, name: str, team: str, member: bool) -> None:
        self.tick()
        with self.database.write() as session:
            found = session.scalar(
                select(Membership)
                .where(
                    Membership.agent_id == getattr(self.shop, name),
                    Membership.team_id == getattr(self.shop, team),
                )
                .with_for_update()
            )
            if found is None:
                made = getattr(self.shop, f"{name}_in_{team}")
                found = Membership(
                    id=made,
                    agent_id=getattr(self.shop, name),
                    team_id=getattr(self.shop, team),
                )
                session.add(found)
            found.active = member

    # -- healing

    def heal(self) -> None:
        """The network is well: everybody sends and pulls. Then all must be equal."""
        for name, desk in self.desks.items():
            while desk.replica.waiting()[0]:
                self.send(name, "well")
        past = newest(self.database)
        for name, desk in self.desks.items():
            desk.pull(past=past)
            expected = visible_rows(self.database, desk.agent_id)
            held = desk.base_rows()
            for table, rows in expected.items():
                assert held[table] == rows, f"{name}'s {table}"
            assert desk.previewed() == {}, name
            assert {entry.state for entry in desk.replica.outbox()} <= {"refused"}
        self._check_what_was_said()

    def _check_what_was_said(self) -> None:
        with self.database.read() as session:
            written = Counter(
                session.scalars(
                    select(Message.text).where(Message.direction.in_(("outbound", "internal")))
                )
            )
            accepted = Counter(
                receipt.data.get("text")
                for receipt in session.scalars(select(Receipt))
                if receipt.outcome == "accepted"
            )
        for text, name in self.said.items():
            assert written[text] == accepted[text] <= 1, text
            if written[text]:
                continue
            desk = self.desks[name]
            refused = {entry.data.get("text") for entry in desk.replica.outbox()}
            returned = f"{text}\n" in drafts_of(desk.replica)
            assert returned or text in refused | self.dropped, f"{text!r} is nowhere"


_DAILY = ["reply", "reply", "reply", "note", "claim", "claim", "transfer", "transfer"]
_RARE = ["release", "assign", "snooze", "reopen", "read", "link", "wrap_up", "presence"]
_KINDS = st.sampled_from([*_DAILY, *_RARE])
_WHO = st.sampled_from(PEOPLE_AT_DESKS)
_FATES = st.sampled_from(["well", "well", "request lost", "answer lost", "some", "twice"])
_THREADS = st.sampled_from(["thread-1", "thread-2", "thread-3"])
_some = st.integers(0, 20)


class Machine(RuleBasedStateMachine):
    """The schedule. What happens is in `Floor`."""

    database: ClassVar[Database]
    folder: ClassVar[Path]
    did: ClassVar[Did]
    _runs: ClassVar[Iterator[int]] = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.slow: dict[str, tuple[contextlib.ExitStack, Session]] = {}

    @initialize()
    def open(self) -> None:
        folder = self.folder / f"run-{next(self._runs)}"
        folder.mkdir()
        self.floor = Floor(self.database, folder, self.folder / "template")

    @rule(who=_WHO, kind=_KINDS, which=_some, how=_some)
    def act(self, who: str, kind: str, which: int, how: int) -> None:
        self.floor.act(who, kind, which, how)

    @rule(who=_WHO, fate=_FATES)
    def send(self, who: str, fate: str) -> None:
        self.floor.send(who, fate)

    @rule(who=_WHO, limit=st.integers(1, 50), pages=st.integers(1, 4))
    def pull(self, who: str, limit: int, pages: int) -> None:
        for _ in range(pages):
            if not self.floor.desks[who].page(limit)["more"]:
                return

    @rule(who=_WHO)
    def hear(self, who: str) -> None:
        self.floor.hear(who)

    @rule(who=_WHO, which=_some)
    def hear_again(self, who: str, which: int) -> None:
        self.floor.hear_again(who, which)

    @rule(who=_WHO)
    def restart(self, who: str) -> None:
        self.floor.desks[who].reopen()

    @rule(who=_WHO, minutes=st.integers(-300, 300))
    def mislead_clock(self, who: str, minutes: int) -> None:
        self.floor.desks[who].ahead = minutes * MINUTE

    @rule(who=_WHO, again=st.booleans())
    def look_at_outbox(self, who: str, again: bool) -> None:
        self.floor.settle_refused(who, again)

    @rule(thread=_THREADS)
    def customer_writes(self, thread: str) -> None:
        if not self.database.is_postgresql:
            self.end_slow(True)
        with self.database.write() as session:
            self.floor.write(session, thread)

    @rule(number=st.integers(1, 3))
    @precondition(lambda self: self.database.is_postgresql and len(self.slow) < 2)
    def customer_writes_slowly(self, number: int) -> None:
        """A first message whose transaction stays open while others come and go."""
        thread = f"slow-{number}-{self.floor.now}"
        stack = contextlib.ExitStack()
        session = stack.enter_context(self.database.write())
        self.floor.write(session, thread)
        self.slow[thread] = (stack, session)

    @rule(commits=st.booleans())
    def end_slow(self, commits: bool) -> None:
        if not self.slow:
            return
        stack, session = self.slow.pop(sorted(self.slow)[-1])
        if not commits:
            session.rollback()
        stack.close()

    @rule(who=_WHO, team=st.sampled_from(["televisions", "washing", "laptops"]), to=st.booleans())
    def join_or_leave(self, who: str, team: str, to: bool) -> None:
        self.floor.join_or_leave(who, team, to)

    @rule()
    def work(self) -> None:
        """Deliver what is to be delivered, wake what is to be woken."""
        self.floor.tick()
        self.floor.office.worker.run_due()

    @rule()
    def heal(self) -> None:
        while self.slow:
            self.end_slow(True)
        self.floor.heal()
        self.did("times the network healed", 1)

    def teardown(self) -> None:
        if hasattr(self, "floor"):
            try:
                self.heal()
            finally:
                while self.slow:
                    self.end_slow(True)
                self.floor.close()


def _template(folder: Path, database: Database) -> Path:
    """An empty replica, to be copied: making one takes longer than filling it."""
    Desk(database, "", folder / "template", now=NOW).close()
    return folder / "template"


def test_whenever_the_network_heals_every_desk_equals_the_server(
    database: Database, tmp_path: Path, effort: int, did: Did
) -> None:
    _template(tmp_path, database)
    bound = type(
        "Bound", (Machine,), {"database": database, "folder": tmp_path, "did": staticmethod(did)}
    )
    run_state_machine_as_test(
        bound,
        settings=settings(max_examples=examples(5), stateful_step_count=30 if effort == 1 else 80),
    )
    did("schedules of desks", examples(5))


def test_everybody_works_at_once(database: Database, tmp_path: Path, effort: int, did: Did) -> None:
    """The same without a schedule: every desk, customers and a team lead in threads of their own,
    against one database. Whoever comes out first, all are equal in the end."""
    _template(tmp_path, database)
    floor = Floor(database, tmp_path, tmp_path / "template")
    turns = 12 * effort

    def work(name: str, chance: random.Random) -> None:
        for _ in range(turns):
            floor.act(name, chance.choice([*_DAILY, *_RARE]), chance.randrange(20), 1)
            floor.act(name, "reply", 0, 0)  # all want the same contact
            floor.send(name, chance.choice(["well", "well", "answer lost", "twice"]))
            floor.desks[name].page(chance.randint(1, 200))
            did("deeds at once", 2)

    def write(thread: str) -> None:
        for _ in range(turns):
            floor.office.database.retrying(lambda session: floor.write(session, thread))
            did("deeds at once", 1)

    def organise(chance: random.Random) -> None:
        for _ in range(turns):
            team = chance.choice(["televisions", "washing", "laptops"])
            floor.join_or_leave("colleague", team, chance.random() < 0.6)
            did("deeds at once", 1)

    try:
        with ThreadPoolExecutor(max_workers=8) as people:
            busy = [
                people.submit(work, name, random.Random(seed))
                for seed, name in enumerate(PEOPLE_AT_DESKS)
            ]
            # Two write on one thread, and none may open a second contact for it.
            busy += [people.submit(write, thread) for thread in ("one", "one", "two")]
            busy.append(people.submit(organise, random.Random(99)))
            for one in busy:
                one.result()
        floor.heal()
        with database.read() as session:
            opened = Counter(session.scalars(select(Contact.thread).where(Contact.state != "done")))
        assert max(opened.values()) == 1
    finally:
        floor.close()
