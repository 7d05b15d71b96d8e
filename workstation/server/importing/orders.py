"""Orders, order lines and returns: each hangs on a customer, so what it points at must be there."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from workstation.models import Base, Customer, Order, OrderLine, Product, Return, Variant
from workstation.rules.money import smallest_units
from workstation.server.importing.settle import NotThere, Outcome, existing, settle
from workstation.shop.keys import Keys
from workstation.shop.records import OrderLineRecord, OrderRecord, ReturnRecord

Given = TypeVar("Given", OrderRecord, OrderLineRecord, ReturnRecord)


def write_orders(session: Session, keys: Keys, orders: Sequence[OrderRecord]) -> list[Outcome]:
    customers = existing(session, Customer, [keys.customer(o.customer) for o in orders])
    before = existing(session, Order, [keys.order(o.number) for o in orders])

    def row(order: OrderRecord) -> dict[str, Any]:
        customer_id = keys.customer(order.customer)
        if customer_id not in customers:
            raise NotThere(f"customer {order.customer} is not known: import customers first")
        known = before.get(keys.order(order.number))
        if known is not None and known["customer_id"] != customer_id:
            raise NotThere(f"order {order.number} belongs to another customer already")
        return {
            "id": keys.order(order.number),
            "customer_id": customer_id,
            "number": order.number,
            "placed_at": order.placed_at,
            "delivered_at": order.delivered_at,
            "state": order.state,
            "total": order.total,
            "currency": order.currency,
        }

    return _settled(session, Order, [_tried(row, order) for order in orders])


def write_order_lines(
    session: Session, keys: Keys, lines: Sequence[OrderLineRecord]
) -> list[Outcome]:
    orders = existing(session, Order, [keys.order(line.order) for line in lines])
    variants = existing(session, Variant, [keys.variant(line.sku) for line in lines])
    products = existing(session, Product, [v["product_id"] for v in variants.values()])

    def row(line: OrderLineRecord) -> dict[str, Any]:
        order = _order(orders, keys, line.order)
        variant = variants.get(keys.variant(line.sku)) if line.sku else None
        name = line.name
        if not name and variant is None:
            raise NotThere(f"name is missing, and {line.sku} is not in the catalogue")
        if not name and variant is not None:
            product = products[variant["product_id"]]
            name = f"{product['name']}, {variant['name']}"[:200]
        return {
            "id": keys.order_line(line.order, line.line),
            "customer_id": order["customer_id"],
            "order_id": order["id"],
            "variant_id": variant["id"] if variant else None,
            "sku": line.sku,
            "name": name,
            "quantity": line.quantity,
            "price": _money(line.price, order, "price"),
        }

    return _settled(session, OrderLine, [_tried(row, line) for line in lines])


def write_returns(session: Session, keys: Keys, returns: Sequence[ReturnRecord]) -> list[Outcome]:
    orders = existing(session, Order, [keys.order(r.order) for r in returns])
    lines = existing(
        session, OrderLine, [keys.order_line(r.order, r.line) for r in returns if r.line]
    )
    variants = existing(session, Variant, [keys.variant(r.sku) for r in returns if r.sku])

    def row(given: ReturnRecord) -> dict[str, Any]:
        order = _order(orders, keys, given.order)
        line = lines.get(keys.order_line(given.order, given.line))
        if given.line and line is None:
            raise NotThere(f"order {given.order} has no line {given.line}: import lines first")
        variant = variants.get(keys.variant(given.sku)) if given.sku else None
        return {
            "id": keys.returned(given.key),
            "customer_id": order["customer_id"],
            "order_id": order["id"],
            "order_line_id": line["id"] if line else None,
            "variant_id": variant["id"] if variant else line["variant_id"] if line else None,
            "quantity": given.quantity,
            "reason": given.reason,
            "state": given.state,
            "at": given.at,
            "refund": _money(given.refund, order, "refund"),
        }

    return _settled(session, Return, [_tried(row, given) for given in returns])


def _order(orders: dict[str, dict[str, Any]], keys: Keys, number: str) -> dict[str, Any]:
    order = orders.get(keys.order(number))
    if order is None:
        raise NotThere(f"order {number} is not known: import orders first")
    return order


def _money(amount: Decimal, order: dict[str, Any], name: str) -> int:
    units = smallest_units(amount, order["currency"])
    if units is None:
        raise NotThere(f"{name} is {amount}, more digits than {order['currency']} has")
    return units


def _tried(row: Callable[[Given], dict[str, Any]], record: Given) -> dict[str, Any] | NotThere:
    try:
        return row(record)
    except NotThere as problem:
        return problem


def _settled(
    session: Session, model: type[Base], tried: Sequence[dict[str, Any] | NotThere]
) -> list[Outcome]:
    fates = settle(session, model, [row for row in tried if isinstance(row, dict)])
    return [row if isinstance(row, NotThere) else fates[row["id"]] for row in tried]
