"""Customers, catalogue, orders and returns in an office: what arrives, and that twice is once."""

from pathlib import Path

import pytest

from tests.shop.importing import Desk, counts
from workstation.models import (
    Contact,
    Customer,
    Identity,
    Order,
    OrderLine,
    Product,
    ProductType,
    Return,
    Share,
    Team,
    Variant,
    new_id,
)
from workstation.server.store.database import Database

CATALOGUE = (
    "id\titem_group_id\ttitle\tprice\tavailability\tcolor\tproduct_type\tbrand\tproduct_detail\n"
    "L-red\tL\tLamp Noor Red\t19.50 EUR\tin_stock\tRed\tHome > Lamps\tLicht\tLight:Power:9 W\n"
    "L-blue\tL\tLamp Noor Blue\t20.50 EUR\tout_of_stock\tBlue\tHome > Lamps\tLicht\t\n"
    "K\t\tKettle\t1500 JPY\tin_stock\t\tKitchen\tWarm\t\n"
)
CUSTOMERS = (
    "key,name,city,email,phone\n"
    "17,Ans,Delft,ans@example.nl,+31201234567|+31612345678\n"
    "18,Bo,Gouda,bo@example.nl,\n"
)
ORDERS = (
    "number,customer,placed_at,state,total,currency,delivered_at\n"
    "1001,17,2026-03-01T10:00:00Z,delivered,59.50,EUR,2026-03-03T10:00:00Z\n"
    "1002,18,2026-03-02T10:00:00Z,pending,1500,JPY,\n"
)
LINES = (
    "order,line,sku,name,quantity,price\n"
    "1001,1,L-red,,2,19.50\n"
    "1001,2,OLD,Old lamp,1,20.50\n"
    "1002,1,K,Kettle on sale,1,1500\n"
)
RETURNS = (
    "key,order,line,state,at,reason,refund,quantity\n"
    "R1,1001,1,received,2026-03-05T10:00:00Z,Too bright,19.50,1\n"
)
FILES = {
    "catalogue": CATALOGUE,
    "customers": CUSTOMERS,
    "orders": ORDERS,
    "order-lines": LINES,
    "returns": RETURNS,
}


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path)


@pytest.fixture
def shop(desk: Desk) -> Desk:
    for kind, content in FILES.items():
        assert desk.take(kind, content).rejected == 0, desk.rejected(kind)
    return desk


def test_the_shop_arrives(shop: Desk) -> None:
    ans = shop.one(Customer, name="Ans")
    assert (ans.city, ans.provisional) == ("Delft", False)
    addresses = {(i.channel, i.address) for i in shop.all(Identity) if i.customer_id == ans.id}
    assert addresses == {
        ("email", "ans@example.nl"),
        ("phone", "+31201234567"),
        ("phone", "+31612345678"),
    }

    lamp = shop.one(Product, code="L")
    assert (lamp.name, lamp.brand, lamp.specifications) == ("Lamp Noor", "Licht", {"Power": "9 W"})
    kind = shop.one(ProductType, id=lamp.product_type_id)
    assert (kind.name_en, kind.name_nl, kind.team_id) == ("Lamps", "Lamps", None)
    red = shop.one(Variant, sku="L-red")
    assert (red.product_id, red.name, red.price, red.currency) == (lamp.id, "Red", 1950, "EUR")
    assert (red.attributes, red.stock) == ({"color": "Red"}, None)
    assert shop.one(Variant, sku="L-blue").stock == 0
    assert shop.one(Variant, sku="K").price == 1500

    order = shop.one(Order, number="1001")
    assert (order.customer_id, order.total, order.state) == (ans.id, 5950, "delivered")
    lines = sorted(
        (line for line in shop.all(OrderLine) if line.order_id == order.id), key=lambda i: i.name
    )
    assert [(i.name, i.variant_id, i.price, i.quantity) for i in lines] == [
        ("Lamp Noor, Red", red.id, 1950, 2),
        ("Old lamp", None, 2050, 1),
    ]
    (came_back,) = shop.all(Return)
    assert (came_back.order_line_id, came_back.variant_id) == (lines[0].id, red.id)
    assert (came_back.refund, came_back.customer_id) == (1950, ans.id)


def test_importing_twice_changes_nothing(shop: Desk) -> None:
    before = shop.everything()
    for kind, content in FILES.items():
        done = shop.again(kind)
        assert counts(done) == (0, 0, len(content.splitlines()) - 1, 0)
    assert shop.everything() == before


def test_only_what_differs_is_touched(shop: Desk) -> None:
    before = {row.id: row.rev for row in shop.all(Customer)}
    done = shop.take("customers", CUSTOMERS.replace("Gouda", "Leiden"))
    assert counts(done) == (0, 1, 1, 0)
    after = {row.name: row for row in shop.all(Customer)}
    assert after["Bo"].city == "Leiden"
    assert after["Bo"].rev > before[after["Bo"].id]
    assert after["Ans"].rev == before[after["Ans"].id]


