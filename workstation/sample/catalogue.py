"""What the sample shop sells: types, products and their variants, out of `texts/catalogue.toml`."""

from dataclasses import dataclass
from functools import cache
from itertools import product as combinations
from typing import Any
from zlib import crc32

from workstation.models import Product, ProductType, Variant
from workstation.sample.product_pictures import product_picture
from workstation.sample.rows import Batch, Row, ref
from workstation.sample.staff import team_id
from workstation.sample.texts import text

MOST_VARIANTS = 6
STOCK = (0, 2, 5, 9, 14, 23, 38, 61, 120)


@dataclass(frozen=True, slots=True)
class Kind:
    """A product type. `thing_*` is what a customer calls one; `returns` how many come back."""

    key: str
    id: str
    team: str
    name_en: str
    name_nl: str
    thing_en: str
    thing_nl: str
    weight: float
    returns: float
    return_reasons: tuple[str, ...]
    favourite: str


@dataclass(frozen=True, slots=True)
class Item:
    """A variant. `comes_back` is how often, compared with its type: some are worse than others."""

    id: str
    sku: str
    gtin: str
    name: str
    attributes: dict[str, str]
    price: int
    stock: int
    comes_back: float


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    code: str
    name: str
    brand: str
    kind: Kind
    description: str
    specifications: dict[str, str]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    kinds: dict[str, Kind]
    articles: tuple[Article, ...]
    by_kind: dict[str, tuple[Article, ...]]
    by_name: dict[str, Article]

    def batches(self) -> list[Batch]:
        return [
            (
                ProductType,
                [
                    {
                        "id": kind.id,
                        "name_en": kind.name_en,
                        "name_nl": kind.name_nl,
                        "team_id": team_id(kind.team),
                        "active": True,
                    }
                    for kind in self.kinds.values()
                ],
            ),
            (Product, [_product_row(article) for article in self.articles]),
            (
                Variant,
                [
                    _variant_row(article, item)
                    for article in self.articles
                    for item in article.items
                ],
            ),
        ]


def gtin(number: int) -> str:
    """A GTIN-13 with its check digit, from the range kept for use inside a shop (20 to 29)."""
    digits = f"29{number:010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


@cache
def catalogue() -> Catalogue:
    kinds: dict[str, Kind] = {}
    articles: list[Article] = []
    for entry in text("catalogue")["type"]:
        kind = Kind(
            key=entry["key"],
            id=ref(f"type:{entry['key']}"),
            team=entry["team"],
            name_en=entry["en"],
            name_nl=entry["nl"],
            thing_en=entry["thing_en"],
            thing_nl=entry["thing_nl"],
            weight=entry["weight"],
            returns=entry["returns"],
            return_reasons=tuple(entry["return_reasons"]),
            favourite=entry.get("favourite", ""),
        )
        kinds[kind.key] = kind
        for series in entry["series"]:
            articles += _articles(kind, series)
    return Catalogue(
        kinds=kinds,
        articles=tuple(articles),
        by_kind={key: tuple(a for a in articles if a.kind.key == key) for key in kinds},
        by_name={article.name: article for article in articles},
    )


def _articles(kind: Kind, series: dict[str, Any]) -> list[Article]:
    axes: dict[str, list[Any]] = series["models"]
    steps = [range(len(values)) for values in axes.values()]
    made = []
    for places in combinations(*steps):
        chosen = {
            axis: values[place] for (axis, values), place in zip(axes.items(), places, strict=True)
        }
        name = series["name"].format(brand=series["brand"], **chosen)
        price = series["price"] + series["rise"] * places[0]
        price += series["price"] // 10 * sum(places[1:])
        code = f"{series['brand'][:3].upper()}-{_letters(name, series['brand'])}"
        made.append(
            Article(
                id=ref(f"product:{name}"),
                code=code,
                name=name,
                brand=series["brand"],
                kind=kind,
                description=series["blurb"],
                specifications={
                    label: _specification(value, chosen, f"{name}{label}")
                    for label, value in series["specifications"].items()
                },
                items=_items(name, code, series, price),
            )
        )
    return made


def _letters(name: str, brand: str) -> str:
    rest = name.removeprefix(brand).replace(" Hz", "HZ").upper()
    return "".join(letter for letter in rest if letter.isalnum())


def _specification(value: Any, chosen: dict[str, Any], key: str) -> str:
    if isinstance(value, list):
        return str(value[crc32(key.encode()) % len(value)])
    if isinstance(value, dict):
        return str(value[str(next(iter(chosen.values())))])
    return str(value).format(**chosen)


def _items(name: str, code: str, series: dict[str, Any], price: int) -> tuple[Item, ...]:
    axes: dict[str, list[str]] = series["variants"]
    steps = [range(len(values)) for values in axes.values()]
    items = []
    for places in list(combinations(*steps))[:MOST_VARIANTS]:
        attributes = {
            axis: values[place] for (axis, values), place in zip(axes.items(), places, strict=True)
        }
        chance = crc32(f"{name}{attributes}".encode())
        items.append(
            Item(
                id=ref(f"variant:{name}:{attributes}"),
                sku=f"{code}-{''.join(str(place + 1) for place in places)}",
                gtin=gtin(chance),
                name=_begun_large(", ".join(attributes.values())),
                attributes=attributes,
                price=_rounded(price + series["variant_rise"] * places[-1]),
                stock=STOCK[chance % len(STOCK)],
                comes_back=(0.4, 0.8, 1.0, 1.0, 1.3, 3.0)[chance // 64 % 6],
            )
        )
    return tuple(items)


def _begun_large(words: str) -> str:
    """ "Sand, 128 GB": the rest is written as it is."""
    return words[:1].upper() + words[1:]


def _rounded(price: int) -> int:
    """A price as shops like them: whole euros above a hundred, else ending in 95 cents."""
    return price // 100 * 100 if price >= 10_000 else price // 100 * 100 + 95


def _product_row(article: Article) -> Row:
    return {
        "id": article.id,
        "product_type_id": article.kind.id,
        "code": article.code,
        "name": article.name,
        "brand": article.brand,
        "description": article.description,
        "specifications": dict(article.specifications),
        "image": f"sha256:{product_picture(article.kind.key).sha256}",
        "link": f"https://shop.example.com/{article.code.lower()}",
        "active": True,
    }


def _variant_row(article: Article, item: Item) -> Row:
    return {
        "id": item.id,
        "product_id": article.id,
        "sku": item.sku,
        "gtin": item.gtin,
        "name": item.name,
        "attributes": dict(item.attributes),
        "price": item.price,
        "currency": "EUR",
        "stock": item.stock,
        "active": True,
    }
