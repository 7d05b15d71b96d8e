"""Telephone calls become contacts: the steps of a call as a provider tells them, in any order."""

import itertools
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select

from tests.desk import clear
from workstation.channels.incoming import (
    CallNews,
    RemoteFile,
)
from workstation.models import (
    Agent,
    Attachment,
    Call,
    Contact,
    Customer,
    Identity,
    Membership,
    Message,
    Promise,
    Setting,
    Share,
    Team,
    new_id,
)
from workstation.models.office import Awaited, Job
from workstation.server.intake.calls import apply_calls
from workstation.server.jobs.queue import Jobs
from workstation.server.store.database import Database

NOW = 1_795_000_000_000
NUMBER = "+31201234567"
RECORDING = RemoteFile(reference="rec-1", media_type="audio/wav", role="recording")
VOICEMAIL = RemoteFile(reference="vm-1", media_type="audio/wav", role="voicemail")


class Exchange:
    """A shop with two teams and two agents, and a telephone."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.jobs = Jobs(database, lease=1_000, clock=lambda: NOW)
        self.teams = [new_id(), new_id()]
        self.jansen, self.smit = new_id(), new_id()
        with database.write() as session:
            for position, name in enumerate(("TVs", "Washing")):
                session.add(
                    Team(id=self.teams[position], name_en=name, name_nl=name, position=position)
                )
            for agent, login, team in (
                (self.jansen, "jansen", self.teams[0]),
                (self.smit, "smit", self.teams[1]),
            ):
                session.add(Agent(id=agent, login=login, name=login.title(), role="agent"))
                session.add(Membership(id=new_id(), agent_id=agent, team_id=team))
            session.add(Promise(id=new_id(), channel="phone", kind="first_reply", minutes=15))
            session.add(Setting(id=new_id(), name="phone_extensions", value={"smit": "102"}))

    def hear(self, *news: CallNews, now: int = NOW) -> None:
        with self.database.write() as session:
            apply_calls(session, "phone", news, now, jobs=self.jobs)

    def rows(self, model: type[Any]) -> list[Any]:
        with self.database.read() as session:
            return list(session.scalars(select(model)))

    def only(self, model: type[Any]) -> Any:
        (found,) = self.rows(model)
        return found

    def state(self) -> Any:
        """Everything but the ids."""
        names = {agent.id: agent.login for agent in self.rows(Agent)} | {None: None}
        contacts = {contact.id: contact for contact in self.rows(Contact)}
        return (
            sorted(
                (
                    contact.thread,
                    contact.waiting_since,
                    contact.due_at,
                    str(names[contact.owner_id]),
                    contact.state,
                    contact.team_id,
                )
                for contact in contacts.values()
            ),
            sorted(
                (
                    call.origin,
                    contacts[call.contact_id].thread,
                    call.number,
                    call.state,
                    call.outcome,
                    str(names[call.agent_id]),
                    call.started_at,
                    call.answered_at,
                    call.held_ms,
                    call.held_since,
                    call.ended_at,
                )
                for call in self.rows(Call)
            ),
            sorted((m.kind, m.direction, str(m.facts), m.written_at) for m in self.rows(Message)),
            sorted((a.id, a.role, a.state) for a in self.rows(Attachment)),
            len(self.rows(Customer)),
            len(self.rows(Identity)),
            len(self.rows(Awaited)),
            len(self.rows(Job)),
        )


@pytest.fixture
def exchange(database: Database) -> Exchange:
    return Exchange(database)


def told(what: str, after: int, **given: Any) -> CallNews:
    """A step, so many seconds after the call began."""
    known: dict[str, Any] = {
        "channel": "phone",
        "provider_id": "c-1",
        "step": what,
        "at": NOW - 600_000 + after * 1000,
        "address": NUMBER,
    }
    return CallNews(**(known | given))


def test_a_ring_brings_the_contact_and_the_customer(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0, name="A. Bakker"))
    contact, call = exchange.only(Contact), exchange.only(Call)
    assert (contact.channel, contact.thread, contact.state) == ("phone", NUMBER, "open")
    assert contact.waiting_since == call.started_at == NOW - 600_000
    assert contact.due_at == contact.waiting_since + 15 * 60_000
    assert contact.owner_id is None
    assert (call.state, call.number, call.contact_id) == ("ringing", NUMBER, contact.id)
    message = exchange.only(Message)
    assert (message.id, message.kind, message.direction) == (call.id, "call", "inbound")
    assert exchange.only(Identity).address == NUMBER
    assert exchange.only(Customer).name == "A. Bakker"
    assert {share.audience_id for share in exchange.rows(Share)} == {exchange.teams[0]}


def test_whoever_answers_has_the_contact(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0))
    exchange.hear(told("answered", 8, agent="jansen"))
    contact, call = exchange.only(Contact), exchange.only(Call)
    assert (call.state, call.agent_id) == ("talking", exchange.jansen)
    assert contact.owner_id == exchange.jansen
    assert (contact.waiting_since, contact.due_at) == (None, None)
    assert exchange.jansen in {share.audience_id for share in exchange.rows(Share)}


def test_a_colleague_who_has_the_contact_keeps_it(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0))
    with exchange.database.write() as session:
        session.scalars(select(Contact)).one().owner_id = exchange.smit
    exchange.hear(told("answered", 8, agent="jansen"))
    assert exchange.only(Contact).owner_id == exchange.smit
    assert exchange.only(Call).agent_id == exchange.jansen


def test_a_missed_call_waits_with_the_promise_of_the_channel(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0))
    exchange.hear(told("ended", 30, how="missed"))
    contact, call = exchange.only(Contact), exchange.only(Call)
    assert (call.state, call.outcome) == ("ended", "missed")
    assert contact.waiting_since == call.started_at
    assert contact.due_at == call.started_at + 15 * 60_000


def test_calling_back_ends_the_waiting(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0), told("ended", 30, how="missed"))
    back: dict[str, Any] = {"provider_id": "c-2", "inbound": False}
    exchange.hear(told("ringing", 90, **back))
    assert exchange.only(Contact).waiting_since is not None
    exchange.hear(told("answered", 99, agent="jansen", **back))
    contact = exchange.only(Contact)
    assert contact.waiting_since is None
    assert contact.owner_id == exchange.jansen
    assert {call.inbound for call in exchange.rows(Call)} == {True, False}


def test_who_withholds_their_number_is_somebody_new_each_time(exchange: Exchange) -> None:
    for call in ("c-1", "c-2"):
        exchange.hear(told("ringing", 0, address="", provider_id=call))
    assert {contact.thread for contact in exchange.rows(Contact)} == {"c-1", "c-2"}
    assert len(exchange.rows(Customer)) == 2
    assert all(customer.provisional for customer in exchange.rows(Customer))
    assert exchange.rows(Identity) == []
    assert all(contact.waiting_since for contact in exchange.rows(Contact))


def test_what_overtakes_the_ring_of_a_withheld_number_waits_for_it(exchange: Exchange) -> None:
    exchange.hear(told("answered", 5, address="", agent="jansen"))
    assert exchange.rows(Call) == []
    exchange.hear(told("ringing", 0, address=""))
    assert exchange.only(Call).state == "talking"
    assert exchange.rows(Awaited) == []


def test_a_number_calls_again_and_its_contact_goes_on(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0), told("answered", 5, agent="jansen"), told("ended", 50))
    with exchange.database.write() as session:
        contact = session.scalars(select(Contact)).one()
        contact.state, contact.closed_at = "done", NOW - 300_000
    exchange.hear(told("ringing", 400, provider_id="c-2"))
    contact = exchange.only(Contact)
    assert (contact.state, contact.owner_id) == ("open", None)
    exchange.hear(told("answered", 410, provider_id="c-2", agent="102"))
    assert exchange.only(Contact).owner_id == exchange.smit
    assert [m.facts.get("what") for m in exchange.rows(Message) if m.kind == "event"] == [
        "reopened"
    ]


def test_late_steps_do_not_wake_what_is_wrapped_up(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0), told("answered", 5, agent="jansen"))
    with exchange.database.write() as session:
        contact = session.scalars(select(Contact)).one()
        contact.state, contact.closed_at = "done", NOW
    exchange.hear(told("ended", 50))
    assert exchange.only(Contact).state == "done"
    assert exchange.only(Call).state == "ended"


def test_the_dialled_number_and_the_rung_colleague_choose_the_team(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0, team="Washing"))
    exchange.hear(told("ringing", 0, agent="102", address="+31207654321", provider_id="c-2"))
    assert {contact.team_id for contact in exchange.rows(Contact)} == {exchange.teams[1]}
    assert {call.agent_id for call in exchange.rows(Call)} == {None, exchange.smit}


def test_a_call_that_is_passed_on_takes_its_contact_along(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0), told("answered", 5, agent="jansen"))
    exchange.hear(told("transferred", 60, agent="102"))
    assert exchange.only(Contact).owner_id == exchange.smit
    assert exchange.only(Call).agent_id == exchange.smit


def test_a_recording_is_fetched_once(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0), told("answered", 5, agent="jansen"), told("ended", 50))
    for _ in range(2):
        exchange.hear(told("recorded", 51, remote=(RECORDING,)))
    attachment = exchange.only(Attachment)
    assert (attachment.state, attachment.role) == ("fetching", "recording")
    assert attachment.message_id == exchange.only(Call).id
    (job,) = [job for job in exchange.rows(Job) if job.kind == "fetch_file"]
    assert job.data["reference"] == "rec-1"


def test_a_wish_is_fulfilled_when_it_is_seen_to_happen(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0), told("answered", 5, agent="jansen"))

    def wish(what: str) -> None:
        with exchange.database.write() as session:
            session.scalars(select(Call)).one().wished = what

    wish("hold")
    exchange.hear(told("answered", 5, agent="jansen"))  # again: nothing new
    assert exchange.only(Call).wished == "hold"
    exchange.hear(told("held", 20))
    assert exchange.only(Call).wished == ""
    wish("resume")
    exchange.hear(told("ended", 50))
    assert exchange.only(Call).wished == ""


def test_who_wanted_a_call_and_did_not_pick_up_leaves_it_to_the_others(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0))
    with exchange.database.write() as session:
        call = session.scalars(select(Call)).one()
        call.wished, call.agent_id = "answer", exchange.jansen
    exchange.hear(told("ringing", 25, how="again"))
    call = exchange.only(Call)
    assert (call.state, call.wished, call.agent_id) == ("ringing", "", None)
    exchange.hear(told("answered", 30, agent="102"))
    assert exchange.only(Call).agent_id == exchange.smit


def test_our_own_call_is_known_by_our_id(exchange: Exchange) -> None:
    exchange.hear(told("ringing", 0), told("ended", 9, how="missed"))
    contact = exchange.only(Contact)
    call_id = new_id()
    with exchange.database.write() as session:
        session.add(
            Message(
                id=call_id,
                contact_id=contact.id,
                direction="outbound",
                kind="call",
                author_id=exchange.jansen,
                at=NOW,
            )
        )
        session.add(
            Call(
                id=call_id,
                contact_id=contact.id,
                agent_id=exchange.jansen,
                inbound=False,
                number=NUMBER,
                state="dialling",
                started_at=NOW,
                wished="dial",
            )
        )
    exchange.hear(
        told("answered", 700, provider_id="out-9", inbound=False, reference=call_id),
        now=NOW + 100_000,
    )
    with exchange.database.read() as session:
        call = session.get_one(Call, call_id)
        assert (call.state, call.wished, call.agent_id) == ("talking", "", exchange.jansen)
        assert call.origin == "phone:out-9"
        assert call.started_at == NOW
    assert exchange.only(Contact).waiting_since is None
    assert len(exchange.rows(Call)) == 2


COURSES: dict[str, Sequence[CallNews]] = {
    "answered": (
        told("ringing", 0, agent="jansen"),
        told("answered", 8, agent="102"),
        told("held", 20),
        told("resumed", 30),
        told("transferred", 40, agent="jansen"),
        told("ended", 60, how="answered"),
        told("recorded", 61, remote=(RECORDING,)),
    ),
    "taken at the second try": (
        told("ringing", 0),
        told("ringing", 20, how="again"),
        told("answered", 28, agent="102"),
        told("ended", 60),
    ),
    "voicemail": (
        told("ringing", 0),
        told("ended", 40, how="voicemail"),
        told("recorded", 41, remote=(VOICEMAIL,)),
    ),
    "withheld": (
        told("ringing", 0, address=""),
        told("answered", 9, address="", agent="jansen"),
        told("ended", 40, address=""),
    ),
    "missed, then answered": (
        told("ringing", 0),
        told("ended", 40, how="missed"),
        told("ringing", 100, provider_id="c-2"),
        told("answered", 105, provider_id="c-2", agent="jansen"),
    ),
    "missed, then missed": (
        told("ringing", 0),
        told("ended", 40, how="missed"),
        told("ringing", 100, provider_id="c-2"),
        told("ended", 130, provider_id="c-2", how="cancelled"),
    ),
}


@pytest.mark.parametrize("name", COURSES)
def test_every_order_of_a_short_course_ends_the_same(database: Database, name: str) -> None:
    steps = COURSES[name]
    orders = list(itertools.permutations(steps))
    chosen = orders[:: max(1, len(orders) // 24)]
    found = []
    for order in chosen:
        clear(database)
        exchange = Exchange(database)
        for news in order:
            exchange.hear(news)
        found.append(_without_teams(exchange.state()))
    for state in found:
        assert state == found[0]


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), name=st.sampled_from(sorted(COURSES)))
def test_any_order_repetition_and_batching_ends_the_same(
    database: Database, data: st.DataObject, name: str
) -> None:
    steps = list(COURSES[name])
    clear(database)
    in_order = Exchange(database)
    for news in steps:
        in_order.hear(news)
    expected = _without_teams(in_order.state())

    clear(database)
    exchange = Exchange(database)
    repeated = data.draw(st.lists(st.sampled_from(steps), max_size=4))
    shuffled = data.draw(st.permutations(steps + repeated))
    while shuffled:
        size = data.draw(st.integers(min_value=1, max_value=len(shuffled)))
        exchange.hear(*shuffled[:size])
        shuffled = shuffled[size:]
    assert _without_teams(exchange.state()) == expected


def _without_teams(state: Any) -> Any:
    """Teams are hired anew for each run: their ids differ."""
    contacts, *rest = state
    return [contact[:-1] for contact in contacts], *rest


def test_two_who_hear_of_a_call_at_once_make_one_of_it(database: Database) -> None:
    """Each step in a transaction of its own, all at the same moment."""
    exchange = Exchange(database)
    steps = COURSES["answered"]
    with ThreadPoolExecutor(len(steps)) as pool:
        list(pool.map(lambda news: _hear_again_if_told(exchange, news), [*steps, *steps]))
    contact, call = exchange.only(Contact), exchange.only(Call)
    assert (call.state, call.outcome, call.held_ms) == ("ended", "answered", 10_000)
    assert (contact.owner_id, contact.waiting_since) == (exchange.jansen, None)
    assert len(exchange.rows(Attachment)) == len(exchange.rows(Identity)) == 1


def _hear_again_if_told(exchange: Exchange, news: CallNews) -> None:
    exchange.database.retrying(
        lambda session: apply_calls(session, "phone", [news], NOW, jobs=exchange.jobs)
    )
