"""Where somebody was: contacts, lists, searches, customers and products, back and forward."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

PlaceKind = Literal["contact", "list", "search", "customer", "product"]
MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Place:
    """`target` is an id, or what was searched for; `more` says it more exactly: the variant of a
    product, the message of a contact. `held` is for whoever goes there."""

    kind: PlaceKind
    target: str
    more: str = ""
    held: object = None


class History:
    """Like a browser's: going somewhere new forgets what lay ahead."""

    def __init__(self, changed: Callable[[], None] = lambda: None) -> None:
        self._changed = changed
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._places) - 1

    def go_to(self, place: Place) -> None:
        """Somebody is there now. Where they are already is told no second time."""
        if place == self.here:
            return
        self._places = [*self._places[: self._at + 1], place][-MOST:]
        self._at = len(self._places) - 1
        self._changed()

    def back(self) -> Place | None:
        """One place back; None when there is none."""
        return self._step(-1)

    def forward(self) -> Place | None:
        return self._step(1)

    def forget(self, place: Place) -> None:
        """It is there no more: going back does not lead to it."""
        kept: list[Place] = []
        at = -1
        for number, one in enumerate(self._places):
            if one != place and (not kept or kept[-1] != one):
                kept.append(one)
            if number == self._at:
                at = len(kept) - 1
        self._places = kept
        self._at = max(at, 0) if kept else -1
        self._changed()

    def _step(self, by: int) -> Place | None:
        if not 0 <= self._at + by < len(self._places):
            return None
        self._at += by
        self._changed()
        return self._places[self._at]
