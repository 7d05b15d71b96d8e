"""One thing that is offered while typing, and where such things come from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`sign` stands in front of the name; `extra` is a second line, one for all or none."""

    key: str
    name: str
    detail: str = ""
    sign: str = ""
    extra: str = ""


Answer = Callable[[list[Suggestion]], None]


class Source(Protocol):
    """`sign` begins it, at the start of a word; `least` are the letters needed after it before
    anything is offered."""

    sign: str
    least: int
    title: str

    def works(self) -> bool:
        """Whether there is anything to offer here and now."""
        ...

    def find(self, typed: str, answer: Answer) -> None:
        """Look for what fits what was typed after the sign; answer now or later."""
        ...

    def text_of(self, suggestion: Suggestion) -> str:
        """What is written in the place of the sign and the letters after it."""
        ...

    def taken(self, suggestion: Suggestion) -> None:
        """It was written: whatever else belongs to that."""
        ...