def test_an_empty_value_leaves_what_the_office_knows_of_a_customer(shop: Desk) -> None:
    shop.take("customers", "key,name,city\n17,Ans B.,\n")
    assert shop.one(Customer, name="Ans B.").city == "Delft"


def test_a_product_type_keeps_the_team_and_the_names_that_it_was_given(shop: Desk) -> None:
    team_id = new_id()
    with shop.database.write() as session:
        session.add(Team(id=team_id, name_en="Lights", name_nl="Licht"))
        kind = session.get_one(ProductType, shop.one(ProductType, name_en="Lamps").id)
        kind.team_id = team_id
        kind.name_nl = "Lampen"
    shop.take("catalogue", CATALOGUE.replace("19.50", "18.50"))
    kind = shop.one(ProductType, name_en="Lamps")
    assert (kind.team_id, kind.name_nl) == (team_id, "Lampen")
    assert shop.one(Variant, sku="L-red").price == 1850


def test_what_points_at_nothing_is_rejected_with_the_reason_and_the_rest_written(
    desk: Desk,
) -> None:
    desk.take("customers", CUSTOMERS)
    done = desk.take("orders", ORDERS + "1003,99,2026-03-01T10:00:00Z,pending,1,EUR,\n")
    assert counts(done) == (2, 0, 0, 1)
    assert desk.rejected("orders") == (
        "line,reason,row\n"
        "4,customer 99 is not known: import customers first,"
        '"1003,99,2026-03-01T10:00:00Z,pending,1,EUR,"\n'
    )
    done = desk.take("order-lines", LINES + "1009,1,,Lamp,1,1.00\n1001,3,,Lamp,1,1.005\n")
    assert counts(done) == (2, 0, 0, 3)
    report = desk.rejected("order-lines")
    assert '2,"name is missing, and L-red is not in the catalogue"' in report
    assert "5,order 1009 is not known: import orders first" in report
    assert '6,"price is 1.005, more digits than EUR has"' in report
    done = desk.take("returns", RETURNS)
    assert counts(done) == (0, 0, 0, 1)
    assert "order 1001 has no line 1: import lines first" in desk.rejected("returns")


def test_a_report_goes_away_once_nothing_is_rejected(desk: Desk) -> None:
    desk.take("customers", "key,name\n1,\n2,B\n")
    assert "name is missing" in desk.rejected("customers")
    desk.take("customers", "key,name\n1,A\n2,B\n")
    assert not desk.rejected("customers")


def test_an_order_does_not_move_to_another_customer(shop: Desk) -> None:
    done = shop.take("orders", ORDERS.replace("1001,17", "1001,18"))
    assert counts(done) == (0, 0, 1, 1)
    assert "order 1001 belongs to another customer already" in shop.rejected("orders")


def test_an_address_of_another_customer_stays_where_it_is(shop: Desk) -> None:
    extra = "19,Cas,Delft,BO@example.nl,+31301234567\n20,Di,Delft,,+31301234567\n"
    done = shop.take("customers", CUSTOMERS + extra)
    assert (done.new, done.same, done.rejected) == (2, 2, 2)
    report = shop.rejected("customers")
    assert "4,email bo@example.nl is another customer's" in report
    assert "5,phone +31301234567 is another customer's" in report
    assert (
        shop.one(Identity, address="bo@example.nl").customer_id == shop.one(Customer, name="Bo").id
    )
    assert shop.one(Customer, name="Cas").city == "Delft"


def test_two_shops_in_one_office_do_not_mix(shop: Desk) -> None:
    done = shop.take("customers", "key,name\n17,Someone else\n", source="other")
    assert counts(done) == (1, 0, 0, 0)
    assert shop.one(Customer, name="Ans").city == "Delft"


def test_a_stranger_who_wrote_before_turns_out_to_be_the_customer(desk: Desk) -> None:
    thread = {
        "thread": "t",
        "channel": "email",
        "customer": {"address": "bo@example.nl", "name": "bo"},
        "messages": [{"from": "customer", "at": "2026-03-01T10:00:00Z", "text": "hi"}],
    }
    desk.take("conversations", [thread])
    stranger = desk.one(Customer, name="bo")
    assert stranger.provisional
    done = desk.take("customers", CUSTOMERS)
    assert counts(done) == (2, 0, 0, 0)
    bo = desk.one(Customer, name="Bo")
    contact = desk.one(Contact, thread="t")
    assert contact.customer_id == bo.id
    assert desk.one(Identity, address="bo@example.nl").customer_id == bo.id
    assert desk.one(Customer, id=stranger.id).merged_into_id == bo.id
    audiences = {s.audience_id for s in desk.all(Share) if s.root_id == bo.id}
    assert audiences == {contact.team_id}
    before = desk.everything()
    desk.again("customers")
    desk.again("conversations")
    assert desk.everything() == before
