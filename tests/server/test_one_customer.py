"""Somebody who writes over two channels becomes one customer, and two people never do by
themselves."""

import json
from typing import Any

import pytest
from sqlalchemy import inspect

from tests.running import OpenOffice, hire, written
from workstation.models import (
    Contact,
    Customer,
    Identity,
    Match,
    Message,
    Order,
    Share,
    Team,
    id_for,
    new_id,
)
from workstation.server.jobs.match import ask


def known(
    office: OpenOffice,
    name: str = "Anna Bakker",
    number: str = "W-100200",
    phone: str = "+3120123",
) -> str:
    """A customer of the shop with a mail address, a telephone and an order."""
    customer_id = id_for("test", name)
    with office.database.write() as session:
        session.add(Customer(id=customer_id, name=name, city="Utrecht"))
        for channel, address in (
            ("email", f"{name[:4].lower()}@example.nl"),
            ("phone", phone),
        ):
            session.add(
                Identity(id=new_id(), customer_id=customer_id, channel=channel, address=address)
            )
        session.add(
            Order(
                id=id_for("order", number),
                customer_id=customer_id,
                number=number,
                placed_at=1,
                state="delivered",
            )
        )
        session.flush()
    return customer_id


def writes(office: OpenOffice, address: str, text: str, *, channel: str = "chat") -> Contact:
    body = written(new_id(), text, **{"from": {"address": address, "name": "A. Bakker"}})
    body["channel"] = channel
    assert office.post(body) == 202
    return office.rows(Contact)[-1]


def looked(office: OpenOffice, contact: Contact, **clues: Any) -> None:
    assert contact.identity_id is not None
    with office.database.write() as session:
        ask(session, office.office.jobs, identity_id=contact.identity_id, **clues)
        session.flush()
    office.work()


@pytest.fixture
def office(open_office: OpenOffice) -> OpenOffice:
    hire(open_office.database, "sanne")
    return open_office


def head(office: OpenOffice, contact: Contact) -> str:
    (customer,) = (one for one in office.rows(Customer) if one.id == contact.customer_id)
    return customer.merged_into_id or customer.id


def test_who_names_their_order_is_recognised(office: OpenOffice) -> None:
    anna = known(office)
    contact = writes(office, "visitor-1", "Where is W-100200?")
    looked(office, contact, text="Where is W-100200?")
    assert head(office, contact) == anna
    (now,) = (one for one in office.rows(Contact) if one.id == contact.id)
    assert now.order_id == id_for("order", "W-100200")
    assert now.customer_id == contact.customer_id, "no row moves"
    assert {"what": "recognised", "customer_id": anna, "proof": "order"} in [
        message.facts for message in office.rows(Message)
    ]
    team = contact.team_id
    assert (anna, team) in {(share.root_id, share.audience_id) for share in office.rows(Share)}


def test_whom_the_shop_signed_for_is_recognised(office: OpenOffice) -> None:
    anna = known(office)
    contact = writes(office, "visitor-1", "Hello")
    looked(office, contact, customer=anna)
    assert head(office, contact) == anna


def test_a_shared_telephone_number_only_asks(office: OpenOffice) -> None:
    anna = known(office)
    contact = writes(office, "+3120123", "Hello", channel="whatsapp")
    looked(office, contact)
    assert head(office, contact) == contact.customer_id
    match = office.only(Match)
    assert (match.customer_id, match.other_id) == (anna, contact.customer_id)
    assert (match.reason, match.facts) == ("phone", {"address": "+3120123"})
    looked(office, contact)
    assert office.only(Match).id == match.id, "asked once"


def test_what_an_agent_dismissed_is_not_asked_again(office: OpenOffice) -> None:
    known(office)
    contact = writes(office, "+3120123", "Hello", channel="whatsapp")
    looked(office, contact)
    headers = office.sign_in("sanne")
    match = office.only(Match)
    assert office.act(headers, "dismiss_match", match_id=match.id)["outcome"] == "accepted"
    looked(office, contact)
    assert office.only(Match).state == "dismissed"


