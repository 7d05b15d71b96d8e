"""Where an earlier conversation belongs: whose it is, what it is about, which team takes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from workstation.models import Customer, Identity, Order, Product, ProductType, Variant
from workstation.server.importing.customers import identities
from workstation.server.importing.settle import existing, settle
from workstation.shop.keys import Keys
from workstation.shop.records import ConversationRecord


@dataclass(slots=True)
class Place:
    customer_id: str
    identity_id: str | None
    team_id: str
    variant_id: str | None = None
    product_id: str | None = None
    product_type_id: str | None = None
    order_id: str | None = None


def places(
    session: Session, keys: Keys, conversations: Sequence[ConversationRecord], *, team_id: str
) -> list[Place]:
    """The place of each. Who is not known yet becomes a provisional customer. `team_id` takes
    what no product type sends elsewhere."""
    found = _people(session, keys, conversations, team_id)
    _products(session, keys, conversations, found)
    return found


def _people(
    session: Session, keys: Keys, conversations: Sequence[ConversationRecord], team_id: str
) -> list[Place]:
    known = identities(session, (c.address for c in conversations if c.address))
    shop = existing(
        session, Customer, [keys.customer(c.customer_key) for c in conversations if c.customer_key]
    )
    strangers: dict[str, dict[str, Any]] = {}
    new: list[dict[str, Any]] = []
    found: list[Place] = []
    for conversation in conversations:
        identity = known.get((conversation.channel, conversation.address))
        by_key = keys.customer(conversation.customer_key) if conversation.customer_key else None
        if by_key in shop:
            customer_id = by_key
        elif identity is not None:
            customer_id = identity.customer_id
        else:
            customer_id = by_key or keys.stranger(conversation.channel, conversation.address)
            strangers.setdefault(customer_id, _stranger(conversation, customer_id))
        if identity is None and conversation.address:
            row = _identity(keys, conversation, customer_id)
            new.append(row)
            identity = known[conversation.channel, conversation.address] = Identity(**row)
        theirs = identity is not None and identity.customer_id == customer_id
        found.append(Place(customer_id, identity.id if identity and theirs else None, team_id))
    settle(session, Customer, list(strangers.values()), update=False)
    # Were somebody to write from such an address just now, this fails and is done again.
    settle(session, Identity, new)
    return found


def _stranger(conversation: ConversationRecord, customer_id: str) -> dict[str, Any]:
    return {
        "id": customer_id,
        "name": conversation.customer_name or conversation.address or conversation.customer_key,
        "language": conversation.language,
        "provisional": True,
        "since": conversation.opened_at,
    }


def _identity(keys: Keys, conversation: ConversationRecord, customer_id: str) -> dict[str, Any]:
    return {
        "id": keys.identity(conversation.channel, conversation.address),
        "customer_id": customer_id,
        "channel": conversation.channel,
        "address": conversation.address,
        "name": conversation.customer_name,
    }


def _products(
    session: Session,
    keys: Keys,
    conversations: Sequence[ConversationRecord],
    found: Sequence[Place],
) -> None:
    """The log entry knows better than the conversation what it was about."""
    skus = [(c.wrap_up.sku if c.wrap_up else "") or c.sku for c in conversations]
    variants = existing(session, Variant, [keys.variant(sku) for sku in skus if sku])
    products = existing(session, Product, [v["product_id"] for v in variants.values()])
    orders = existing(session, Order, [keys.order(c.order) for c in conversations if c.order])
    types = existing(
        session,
        ProductType,
        [p["product_type_id"] for p in products.values() if p["product_type_id"]],
    )
    for conversation, sku, place in zip(conversations, skus, found, strict=True):
        variant = variants.get(keys.variant(sku)) if sku else None
        if variant is not None:
            place.variant_id = variant["id"]
            place.product_id = variant["product_id"]
            place.product_type_id = products[variant["product_id"]]["product_type_id"]
            product_type = types.get(place.product_type_id or "")
            if product_type is not None and product_type["team_id"]:
                place.team_id = product_type["team_id"]
        order = orders.get(keys.order(conversation.order)) if conversation.order else None
        if order is not None and order["customer_id"] == place.customer_id:
            place.order_id = order["id"]
