"""What each action that waits has read and written of the rows, so that a change lays only those
anew which it can have made different.

A cell is a piece of the memory: all that hangs on a contact or a customer, a whole table of
reference rows, one row that was looked for and is not there, or any row of a table where an action
looked through all of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Kind = Literal["contact", "customer", "table", "row", "any"]


class Cell(NamedTuple):
    """`of` is an id, the name of a table, or "table id" of a row."""

    kind: Kind
    of: str


def belongs(root: str, of: str) -> Cell:
    """All that hangs on a contact or a customer."""
    return Cell("contact" if root == "contact" else "customer", of)


@dataclass(frozen=True, slots=True)
class Footprint:
    reads: frozenset[Cell] = frozenset()
    writes: frozenset[Cell] = frozenset()

    @property
    def owned(self) -> frozenset[Cell]:
        """What it wrote, but for "any": two that write to a table are no matter to each other."""
        return frozenset(cell for cell in self.writes if cell.kind != "any")


NOTHING: Final = Footprint()


@dataclass(frozen=True, slots=True)
class Reach:
    """Which actions are laid anew, by id, which wait no more, and which cells may be different
    after."""

    actions: frozenset[str]
    left: frozenset[str]
    cells: frozenset[Cell]


class Laid:
    """What is laid over the rows now. `known` is false while nobody knows: then all is laid anew.
    Kept in memory only, and changed with the lock of whoever writes."""

    def __init__(self) -> None:
        self.known = False
        self._prints: dict[str, Footprint] = {}
        self._changed: set[Cell] = set()

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._prints

    def forget(self) -> None:
        """Nobody knows any more: something broke off, or the memory is another one."""
        self.known = False
        self._prints.clear()
        self._changed.clear()

    def begin(self, prints: Mapping[str, Footprint]) -> None:
        """All was laid anew."""
        self._prints = dict(prints)
        self._changed.clear()
        self.known = True

    def note(self, prints: Mapping[str, Footprint]) -> None:
        """These were laid over what was there, or laid again."""
        self._prints |= prints

    def changed(self, cells: Iterable[Cell]) -> None:
        """Rows under it are different; what stood on them is laid anew at the next occasion."""
        if self.known:
            self._changed.update(cells)

    def settled(self, waiting: Iterable[str]) -> None:
        """Everything that changed was dealt with, and only these still wait."""
        self._changed.clear()
        kept = set(waiting)
        for action_id in [one for one in self._prints if one not in kept]:
            del self._prints[action_id]

    def reach(self, waiting: Iterable[str]) -> Reach:
        """What must be laid anew when only these still wait: all that stood on what changed or on
        what they wrote, and on from there."""
        index = _Index(self._prints)
        left = frozenset(self._prints.keys() - set(waiting))
        cells = set(self._changed)
        for action_id in left:
            cells |= self._prints[action_id].writes
        actions: set[str] = set()
        queue = list(cells)
        while queue:
            for action_id in index.standing_on(queue.pop()):
                if action_id in actions:
                    continue
                actions.add(action_id)
                found = set(self._prints[action_id].writes)
                # Whoever reads what another wrote must not see what that one writes later.
                for cell in self._prints[action_id].reads:
                    for other in index.writers.get(cell, ()):
                        found |= self._prints[other].owned
                queue += found - cells
                cells |= found
        return Reach(frozenset(actions - left), left, frozenset(cells))

    def holds(self, reach: Reach, anew: Mapping[str, Footprint]) -> bool:
        """Whether what was laid anew kept to where it was expected: else others stand on it, or it
        on others."""
        others = self._prints.keys() - anew.keys() - reach.left
        index = _Index({one: self._prints[one] for one in others})
        for found in anew.values():
            if not found.owned <= reach.cells:
                return False
            if any(index.writers.get(cell) for cell in found.reads):
                return False
            if any(index.readers.get(cell) for cell in found.writes - reach.cells):
                return False
        return True


class _Index:
    """By cell the actions that read it, and those that wrote it."""

    def __init__(self, prints: Mapping[str, Footprint]) -> None:
        self.readers: dict[Cell, list[str]] = defaultdict(list)
        self.writers: dict[Cell, list[str]] = defaultdict(list)
        for action_id, found in prints.items():
            for cell in found.reads:
                self.readers[cell].append(action_id)
            for cell in found.writes:
                self.writers[cell].append(action_id)

    def standing_on(self, cell: Cell) -> list[str]:
        writers = [] if cell.kind == "any" else self.writers.get(cell, [])
        return [*self.readers.get(cell, ()), *writers]
