"""The port between reading and writing: what an import asks of whoever keeps the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workstation.shop.records import Rejection, Row


@dataclass(slots=True)
class Written:
    """What became of some rows: how many things were new, differed or were already so; and the
    rows that could not be written because of what they point at."""

    new: int = 0
    changed: int = 0
    same: int = 0
    rejected: list[Rejection] = field(default_factory=list)


class Writer(Protocol):
    def write(self, rows: Sequence[Row]) -> Written:
        """Write all of them in one transaction, durable when this returns. Rows of one kind,
        without a key twice. Written again, they change nothing."""
        ...
