"""What customers write in about: the matters of `texts/matters`, and which fits which product."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any, Literal

from workstation.sample.catalogue import catalogue
from workstation.sample.texts import MATTERS, text

Language = Literal["nl", "en"]
When = Literal["before", "after"]

_SENTENCE_START = re.compile(r"(^|[.!?] )\{weekday\}")


@dataclass(frozen=True, slots=True)
class Lines:
    """What is said about a matter in one language; see the top of `texts/matters`."""

    subject: str
    open: tuple[str, ...]
    ask: tuple[str, ...]
    tell: tuple[str, ...]
    advise: tuple[str, ...]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    offer: tuple[str, ...]
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    key: str
    kinds: tuple[str, ...]
    team: str | None
    when: When
    reason: str
    weight: float
    photos: tuple[str, ...]
    solved: tuple[str, ...]
    offered: tuple[str, ...]
    lines: dict[str, Lines]


@dataclass(frozen=True, slots=True)
class Choice:
    """Matters to choose from, the usual ones more often."""

    matters: tuple[Matter, ...]
    sums: tuple[float, ...]

    def pick(self, dice: Random) -> Matter:
        return dice.choices(self.matters, cum_weights=self.sums)[0]


def _sentences(given: list[str]) -> tuple[str, ...]:
    return tuple(_SENTENCE_START.sub(r"\1{Weekday}", sentence) for sentence in given)


def _lines(given: dict[str, Any]) -> Lines:
    return Lines(
        subject=given["subject"],
        **{
            part: _sentences(given.get(part, []))
            for part in ("open", "ask", "tell", "advise", "good", "bad", "offer", "note")
        },
    )


@cache
def matters() -> dict[str, Matter]:
    return {
        key: Matter(
            key=key,
            kinds=tuple(given["types"]),
            team=given.get("team"),
            when=given.get("when", "after"),
            reason=given["reason"],
            weight=given.get("weight", 1),
            photos=tuple(given.get("photos", ())),
            solved=tuple(given["solved"]),
            offered=tuple(given["offered"]),
            lines={"nl": _lines(given["nl"]), "en": _lines(given["en"])},
        )
        for name in MATTERS
        for key, given in text(f"matters/{name}").items()
    }


@cache
def choice(kind: str, when: When) -> Choice:
    """The matters of a product type; those about anything count for a third of their weight,
    because every type shares them."""
    assert kind in catalogue().kinds
    fitting = [
        (matter, matter.weight if kind in matter.kinds else matter.weight / 3)
        for matter in matters().values()
        if matter.when == when and (kind in matter.kinds or "*" in matter.kinds)
    ]
    return Choice(
        matters=tuple(matter for matter, _ in fitting),
        sums=tuple(accumulate(weight for _, weight in fitting)),
    )


@cache
def small_talk(language: str) -> dict[str, tuple[str, ...]]:
    return {part: tuple(given) for part, given in text("small_talk")[language].items()}
