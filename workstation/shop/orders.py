"""Orders, their lines, and what came back."""

from workstation.shop.fields import Fields, Wrong, money
from workstation.shop.records import OrderLineRecord, OrderRecord, ReturnRecord

ORDER_STATES = ("pending", "processed", "shipped", "delivered", "cancelled")
RETURN_STATES = ("requested", "received", "refunded", "exchanged", "refused")

ORDER_REQUIRED = ("number", "customer", "placed_at", "state")
ORDER_OPTIONAL = ("delivered_at", "total", "currency")
LINE_REQUIRED = ("order", "line")
LINE_OPTIONAL = ("sku", "name", "quantity", "price")
RETURN_REQUIRED = ("key", "order", "at", "state")
RETURN_OPTIONAL = ("line", "sku", "quantity", "reason", "refund")


def order(fields: Fields) -> OrderRecord:
    currency = fields.currency("currency", default="EUR")
    placed_at = fields.need_instant("placed_at")
    delivered_at = fields.instant("delivered_at")
    if delivered_at is not None and delivered_at < placed_at:
        raise Wrong("delivered_at lies before placed_at")
    return OrderRecord(
        number=fields.need("number"),
        customer=fields.need("customer"),
        placed_at=placed_at,
        delivered_at=delivered_at,
        state=fields.choice("state", ORDER_STATES),
        total=money(fields.amount("total"), currency, fields.name("total")),
        currency=currency,
    )


def order_line(fields: Fields) -> OrderLineRecord:
    sku = fields.text("sku")
    name = fields.text("name")
    if not sku and not name:
        raise Wrong("sku and name are both missing: one of them must say what was bought")
    return OrderLineRecord(
        order=fields.need("order"),
        line=fields.need("line"),
        sku=sku,
        name=name,
        quantity=fields.count("quantity", default=1),
        price=fields.amount("price"),
    )


def returned(fields: Fields) -> ReturnRecord:
    return ReturnRecord(
        key=fields.need("key"),
        order=fields.need("order"),
        line=fields.text("line"),
        sku=fields.text("sku"),
        quantity=fields.count("quantity", default=1),
        reason=fields.text("reason"),
        state=fields.choice("state", RETURN_STATES),
        at=fields.need_instant("at"),
        refund=fields.amount("refund"),
    )
