"""Rule 1, for every action there is: what the desk shows at once is what the server's rows say
after a pull, and what the desk refuses the server refuses for the same reason."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.contracts.examples import EXAMPLES, Example
from tests.desk import Desk, Everything, server_rows
from tests.small_shop import NOW, SmallShop, furnish
from workstation.actions import ACTIONS, Action, Refused
from workstation.channels import open_channels
from workstation.models import Membership, new_id
from workstation.models.office import Receipt
from workstation.rules.permissions import ROLES
from workstation.server.dispatch import Dispatch
from workstation.server.files.store import FileStore
from workstation.server.follow import Follow
from workstation.server.jobs.queue import Jobs
from workstation.server.store.database import Database
from workstation.wire.envelopes import Envelope


class Office:
    """A database, what decides, and desks at it; the clocks stand still at `NOW`."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self._folder = folder
        self._files = FileStore(folder / "files")
        jobs = Jobs(database, lease=15_000, clock=lambda: NOW)
        follow = Follow(jobs, open_channels(folder / "files"), self._files)
        self.dispatch = Dispatch(database, follow, lambda: NOW)
        self._desks: list[Desk] = []

    def shop(self) -> SmallShop:
        return furnish(self.database, self._files)

    def desk(self, agent_id: str) -> Desk:
        """A desk that has everything the agent may see."""
        desk = Desk(self.database, agent_id, self._folder / f"desk-{len(self._desks)}", now=NOW)
        self._desks.append(desk)
        with self.database.write() as session:
            past = self.database.revision(session)
        desk.pull(past=past - 1)
        return desk

    def close(self) -> None:
        for desk in self._desks:
            desk.close()


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Iterator[Office]:
    opened = Office(database, tmp_path)
    yield opened
    opened.close()


def _envelope(action: Action) -> Envelope:
    return Envelope(id=new_id(), kind=action.kind, data=json.loads(action.model_dump_json()))


def _accepted(kind: str) -> tuple[Example, ...]:
    return tuple(example for example in EXAMPLES[kind] if not example.refused)


def _refused(kind: str) -> tuple[Example, ...]:
    return tuple(example for example in EXAMPLES[kind] if example.refused)


def test_every_action_has_an_example_that_is_accepted() -> None:
    assert set(EXAMPLES) == set(ACTIONS)
    assert all(not examples[0].refused for examples in EXAMPLES.values())
    for kind, examples in EXAMPLES.items():
        shop = SmallShop("any")
        assert {example.action(shop).kind for example in examples} == {kind}


@pytest.mark.parametrize("kind", sorted(ACTIONS))
def test_what_is_previewed_is_what_the_server_writes(office: Office, kind: str) -> None:
    for example in _accepted(kind):
        shop = office.shop()
        desk = office.desk(getattr(shop, example.by))
        before = desk.base_rows()

        desk.replica.act(example.action(shop))

        assert desk.base_rows() == before, f"{example.title}: base rows moved"
        previewed = desk.previewed()
        assert bool(previewed) == example.changes, example.title
        (decision,) = desk.send(office.dispatch)
        assert decision.outcome == "accepted", (example.title, decision)
        server = server_rows(office.database)
        for table, rows in previewed.items():
            for row_id, row in rows.items():
                assert server[table].get(row_id) == row, f"{example.title}: {table}"
        shown = desk.rows()
        desk.pull(past=decision.rev)
        assert desk.previewed() == {}, example.title
        assert desk.replica.outbox() == []
        _same_but_for_what_is_no_longer_ours(desk, shown, desk.base_rows(), example)
        desk.close()


def _same_but_for_what_is_no_longer_ours(
    desk: Desk, shown: Everything, pulled: Everything, example: Example
) -> None:
    """What was shown is what came. A contact that left the desk took its rows with it."""
    reader = desk.reader()
    for table, rows in shown.items():
        for row_id, row in rows.items():
            contact_id = row_id if table == "contact" else row.get("contact_id")
            contact = shown["contact"].get(contact_id) if contact_id else None
            if contact is not None and not (
                contact["team_id"] in reader.team_ids or contact["owner_id"] == desk.agent_id
            ):
                assert row_id not in pulled[table], f"{example.title}: {table} was not forgotten"
            else:
                assert pulled[table].get(row_id) == row, f"{example.title}: {table}"
        assert set(pulled[table]) <= set(rows), f"{example.title}: {table} has more than was shown"


