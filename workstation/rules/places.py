"""The places in a text that is kept ready: {customer.first_name} and the like. What is known is
filled in; what is not stays marked, so that nobody sends it by accident."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PLACES: Final = (
    "customer.first_name",
    "customer.name",
    "order.number",
    "order.state",
    "product.name",
    "agent.first_name",
    "today",
)

_PLACE: Final = re.compile(r"\{(" + "|".join(re.escape(name) for name in PLACES) + r")\}")
_TITLES: Final = frozenset({"de", "dhr", "dr", "drs", "heer", "ing", "ir", "mevr", "mevrouw", "mr",
                            "mrs", "ms", "mw", "prof"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place that nothing fills yet: characters `start` to `end` of the text."""

    name: str
    start: int
    end: int


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every place filled in whose value is known and not empty."""
    return _PLACE.sub(lambda found: values.get(found[1], "").strip() or found[0], text)


def open_places(text: str) -> tuple[OpenPlace, ...]:
    """What is still to be filled in, from the start."""
    return tuple(OpenPlace(one[1], one.start(), one.end()) for one in _PLACE.finditer(text))


def next_place(text: str, after: int) -> OpenPlace | None:
    """The first open place that begins at or after a character, else the first of all."""
    places = open_places(text)
    return next((one for one in places if one.start >= after), places[0] if places else None)


def first_name(name: str) -> str:
    """How somebody is greeted: "" for what is no name of a person, such as a number or address."""
    for word in name.replace(".", " ").split():
        if word.casefold() in _TITLES or len(word) < 2:
            continue
        return word if any(letter.isalpha() for letter in word) and "@" not in word else ""
    return ""
