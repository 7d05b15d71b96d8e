"""Somebody's number became another one: they stay one person with one conversation, in whatever
order their messages and the news come; and nobody else becomes them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.effort import examples
from tests.running import OpenOffice, hire, written
from tests.server.conversations import BEGAN, STEP, difference, dumped, shuffled
from tests.server.test_any_order import CUTS, ORDERS, Intake, intake, together
from workstation.models import Contact, Customer, Identity, Message, new_id
from workstation.server.store.persons import heads, together as one_person

assert intake  # a fixture
HOUR = 3_600_000
ACTS = st.lists(st.sampled_from(["writes", "writes", "changes"]), min_size=1, max_size=9)


def told(mark: str, acts: Sequence[str]) -> list[dict[str, Any]]:
    """What the provider posts, in the order in which it happened."""
    bodies = []
    number = 0
    for step, act in enumerate(acts):
        at = BEGAN + STEP * (step + 1)
        address = f"{mark}-{number}"
        if act == "changes":
            number += 1
            change = {"before": address, "after": f"{mark}-{number}", "at": at}
            bodies.append({"addresses": [{"channel": "whatsapp", **change}]})
        else:
            message: dict[str, Any] = {
                "id": f"{mark}-m{step}",
                "channel": "whatsapp",
                "thread": address,
            }
            message |= {"from": {"address": address, "name": "A. Bakker"}}
            bodies.append({"messages": [message | {"text": f"{mark} says {step}", "at": at}]})
    return bodies


def what_became_of(session: Session, mark: str) -> dict[str, Any]:
    """Whoever wrote, as a person: where they are reached, and their conversations."""
    mine = Identity.address.startswith(f"{mark}-")
    people = set(session.scalars(select(Identity.customer_id).where(mine)))
    everybody = set().union(*one_person(session, people).values()) if people else set()
    contacts = session.scalars(
        select(Contact)
        .where(Contact.customer_id.in_(everybody), Contact.archived_at.is_(None))
        .order_by(Contact.thread, Contact.opened_at)
    ).all()
    addresses: dict[str | None, str] = {
        one.id: one.address for one in session.scalars(select(Identity).where(mine))
    }
    return {
        "people": len(set(heads(session, sorted(people)).values())),
        "contacts": [
            {
                "thread": contact.thread.replace(mark, "X"),
                "answers_go_to": addresses[contact.identity_id].replace(mark, "X"),
                "state": contact.state,
                "opened_at": contact.opened_at,
                "waiting_since": contact.waiting_since,
                "last_text": contact.last_text.replace(mark, "X"),
                "messages": sorted(
                    (m.at, m.kind, m.text, str(m.facts.get("after")), m.facts.get("apart"))
                    for m in session.scalars(
                        select(Message).where(Message.contact_id == contact.id)
                    )
                ),
            }
            for contact in contacts
        ],
    }


def plain(became: dict[str, Any], mark: str) -> dict[str, Any]:
    for contact in became["contacts"]:
        contact["messages"] = [str(one).replace(mark, "X") for one in contact["messages"]]
    return became


@settings(max_examples=examples(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, order=ORDERS, cuts=CUTS)
def test_any_order_ends_in_one_person(
    intake: Intake, acts: list[str], order: list[int], cuts: list[int]
) -> None:
    marks = [f"m{new_id()}" for _ in range(2)]
    for body in told(marks[0], acts):
        intake.take([dumped(body)])
    for some in together([dumped(x) for x in shuffled(told(marks[1], acts), order)], cuts):
        intake.take(some)
    with intake.database.read() as session:
        calm, wild = (plain(what_became_of(session, mark), mark) for mark in marks)
    assert not difference(calm, wild)
    if "writes" in acts:
        assert wild["people"] == 1
        assert len(wild["contacts"]) == 1


OLD, NEW = "+31651234567", "+31657654321"


def whatsapp(name: str, text: str, number: str, at: int) -> dict[str, Any]:
    return written(name, text, channel="whatsapp", thread=number, address=number, at=at)


def changed(office: OpenOffice, at: int) -> None:
    news = {"channel": "whatsapp", "before": OLD, "after": NEW, "at": at}
    office.bring({"addresses": [news]})
    office.take()


def people(office: OpenOffice) -> int:
    return len([one for one in office.rows(Customer) if one.merged_into_id is None])


def test_who_wrote_from_the_new_number_first_is_joined(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    now = open_office.clock()
    open_office.post(whatsapp("m-1", "Hello", OLD, now - HOUR))
    open_office.post(whatsapp("m-2", "From my new number", NEW, now - 60_000))
    assert people(open_office) == 2
    changed(open_office, now - 90_000)
    assert people(open_office) == 1
    (contact,) = [one for one in open_office.rows(Contact) if one.archived_at is None]
    addresses = {one.id: one.address for one in open_office.rows(Identity)}
    assert addresses[contact.identity_id or ""] == NEW
    (event,) = [one for one in open_office.rows(Message) if one.kind == "event"]
    assert event.facts["apart"] is False


def test_what_an_agent_has_touched_does_not_move(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    now = open_office.clock()
    open_office.post(whatsapp("m-1", "Hello", OLD, now - HOUR))
    open_office.post(whatsapp("m-2", "From my new number", NEW, now - 60_000))
    for contact in open_office.rows(Contact):
        decision = open_office.act(headers, "claim", contact_id=contact.id)
        assert decision["outcome"] == "accepted"
    changed(open_office, now - 90_000)
    assert people(open_office) == 1
    assert len([one for one in open_office.rows(Contact) if one.state == "open"]) == 2


def test_who_had_the_number_before_is_somebody_else(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    now = open_office.clock()
    open_office.post(whatsapp("m-0", "I had this number", NEW, now - 48 * HOUR))
    open_office.post(whatsapp("m-1", "Hello", OLD, now - 2 * HOUR))
    changed(open_office, now - HOUR)
    assert people(open_office) == 2
    (event,) = [one for one in open_office.rows(Message) if one.kind == "event"]
    assert event.facts["apart"] is True


def test_who_gets_the_old_number_later_is_somebody_else(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    start = open_office.clock()
    open_office.post(whatsapp("m-1", "Hello", OLD, start))
    changed(open_office, start)
    open_office.clock.ahead(hours=24 * 30)
    open_office.post(whatsapp("m-2", "I am new here", OLD, open_office.clock()))
    assert people(open_office) == 2
    by_address = {one.address: one.customer_id for one in open_office.rows(Identity)}
    assert by_address[OLD] != by_address[NEW]


def test_a_number_that_changes_back(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    now = open_office.clock()
    open_office.post(whatsapp("m-1", "Hello", OLD, now - 9_000))
    changed(open_office, now - 8_000)
    open_office.post(whatsapp("m-2", "Now here", NEW, now - 7_000))
    back = {"channel": "whatsapp", "before": NEW, "after": OLD, "at": now - 6_000}
    open_office.bring({"addresses": [back]})
    open_office.post(whatsapp("m-3", "Back again", OLD, now - 5_000))
    assert people(open_office) == 1
    (contact,) = [one for one in open_office.rows(Contact) if one.archived_at is None]
    addresses = {one.id: one.address for one in open_office.rows(Identity)}
    assert (contact.thread, addresses[contact.identity_id or ""]) == (OLD, OLD)