@pytest.mark.parametrize("kind", [kind for kind in sorted(ACTIONS) if _refused(kind)])
def test_what_the_desk_refuses_the_server_refuses_too(office: Office, kind: str) -> None:
    shop = office.shop()
    desks: dict[str, Desk] = {}
    for example in _refused(kind):
        agent_id = getattr(shop, example.by)
        desk = desks.get(agent_id) or office.desk(agent_id)
        desks[agent_id] = desk
        action = example.action(shop)
        shown, server = desk.rows(), server_rows(office.database)

        with pytest.raises(Refused) as refused:
            desk.replica.act(action)

        assert refused.value.code == example.refused, example.title
        assert desk.rows() == shown, f"{example.title}: a trace on the desk"
        assert desk.previewed() == {}
        assert desk.replica.outbox() == []
        decision = office.dispatch.decide(agent_id, _envelope(action))
        assert decision.refusal is not None, example.title
        assert decision.refusal.code == example.refused, example.title
        assert decision.refusal.facts == refused.value.facts, example.title
        assert "{" not in decision.refusal.detail
        assert server_rows(office.database) == server, f"{example.title}: a trace on the server"


@pytest.mark.parametrize("kind", sorted(ACTIONS))
def test_who_may_not_is_refused_on_both_sides(office: Office, kind: str) -> None:
    shop = office.shop()
    allowed = ROLES[ACTIONS[kind].permission]
    action = EXAMPLES[kind][0].action(shop)
    may_not = ["gone"] + (["agent"] if "agent" not in allowed else [])
    server = server_rows(office.database)
    for name in may_not:
        desk = office.desk(getattr(shop, name))
        with pytest.raises(Refused) as refused:
            desk.replica.act(action)
        assert refused.value.code == "not_allowed"
        decision = office.dispatch.decide(desk.agent_id, _envelope(action))
        assert decision.refusal is not None
        assert decision.refusal.code == "not_allowed"
    assert server_rows(office.database) == server


@pytest.mark.parametrize("kind", sorted(ACTIONS))
def test_an_action_that_comes_twice_counts_once(office: Office, kind: str) -> None:
    for example in EXAMPLES[kind]:
        shop = office.shop()
        agent_id = getattr(shop, example.by)
        envelope = _envelope(example.action(shop))

        first = office.dispatch.decide(agent_id, envelope)
        after_first = server_rows(office.database)
        again = office.dispatch.decide(agent_id, envelope)

        assert again == first, example.title
        assert server_rows(office.database) == after_first, example.title
        other = office.dispatch.decide(shop.lead, envelope) if agent_id != shop.lead else None
        if other is not None:  # nobody learns of, or repeats, somebody else's action
            assert other.outcome == "refused"
            assert server_rows(office.database) == after_first
        with office.database.read() as session:
            kept = session.scalar(
                select(func.count()).select_from(Receipt).where(Receipt.id == envelope.id)
            )
        assert kept == 1


def test_a_preview_that_the_server_refuses_leaves_no_trace(office: Office) -> None:
    """Somebody was quicker: the desk could not know."""
    shop = office.shop()
    mine, quicker = office.desk(shop.agent), office.desk(shop.colleague)
    before = mine.rows()
    mine.replica.act(EXAMPLES["reply"][1].action(shop))
    quicker.replica.act(EXAMPLES["claim"][0].action(shop))
    (taken,) = quicker.send(office.dispatch)

    (decision,) = mine.send(office.dispatch)

    assert decision.refusal is not None
    assert decision.refusal.code == "owned_by_other"
    assert decision.refusal.facts == {"name": "colleague"}
    assert mine.rows() == before
    draft = mine.replica.draft(shop.free)
    assert draft is not None
    assert draft.text == "We will look into it."
    assert draft.reason.startswith("owned_by_other\n")
    (entry,) = mine.replica.outbox()
    assert entry.state == "refused"
    assert entry.refusal_facts == {"name": "colleague"}
    mine.pull(past=taken.rev)
    assert mine.rows()["contact"][shop.free]["owner_id"] == shop.colleague


def test_what_waits_is_laid_over_what_came_meanwhile(office: Office) -> None:
    """A colleague's change arrives while mine waits: both show, in the order of the server."""
    shop = office.shop()
    mine, other = office.desk(shop.agent), office.desk(shop.colleague)
    mine.replica.act(EXAMPLES["reply"][0].action(shop))
    other.replica.act(EXAMPLES["note"][0].action(shop))
    (noted,) = other.send(office.dispatch)
    mine.pull(past=noted.rev)

    messages = mine.replica.transcript(shop.mine).messages
    assert [(message.kind, message.pending) for message in messages] == [
        ("text", False),
        ("text", True),
        ("note", False),
    ]
    (replied,) = mine.send(office.dispatch)
    mine.pull(past=replied.rev)
    other.pull(past=replied.rev)
    assert mine.replica.transcript(shop.mine) == other.replica.transcript(shop.mine)


def test_a_member_of_no_team_sees_and_does_nothing(office: Office) -> None:
    shop = office.shop()
    with office.database.write() as session:
        for membership in session.scalars(
            select(Membership).where(Membership.agent_id == shop.stranger)
        ):
            membership.active = False
    desk = office.desk(shop.stranger)
    assert desk.rows()["contact"] == {}
    assert desk.rows()["customer"] == {}
    with pytest.raises(Refused, match="contact_not_found"):
        desk.replica.act(EXAMPLES["claim"][0].action(shop))
