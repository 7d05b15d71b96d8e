"""What a contact was about, as far as can be told before its wrap-up: products and reasons, ranked,
each with why.

Products come from what is known for certain, the page a visitor was on, the order, and the words.
Reasons come from the words by naive Bayes: each word speaks for a reason as far as it was heard
more often in contacts of that reason than in others; what this product's contacts were about
counts first, then its type's, then the shop's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
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

_PRIOR: Final = 6.0
"""As many contacts count as what is known of the wider group."""
_DOUBT: Final = 1.0
"""A further hearing of each word, spread as usual, keeps a single one from deciding."""
_TEMPER: Final = 0.3
"""Words of one sentence say the same thing several times."""
_NAMED: Final = 1.3
"""How much a word of the reason's own name adds."""
_SPEAKS: Final = 0.4


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


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """A reason that can be chosen; `words` are stems of its names and of those above it."""

    reason_id: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Earlier:
    """How often each reason was the one: in wrap-ups of this product, of its type, and of all;
    and by word, in contacts in which a customer said it."""

    product: Mapping[str, int] = field(default_factory=dict)
    kind: Mapping[str, int] = field(default_factory=dict)
    every: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReasonProposal:
    """`share` is how likely it is, of all reasons together (0 to 1). `words` speak for it the most;
    `times` of `of` earlier contacts about this product were about it."""

    reason_id: str
    share: float
    words: tuple[str, ...] = ()
    times: int = 0
    of: int = 0


def reasons(
    said: frozenset[str], known: Sequence[ReasonFacts], earlier: Earlier
) -> list[ReasonProposal]:
    """The likeliest first."""
    if not known:
        return []
    ids = [facts.reason_id for facts in known]
    usual = _usual(ids, earlier)
    # Words were heard in contacts about everything: what they add is measured against all of those,
    # or else they would undo what is known of this product.
    anywhere = _usual(ids, Earlier(every=earlier.every))
    scored: list[tuple[float, ReasonFacts, tuple[str, ...]]] = []
    for facts in known:
        before = usual[facts.reason_id]
        speaking: list[tuple[float, str]] = []
        for word in said:
            heard = earlier.words.get(word, {})
            weight = _weight(heard, facts.reason_id, anywhere[facts.reason_id])
            if word in facts.words:
                weight += _NAMED / _TEMPER
            if weight:
                speaking.append((weight, word))
        score = log(before) + _TEMPER * sum(sorted(weight for weight, _ in speaking))
        speaking.sort(reverse=True)
        words = tuple(word for weight, word in speaking[:2] if weight >= _SPEAKS)
        scored.append((score, facts, words))
    highest = max(score for score, _, _ in scored)
    whole = sum(exp(score - highest) for score, _, _ in scored)
    found = [
        ReasonProposal(
            reason_id=facts.reason_id,
            share=exp(score - highest) / whole,
            words=words,
            times=earlier.product.get(facts.reason_id, 0),
            of=sum(earlier.product.values()),
        )
        for score, facts, words in scored
    ]
    return sorted(found, key=lambda one: (-one.share, one.reason_id))


def _weight(heard: Mapping[str, int], reason_id: str, before: float) -> float:
    """How much a word makes the reason likelier than it is `before` any word, as a logarithm."""
    times = sum(heard.values())
    if not times:
        return 0.0
    return log((heard.get(reason_id, 0) + _DOUBT * before) / (times + _DOUBT) / before)


def _usual(reason_ids: Sequence[str], earlier: Earlier) -> dict[str, float]:
    """How likely each is before a word is read: narrower groups count as far as they are known."""
    found = dict.fromkeys(reason_ids, 1 / len(reason_ids))
    for counts in (earlier.every, earlier.kind, earlier.product):
        whole = sum(counts.get(reason_id, 0) for reason_id in reason_ids)
        found = {
            reason_id: (counts.get(reason_id, 0) + _PRIOR * before) / (whole + _PRIOR)
            for reason_id, before in found.items()
        }
    return found


def usual_offers(counts: Mapping[str, int], *, at_most: int = 3) -> list[str]:
    """What was offered the most for this reason, of what was offered more than once."""
    often = [(-times, key) for key, times in counts.items() if times > 1]
    return [key for _, key in sorted(often)[:at_most]]
