"""What a benchmark says: one line of JSON, with the anchor that makes machines comparable."""

import math
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson


@dataclass(frozen=True, kw_only=True)
class Report:
    """`ratio` is `value` over `anchor_value`, both in `unit`. `runs` is how many measurements of
    the value there were. `more` is added to the line, where a benchmark promises more than a time.
    """

    name: str
    value: float
    unit: str
    anchor: str
    anchor_value: float
    runs: int
    more: dict[str, object] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        return self.value / self.anchor_value

    def line(self) -> str:
        told = {
            "name": self.name,
            "value": _rounded(self.value),
            "unit": self.unit,
            "anchor": self.anchor,
            "anchor_value": _rounded(self.anchor_value),
            "ratio": _rounded(self.ratio),
            "runs": self.runs,
        }
        return orjson.dumps(told | self.more).decode()


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least `part` (0 to 1) of all do not exceed: nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    return float(statistics.median(values))


def note(text: str) -> None:
    """Something for whoever watches, beside the line of JSON."""
    print(f"  {text}", file=sys.stderr, flush=True)


def spread(what: str, values: Sequence[float], unit: str) -> None:
    """Note how far apart the measurements are."""
    places = (0.5, 0.95, 0.99)
    told = ", ".join(f"p{int(part * 100)} {percentile(values, part):.4g}" for part in places)
    note(f"{what}: {told}, most {max(values):.4g} {unit} of {len(values)}")


def _rounded(value: float) -> float:
    return float(f"{value:.4g}") if abs(value) < 1000 else round(value)
