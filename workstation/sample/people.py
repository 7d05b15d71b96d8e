"""Who the sample's customers are: a person, their addresses, what they bought, and their names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from math import gcd

from workstation.sample.catalogue import Article, Item
from workstation.sample.texts import text

_NOT_IN_ADDRESS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Address:
    id: str
    channel: str
    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Purchase:
    """One line of an order."""

    order_id: str
    number: str
    placed_at: int
    delivered_at: int | None
    line_id: str
    article: Article
    item: Item
    quantity: int


@dataclass(frozen=True, slots=True)
class Buyer:
    number: int
    id: str
    name: str
    first: str
    language: str
    city: str
    country: str
    note: str
    since: int
    provisional: bool
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Group:
    given: tuple[str, ...]
    family: tuple[str, ...]
    dutch: int
    stride: int

    def name(self, ordinal: int) -> tuple[str, str, int]:
        """Given name, family name and, once every pair was used, a number to tell them apart."""
        pairs = len(self.given) * len(self.family)
        place = (ordinal + 1) * self.stride % pairs
        return (
            self.given[place % len(self.given)],
            self.family[place // len(self.given)],
            (ordinal // pairs),
        )


@cache
def groups() -> tuple[tuple[Group, ...], tuple[tuple[int, int], ...]]:
    """The groups, and for each twentieth: which group, and the how manieth of it."""
    found, twentieths = [], []
    for place, given in enumerate(text("people")["group"]):
        pairs = len(given["given"]) * len(given["family"])
        stride = next(step for step in range(pairs * 5 // 8, pairs * 2) if gcd(step, pairs) == 1)
        found.append(Group(tuple(given["given"]), tuple(given["family"]), given["dutch"], stride))
        twentieths += [(place, share) for share in range(given["share"])]
    return tuple(found), tuple(twentieths)


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i").replace("ł", "l"))
    return _NOT_IN_ADDRESS.sub("", letters)
