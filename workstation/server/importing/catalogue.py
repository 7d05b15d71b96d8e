"""Items of a product feed: product types, products and their variants."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy.orm import Session

from workstation.models import Product, ProductType, Variant
from workstation.server.importing.settle import Fate, settle, together
from workstation.shop.items import name_of_group, name_of_variant
from workstation.shop.keys import Keys
from workstation.shop.records import ItemRecord

NO_PICTURES: Final[Mapping[str, str]] = MappingProxyType({})


def write_items(
    session: Session,
    keys: Keys,
    items: Sequence[ItemRecord],
    pictures: Mapping[str, str] = NO_PICTURES,
) -> list[Fate]:
    """What became of each item. A product type that is there stays as it is: its names and its
    team are the office's own. `pictures` is what each item's picture became."""
    paths = {item.product_type for item in items if item.leads and item.product_type}
    settle(
        session,
        ProductType,
        [
            {"id": keys.product_type(path), "name_en": path[-1], "name_nl": path[-1]}
            for path in sorted(paths)
        ],
        update=False,
    )
    products = settle(
        session, Product, [_product(keys, item, pictures) for item in items if item.leads]
    )
    variants = settle(session, Variant, [_variant(keys, item) for item in items])
    return [
        together(
            [
                variants[keys.variant(item.sku)],
                *([products[keys.product(item.group)]] if item.leads else []),
            ]
        )
        for item in items
    ]


def _product(keys: Keys, item: ItemRecord, pictures: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": keys.product(item.group),
        "product_type_id": keys.product_type(item.product_type) if item.product_type else None,
        "code": item.group,
        "name": name_of_group(item),
        "brand": item.brand,
        "description": item.description,
        "specifications": item.specifications,
        "image": pictures.get(item.sku, item.image),
        "link": item.link,
        "active": True,
    }


def _variant(keys: Keys, item: ItemRecord) -> dict[str, Any]:
    return {
        "id": keys.variant(item.sku),
        "product_id": keys.product(item.group),
        "sku": item.sku,
        "gtin": item.gtin,
        "name": name_of_variant(item),
        "attributes": item.attributes,
        "price": item.price,
        "currency": item.currency,
        "stock": item.stock,
        "active": True,
    }
