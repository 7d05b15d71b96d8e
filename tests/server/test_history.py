"""Reading a customer's whole history, and finding a customer."""

import logging

import pytest

from tests.running import OpenOffice, hire, written
from workstation.models import Contact, Customer, Order, OrderLine, new_id
from workstation.server.logs import masked


@pytest.fixture
def customer_id(open_office: OpenOffice) -> str:
    """Somebody with three contacts in one team, and an order."""
    hire(open_office.database, "sanne")
    hire(open_office.database, "joost", team="Washing")
    for number in range(3):
        open_office.clock.ahead(hours=1)
        open_office.post(
            written(f"m-{number}", f"Question {number}", thread=f"t-{number}", team="TVs")
        )
    with open_office.database.write() as session:
        customer = session.query(Customer).one()
        customer.name = "Anna Bakker"
        order = Order(
            id=new_id(), customer_id=customer.id, number="W-1001", placed_at=1, state="delivered"
        )
        line = OrderLine(id=new_id(), customer_id=customer.id, order_id=order.id, name="TV")
        session.add_all([order, line])
        return customer.id


def test_an_agent_of_another_team_reads_all_of_it_in_pages(
    open_office: OpenOffice, customer_id: str
) -> None:
    joost = open_office.sign_in("joost")
    path = f"/v1/customers/{customer_id}/history"
    first = open_office.client.get(path, params={"limit": 2}, headers=joost).json()
    assert first["more"] is True
    assert set(first["tables"]) == {
        "customer",
        "identity",
        "customer_order",
        "order_line",
        "contact",
        "message",
    }
    assert len(first["tables"]["contact"]["rows"]) == 2
    rest = open_office.client.get(
        path, params={"limit": 2, "before": first["before"]}, headers=joost
    ).json()
    assert rest["more"] is False
    assert set(rest["tables"]) == {"contact", "message"}
    column = first["tables"]["message"]["columns"].index("text")
    texts = [row[column] for page in (first, rest) for row in page["tables"]["message"]["rows"]]
    assert sorted(texts) == ["Question 0", "Question 1", "Question 2"]


def test_archived_contacts_are_nobodys(open_office: OpenOffice, customer_id: str) -> None:
    with open_office.database.write() as session:
        for contact in session.query(Contact):
            contact.archived_at = 1
    headers = open_office.sign_in("sanne")
    page = open_office.client.get(f"/v1/customers/{customer_id}/history", headers=headers).json()
    assert "contact" not in page["tables"]


@pytest.mark.parametrize("words", ["bakker", "ANNA", "a.bakker@example", "W-10", " anna "])
def test_a_customer_is_found_by_name_address_or_order(
    open_office: OpenOffice, customer_id: str, words: str
) -> None:
    headers = open_office.sign_in("sanne")
    found = open_office.client.get("/v1/customers", params={"query": words}, headers=headers)
    assert found.json()["customers"] == [
        {
            "customer_id": customer_id,
            "name": "Anna Bakker",
            "city": "",
            "addresses": ["a.bakker@example.nl"],
        }
    ]


@pytest.mark.parametrize("words", ["%%", "__", "\\\\", "nobody", "\x00\x00"])
def test_nothing_is_found_by_wildcards(
    open_office: OpenOffice, customer_id: str, words: str
) -> None:
    headers = open_office.sign_in("sanne")
    found = open_office.client.get("/v1/customers", params={"query": words}, headers=headers)
    assert found.json() == {"customers": []}


@pytest.mark.parametrize("words", ["", "a"])
def test_too_few_characters_are_not_enough(open_office: OpenOffice, words: str) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    answer = open_office.client.get("/v1/customers", params={"query": words}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_who_is_not_there_is_not_found(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    for path in (f"/v1/customers/{new_id()}/history", "/v1/customers/x/history"):
        answer = open_office.client.get(path, headers=headers)
        assert answer.status_code in (404, 422)
    assert open_office.client.get(f"/v1/customers/{new_id()}/history").status_code == 401


def test_reading_leaves_a_line_without_saying_whom(
    open_office: OpenOffice, customer_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    headers = open_office.sign_in("sanne")
    with caplog.at_level(logging.INFO):
        open_office.client.get(f"/v1/customers/{customer_id}/history", headers=headers)
    facts = [getattr(record, "facts", {}) for record in caplog.records]
    assert any(fact.get("customer") == masked(customer_id) for fact in facts)
    assert not any(customer_id in str(fact) for fact in facts)
