"""An item of a Google Merchant product feed: one variant, and what it tells about its product."""

import re
from typing import Any

from workstation.shop.fields import LONG, Fields, Wrong, amount_of, money
from workstation.shop.records import ItemRecord

REQUIRED = ("id", "title", "price")
VARIANT_ATTRIBUTES = ("color", "size", "material", "pattern", "age_group", "gender", "size_system")
"""What tells one variant of a group from another, as Google names it."""
_PRODUCT_FACTS = (
    "mpn",
    "condition",
    "product_weight",
    "product_length",
    "product_width",
    "product_height",
    "shipping_weight",
    "energy_efficiency_class",
    "google_product_category",
)
OPTIONAL = (
    "item_group_id",
    "item_group_title",
    "description",
    "link",
    "image_link",
    "availability",
    "quantity",
    "brand",
    "gtin",
    "product_type",
    "product_detail",
    *VARIANT_ATTRIBUTES,
    *_PRODUCT_FACTS,
)
AVAILABLE = ("in_stock", "out_of_stock", "preorder", "backorder")
VARIANT_SECTION = "variant"
"""A product_detail of this section belongs to the variant, of any other to the product."""
MOST_DETAILS = 1000

_PRICE = re.compile(r"([0-9.]+)\s+([A-Z]{3})")
_GTIN = re.compile(r"[0-9]{8}|[0-9]{12,14}")


def item(fields: Fields) -> ItemRecord:
    sku = fields.need("id")
    attributes = {name: fields.text(name) for name in VARIANT_ATTRIBUTES if fields.has(name)}
    specifications = {
        name: fields.text(name, limit=1000) for name in _PRODUCT_FACTS if fields.has(name)
    }
    for section, name, value in _details(fields):
        if section.casefold() == VARIANT_SECTION:
            attributes[name] = value
        else:
            taken = name in specifications and bool(section)
            specifications[f"{section}: {name}" if taken else name] = value
    availability = _availability(fields)
    if availability in ("preorder", "backorder"):
        attributes["availability"] = availability
    price, currency = _price(fields)
    return ItemRecord(
        sku=sku,
        group=fields.text("item_group_id") or sku,
        title=fields.need("title"),
        group_title=fields.text("item_group_title"),
        brand=fields.text("brand"),
        description=fields.text("description", limit=LONG),
        link=fields.text("link", limit=2000),
        image=fields.text("image_link", limit=2000),
        product_type=product_type(fields),
        gtin=_gtin(fields),
        price=price,
        currency=currency,
        stock=_stock(fields, availability),
        attributes=attributes,
        specifications=specifications,
    )


def _price(fields: Fields) -> tuple[int, str]:
    text = fields.need("price")
    found = _PRICE.fullmatch(text)
    if found is None:
        raise Wrong(f"price is {text!r}, not an amount and its currency such as 15.00 EUR")
    return money(amount_of(found[1], "price"), found[2], "price"), found[2]


def _availability(fields: Fields) -> str:
    written = fields.text("availability").lower().replace(" ", "_")
    if written and written not in AVAILABLE:
        raise Wrong(f"availability is {written!r}, not one of {', '.join(AVAILABLE)}")
    return written


def _stock(fields: Fields, availability: str) -> int | None:
    """How many there are: a feed may tell only whether there are any."""
    if fields.has("quantity"):
        return fields.count("quantity", default=0)
    return 0 if availability == "out_of_stock" else None


def _gtin(fields: Fields) -> str:
    gtin = fields.text("gtin").replace(" ", "").replace("-", "")
    if gtin and not _GTIN.fullmatch(gtin):
        raise Wrong(f"gtin is {gtin!r}, not 8, 12, 13 or 14 digits")
    return gtin


def product_type(fields: Fields) -> tuple[str, ...]:
    """The shop's own path "Home > Kitchen"; without one Google's, unless that is a number."""
    written = fields.text("product_type", limit=750)
    if not written:
        written = fields.text("google_product_category", limit=750)
        if written.isdigit():
            return ()
    path = tuple(part.strip() for part in written.split(">"))
    return tuple(part[:200] for part in path if part)


def _details(fields: Fields) -> list[tuple[str, str, str]]:
    """Section, name, value. In TSV "section:name:value", several separated by commas; in XML
    `product_detail` elements arrive as a list of objects."""
    if isinstance(fields.value("product_detail"), list):
        return [
            (
                detail.text("section_name"),
                detail.need("attribute_name"),
                detail.text("attribute_value", limit=1000),
            )
            for detail in fields.each("product_detail", limit=MOST_DETAILS)
        ]
    text = fields.text("product_detail", limit=LONG)
    found = []
    for pieces in split_details(text):
        if pieces == [""]:
            continue
        if len(pieces) != 3 or not pieces[1]:
            raise Wrong(f"product_detail has {':'.join(pieces)!r}, not section:name:value")
        found.append((pieces[0], pieces[1][:200], pieces[2]))
    if len(found) > MOST_DETAILS:
        raise Wrong(f"product_detail has more than {MOST_DETAILS:,} entries")
    return found


def split_details(text: str) -> list[list[str]]:
    """Details are separated by commas, and each into at most three pieces by colons; a backslash
    before any of these, or before another one, makes it a letter. Read once: what was a mark's
    backslash for the one is not a letter for the other."""
    details = [[""]]
    letters = iter(text)
    for letter in letters:
        pieces = details[-1]
        if letter == "\\":
            following: Any = next(letters, "")
            pieces[-1] += following if following in ("\\", ":", ",") else letter + following
        elif letter == ",":
            details.append([""])
        elif letter == ":" and len(pieces) < 3:
            pieces.append("")
        else:
            pieces[-1] += letter
    return [[piece.strip() for piece in pieces] for pieces in details]


def name_of_variant(item: ItemRecord) -> str:
    """What tells it from its sisters, in a few words."""
    told = [value for name, value in item.attributes.items() if value and name != "availability"]
    return ", ".join(told)[:200] or item.title


def name_of_group(item: ItemRecord) -> str:
    """What the product is called: the title without what is this variant's alone at its end."""
    if item.group_title:
        return item.group_title
    title = item.title
    values = sorted((v for v in item.attributes.values() if v), key=len, reverse=True)
    shortened = True
    while shortened:
        shortened = False
        for value in values:
            bare = title.rstrip(" )]")
            if bare.casefold().endswith(value.casefold()):
                rest = bare[: -len(value)].rstrip()
                if rest and (rest != bare[: -len(value)] or rest[-1] in "-,(/[|"):
                    title = rest.rstrip(" -,(/[|–")
                    shortened = bool(title)
    return title or item.title
