"""Rows of what a customer bought and what came back. Amounts in the currency's smallest unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrderLineRow:
    """`product_id` is empty when the article has left the catalogue. `price` is of one."""

    name: str
    quantity: int = 1
    price: int = 0
    product_id: str = ""
    variant_id: str = ""


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """`name` is what comes back; `at` when its state was the newest, in milliseconds since the
    epoch."""

    state: str
    reason: str = ""
    refund: int = 0
    at: int = 0
    name: str = ""
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class OrderRow:
    """`returns`: the newest first, each as it is now."""

    order_id: str
    number: str
    placed_at: int
    delivered_at: int | None
    state: str
    total: int
    currency: str
    lines: tuple[OrderLineRow, ...] = ()
    returns: tuple[ReturnRow, ...] = ()
