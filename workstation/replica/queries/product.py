"""One product: what it is, its variants, and the answers that belong to it."""

from typing import TYPE_CHECKING

import orjson

from workstation.models.text import shown, storable
from workstation.replica.queries.person import names
from workstation.replica.rows.knowledge import OpenContactRow
from workstation.replica.rows.product import ProductCard, VariantRow

if TYPE_CHECKING:
    from workstation.replica.vault import Connection

OPEN_CONTACTS = 12
"""Of those that are not wrapped up, how many are told in full."""


def card(connection: "Connection", product_id: str, variant_id: str | None) -> ProductCard | None:
    found = connection.execute(
        "SELECT name, brand, description, specifications, product_type_id, "
        "(SELECT name_en FROM product_type t WHERE t.id = p.product_type_id), "
        "(SELECT name_nl FROM product_type t WHERE t.id = p.product_type_id), image, link "
        "FROM product p WHERE id = ?",
        (product_id,),
    ).fetchone()
    if found is None:
        return None
    from workstation.replica.queries import answers  # after the first paint

    variants = connection.execute(
        "SELECT id, sku, name, attributes, price, currency, stock FROM variant "
        "WHERE product_id = ? AND active ORDER BY name",
        (product_id,),
    ).fetchall()
    open_count, open_contacts = _open_contacts(connection, product_id)
    return ProductCard(
        product_id=product_id,
        variant_id=variant_id,
        name=shown(found[0]),
        brand=shown(found[1]),
        type_en=found[5] or "",
        type_nl=found[6] or "",
        description=shown(found[2]),
        specifications=orjson.loads(found[3]),
        variants=tuple(
            VariantRow(
                variant_id=row[0],
                sku=row[1],
                name=shown(row[2]),
                attributes=orjson.loads(row[3]),
                price=row[4],
                currency=row[5],
                stock=row[6],
            )
            for row in variants
        ),
        answers=answers.of_product(connection, product_id, found[4]),
        product_type_id=found[4],
        image=found[7],
        link=found[8],
        open_contacts=open_contacts,
        open_count=open_count,
    )


def _open_contacts(
    connection: "Connection", product_id: str
) -> tuple[int, tuple[OpenContactRow, ...]]:
    """How many there are, and those that wait the longest."""
    found = connection.execute(
        "SELECT id, customer_id, channel, last_text, last_at, due_at, owner_id FROM contact "
        "WHERE product_id = ?1 AND state <> 'done' AND id NOT IN (SELECT id FROM contact_preview) "
        "UNION ALL SELECT id, customer_id, channel, last_text, last_at, due_at, owner_id "
        "FROM contact_preview WHERE product_id = ?1 AND state <> 'done' ORDER BY 5, 1",
        (product_id,),
    ).fetchall()
    some = found[:OPEN_CONTACTS]
    called = names(connection, [row[1] for row in some])
    agents = dict(connection.execute("SELECT id, name FROM agent").fetchall()) if some else {}
    return len(found), tuple(
        OpenContactRow(
            contact_id=row[0],
            name=shown(called.get(row[1], "")),
            channel=row[2],
            last_text=shown(row[3]),
            last_at=row[4],
            due_at=row[5],
            owner_name=agents.get(row[6], ""),
        )
        for row in some
    )


def find(connection: "Connection", text: str, limit: int) -> list[tuple[str, str | None, str]]:
    """Products and variants whose name, brand or number holds every word of `text`."""
    words = storable(text).split()[:6]
    where = " AND ".join(
        "(p.name || ' ' || p.brand || ' ' || coalesce(v.name, '') || ' ' || coalesce(v.sku, '') "
        "|| ' ' || p.code) LIKE ?"
        for _ in words
    )
    found = connection.execute(
        "SELECT p.id, v.id, p.name, v.name FROM product p "
        "LEFT JOIN variant v ON v.product_id = p.id AND v.active "
        f"WHERE p.active {'AND ' + where if where else ''} ORDER BY p.name, v.name LIMIT ?",
        [*(f"%{word}%" for word in words), limit],
    ).fetchall()
    return [
        (product_id, variant_id, label(shown(name), shown(variant or "")))
        for product_id, variant_id, name, variant in found
    ]


def label(product: str, variant: str) -> str:
    """What a variant of a product is called: its own name, with the product's where that is not
    said."""
    """What is exactly in the box, said once."""
    if not variant or variant == product:
        return product
    return variant if variant.startswith(product) else f"{product}, {variant}"
