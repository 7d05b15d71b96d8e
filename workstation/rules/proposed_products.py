"""Which products a contact may be about, before its wrap-up: ranked, each with why.

They come from what is known for certain, the page a visitor was on, the order, and the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Final, Literal

DAY: Final = 24 * 60 * 60_000
ProductWhy = Literal["known", "page", "order", "named", "said", "bought", "returned"]

CERTAIN: Final = 60.0
"""From this score on nobody needs to be asked."""
_KNOWN, _PAGE, _ORDER, _NUMBER = 200.0, 80.0, 60.0, 60.0
_BOUGHT, _LATELY, _RETURNED = 4.0, 16.0, 8.0
_WORD, _MOST_WORDS, _KIND = 9.0, 45.0, 6.0
_SEVERAL: Final = 0.6
"""An order of several lines makes none of them certain."""
_FADES: Final = 45 * DAY


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """A product that it may be about. `words` are stems of its name, brand and code that few other
    products have; `kind_words` those of its type's names."""

    product_id: str
    variant_id: str | None = None
    words: frozenset[str] = frozenset()
    kind_words: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    product_type_id: str | None = None


@dataclass(frozen=True, slots=True)
class Bought:
    """A line of an order of this customer. `about`: the contact is linked to that order; `lines`
    is how many the order has."""

    product_id: str
    variant_id: str | None
    number: str
    placed_at: int
    lines: int = 1
    about: bool = False
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What the contact gives to go by. `said` are stems of what the customer wrote, `texts` the
    texts themselves, `pages` the addresses they wrote from."""

    said: frozenset[str] = frozenset()
    texts: str = ""
    pages: Sequence[str] = ()
    product_id: str | None = None
    variant_id: str | None = None
    product_type_id: str | None = None


@dataclass(frozen=True, slots=True)
class ProductProposal:
    product_id: str
    variant_id: str | None
    score: float
    why: ProductWhy

    @property
    def certain(self) -> bool:
        return self.score >= CERTAIN


def products(
    heard: Heard, known: Sequence[ProductFacts], bought: Sequence[Bought], *, now: int
) -> list[ProductProposal]:
    """The likeliest first. The strongest sign gives the reason why, the others add to it."""
    variants: dict[str, tuple[float, str | None]] = {}
    signs: dict[str, list[tuple[float, ProductWhy]]] = {}

    def sign(product_id: str, variant_id: str | None, weight: float, why: ProductWhy) -> None:
        signs.setdefault(product_id, []).append((weight, why))
        best = variants.get(product_id)
        if best is None or (variant_id is not None and (best[1] is None or weight > best[0])):
            variants[product_id] = (weight, variant_id)

    if heard.product_id is not None:
        sign(heard.product_id, heard.variant_id, _KNOWN, "known")
    pages = {_bare(page) for page in heard.pages}
    for facts in known:
        if pages & {_bare(link) for link in facts.links}:
            sign(facts.product_id, facts.variant_id, _PAGE, "page")
        named = len(facts.words & heard.said)
        if named:
            sign(facts.product_id, facts.variant_id, min(_MOST_WORDS, _WORD * named), "said")
        if facts.kind_words & heard.said:
            sign(facts.product_id, facts.variant_id, 2 * _KIND, "said")
        elif heard.product_type_id is not None and heard.product_type_id == facts.product_type_id:
            sign(facts.product_id, facts.variant_id, _KIND, "said")
    for line in bought:
        share = 1.0 if line.lines == 1 else _SEVERAL
        age = max(now - line.placed_at, 0)
        lately = _BOUGHT + _LATELY * exp(-age / _FADES)
        sign(line.product_id, line.variant_id, lately, "bought")
        if line.about:
            sign(line.product_id, line.variant_id, _ORDER * share, "order")
        if len(line.number) >= 5 and line.number in heard.texts:
            sign(line.product_id, line.variant_id, _NUMBER * share, "named")
        if line.returned:
            sign(line.product_id, line.variant_id, _RETURNED, "returned")
    found = [
        ProductProposal(
            product_id=product_id,
            variant_id=variants[product_id][1],
            score=sum(_strongest(given).values()),
            why=max(given)[1],
        )
        for product_id, given in signs.items()
    ]
    return sorted(found, key=lambda one: (-one.score, one.product_id))


def _strongest(given: Sequence[tuple[float, ProductWhy]]) -> dict[ProductWhy, float]:
    """Each sign counts once, however often it was bought."""
    found: dict[ProductWhy, float] = {}
    for weight, why in given:
        found[why] = max(found.get(why, 0.0), weight)
    return found


def _bare(link: str) -> str:
    """An address without what says how one came there."""
    return (
        link.split("#", maxsplit=1)[0]
        .split("?", maxsplit=1)[0]
        .rstrip("/")
        .casefold()
        .partition("://")[2]
    )
