"""The rows of one customer: themselves, their addresses, orders, lines and returns."""

from workstation.sample.people import Buyer, Purchase
from workstation.sample.rows import HOUR, Row, ref


def customer_row(buyer: Buyer) -> Row:
    return {
        "id": buyer.id,
        "name": buyer.name,
        "language": "" if buyer.provisional else buyer.language,
        "city": buyer.city,
        "country": buyer.country,
        "preferred_channel": buyer.addresses[-1].channel if buyer.number % 4 == 0 else "",
        "note": buyer.note,
        "since": buyer.since,
        "provisional": buyer.provisional,
        "merged_into_id": None,
        "merged_at": None,
        "merged_by_id": None,
    }


def identity_rows(buyer: Buyer) -> list[Row]:
    return [
        {
            "id": address.id,
            "customer_id": buyer.id,
            "channel": address.channel,
            "address": address.address,
            "name": address.name,
            "verified_at": None
            if buyer.provisional or address.channel in ("instagram", "chat")
            else buyer.since,
        }
        for address in buyer.addresses
    ]


def order_row(customer_id: str, purchase: Purchase, now: int) -> Row:
    """The order of this line; `total` is to be added up."""
    state = "delivered"
    if purchase.delivered_at is None:
        state = "shipped" if now - purchase.placed_at > 14 * HOUR else "processed"
    return {
        "id": purchase.order_id,
        "customer_id": customer_id,
        "number": purchase.number,
        "placed_at": purchase.placed_at,
        "delivered_at": purchase.delivered_at,
        "state": state,
        "total": 0,
        "currency": "EUR",
    }


def line_row(customer_id: str, purchase: Purchase) -> Row:
    return {
        "id": purchase.line_id,
        "customer_id": customer_id,
        "order_id": purchase.order_id,
        "variant_id": purchase.item.id,
        "sku": purchase.item.sku,
        "name": f"{purchase.article.name}, {purchase.item.name.lower()}",
        "quantity": purchase.quantity,
        "price": purchase.item.price,
    }


def return_row(customer_id: str, purchase: Purchase, reason: str, at: int, days: int) -> Row:
    """`days` is how long ago it was asked for: money follows within ten."""
    state = "requested" if days < 3 else "received" if days < 10 else "refunded"
    paid = {"refunded": purchase.item.price * purchase.quantity}
    return {
        "id": ref(f"return:{purchase.line_id}", at=at),
        "customer_id": customer_id,
        "order_id": purchase.order_id,
        "order_line_id": purchase.line_id,
        "variant_id": purchase.item.id,
        "quantity": purchase.quantity,
        "reason": reason,
        "state": state,
        "at": at,
        "refund": paid.get(state, 0),
    }