def everything(office: OpenOffice) -> str:
    """Each row of a customer or contact, as it can be seen; without revisions, and without what a
    decision leaves behind: about a suggestion, and in a transcript."""
    found: dict[str, Any] = {}
    models: tuple[Any, ...] = (Customer, Identity, Order, Contact, Message)
    for model in models:
        for row in office.rows(model):
            columns = {c.name: getattr(row, c.name) for c in inspect(model).columns}
            columns.pop("rev")
            if model is Message and row.facts.get("what") in ("merged", "unmerged"):
                continue
            found[f"{model.__name__}:{row.id}"] = columns
    return json.dumps(found, sort_keys=True, default=str)


def test_merging_is_undone_exactly(office: OpenOffice) -> None:
    anna, bert = known(office), known(office, "Bert Smit", "W-100300", "+3120456")
    writes(office, "visitor-1", "Hello")
    stranger = office.rows(Contact)[-1].customer_id
    headers = office.sign_in("sanne")
    before = everything(office)
    steps = [
        ("merge_customers", {"customer_id": bert, "other_id": stranger}),
        ("merge_customers", {"customer_id": anna, "other_id": bert}),
    ]
    for kind, data in steps:
        assert office.act(headers, kind, **data)["outcome"] == "accepted"
    history = office.client.get(f"/v1/customers/{stranger}/history", headers=headers).json()
    assert {row[0] for row in history["tables"]["customer_order"]["rows"]}, "read together"
    people = history["tables"]["customer"]
    at = people["columns"].index("id")
    assert {row[at] for row in people["rows"]} == {anna, bert, stranger}
    found = office.client.get("/v1/customers?query=Bert", headers=headers).json()["customers"]
    assert [one["customer_id"] for one in found] == [anna], "found as who they are"
    for customer_id in (bert, stranger):
        decision = office.act(headers, "unmerge_customer", customer_id=customer_id)
        assert decision["outcome"] == "accepted"
    assert everything(office) == before
    contact = next(one for one in office.rows(Contact) if one.customer_id == stranger)
    told = [
        (one.facts["what"], one.facts["one"], one.facts["other"])
        for one in office.rows(Message)
        if one.kind == "event" and one.contact_id == contact.id
    ]
    name = next(one.name for one in office.rows(Customer) if one.id == stranger)
    assert sorted(told) == [
        ("merged", "Anna Bakker", "Bert Smit"),
        ("merged", "Bert Smit", name),
        ("unmerged", "Anna Bakker", "Bert Smit"),
        ("unmerged", "Bert Smit", name),
    ]


def test_what_came_while_they_were_one_stays_where_it_was_written(office: OpenOffice) -> None:
    anna = known(office)
    contact = writes(office, "visitor-1", "Hello")
    headers = office.sign_in("sanne")
    office.act(headers, "merge_customers", customer_id=anna, other_id=contact.customer_id)
    again = writes(office, "visitor-1", "Hello again")
    assert again.id == contact.id
    other = writes(office, "anna@example.nl", "By mail", channel="email")
    assert other.customer_id == anna
    office.act(headers, "unmerge_customer", customer_id=contact.customer_id)
    by_id = {one.id: one.customer_id for one in office.rows(Contact)}
    assert by_id == {contact.id: contact.customer_id, other.id: anna}


def test_a_new_contact_brings_the_whole_person_to_its_team(office: OpenOffice) -> None:
    """A team that has never heard of Anna gets her card with the stranger she turned out to be."""
    anna = known(office)
    with office.database.write() as session:
        session.add(Team(id=id_for("test", "washing"), name_en="Washing", name_nl="Wassen"))
        session.flush()
    first = writes(office, "visitor-1", "Hello")
    headers = office.sign_in("sanne")
    office.act(headers, "merge_customers", customer_id=anna, other_id=first.customer_id)
    with office.database.write() as session:
        session.get_one(Contact, first.id).state = "done"
        session.get_one(Contact, first.id).closed_at = 1
        session.flush()
    body = written(new_id(), "Again", **{"from": {"address": "visitor-1", "name": "A. Bakker"}})
    body |= {"channel": "chat", "team": "washing"}
    assert office.post(body) == 202
    shares = {(share.root_id, share.audience_id) for share in office.rows(Share)}
    team = id_for("test", "washing")
    assert {(anna, team), (first.customer_id, team)} <= shares
