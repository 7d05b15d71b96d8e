"""The sample shop at scale 1, made once for all tests that read it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from workstation.models import Replicated
from workstation.sample import SampleShop

NOW = 1_795_293_600_000
"""Saturday 21 November 2026, 21:20 in Amsterdam."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """`order` is the order in which the tables came."""

    by_model: dict[str, list[Row]]
    order: tuple[type[Replicated], ...]

    def of(self, model: type[Replicated]) -> list[Row]:
        return self.by_model[model.__name__]

    def ids(self, model: type[Replicated]) -> set[str]:
        return {str(row["id"]) for row in self.of(model)}


@cache
def rows(seed: int = 1) -> Rows:
    found: dict[str, list[Row]] = {}
    order: list[type[Replicated]] = []
    for model, batch in SampleShop(seed=seed, now=NOW).batches():
        found.setdefault(model.__name__, []).extend(batch)
        order.append(model)
    return Rows(by_model=found, order=tuple(order))
