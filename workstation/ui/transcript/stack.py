"""How high each line is and where it stands: measured near the screen, estimated elsewhere."""

from bisect import bisect_right
from itertools import accumulate

from workstation.ui.transcript.line import Line
from workstation.ui.transcript.setting.laid import Laid
from workstation.ui.transcript.typesetter import Typesetter

MARGIN_TOP, MARGIN_BOTTOM = 6, 12


class Stack:
    """The lines of a transcript on top of each other, for one width. Layouts are kept by the
    line's key, so that a line that did not change is never laid out twice."""

    def __init__(self, setter: Typesetter) -> None:
        self.setter = setter
        self.lines: list[Line] = []
        self.width = 0
        self.tops: list[int] = []
        self.unfolded: set[str] = set()
        self._heights: list[int] = []
        self._laid: dict[str, tuple[Line, Laid]] = {}
        self._guessed: dict[str, tuple[Line, int]] = {}
        self._total = MARGIN_TOP + MARGIN_BOTTOM
        self.room_below = 0
        """Pixels kept free after the last line."""

    @property
    def total(self) -> int:
        return self._total + self.room_below

    def put(self, lines: list[Line], width: int) -> None:
        """Stand these on top of each other. Keeps every layout that still holds."""
        if width != self.width:
            self._laid.clear()
            self._guessed.clear()
            self.width = width
        self.lines = list(lines)
        self._heights = [self._known(line) for line in self.lines]
        self._stand()

    def forget(self) -> None:
        """Another contact, font or language: nothing that was laid out holds."""
        self._laid.clear()
        self._guessed.clear()

    def height(self, row: int) -> int:
        return self._heights[row]

    def row_at(self, y: int) -> int:
        """The row at a height in the whole stack; the nearest when there is none."""
        return min(max(0, bisect_right(self.tops, y) - 1), len(self.lines) - 1)

    def laid(self, row: int) -> Laid:
        """The line with everything in its place; `measure` made it, or it is made now."""
        line = self.lines[row]
        found = self._laid.get(line.key)
        if found is not None and found[0] == line:
            return found[1]
        laid = self.setter.lay(line, self.width, unfolded=line.key in self.unfolded)
        self._laid[line.key] = (line, laid)
        return laid

    def measured(self, row: int) -> bool:
        """Whether the row's height is known and not only estimated."""
        return self.lines[row].key in self._laid

    def measure(self, first: int, last: int) -> bool:
        """Lay out these rows. Whether anything turned out to stand elsewhere."""
        moved = False
        for row in range(first, last + 1):
            high = self.laid(row).height
            if high != self._heights[row]:
                self._heights[row] = high
                moved = True
        if moved:
            self._stand()
        return moved

    def unmeasured(self, near: int, most: int) -> list[int]:
        """Up to `most` rows that are only estimated, the nearest to row `near` first."""
        found: list[int] = []
        for row in range(min(near, len(self.lines) - 1), -1, -1):
            if self.lines[row].key not in self._laid:
                found.append(row)
                if len(found) == most:
                    break
        return found

    def anchor(self, value: int, high: int) -> tuple[str, int] | None:
        """The key of a message among those in sight, `high` pixels from `value` on, and how far
        below `value` it begins. One that was measured before: the height of a line that just came
        into view may turn out other."""
        if not self.lines:
            return None
        first = row = self.row_at(value + 1)
        last = self.row_at(value + high)
        while row < last and (self.lines[row].message is None or not self.measured(row)):
            row += 1
        if not self.measured(row):
            row = first
        return self.lines[row].key, self.tops[row] - value

    def unfold(self, key: str, *, fold: bool = False) -> None:
        """Show all of a line, or less of it again."""
        if fold:
            self.unfolded.discard(key)
        else:
            self.unfolded.add(key)
        self.lay_again(key)

    def lay_again(self, key: str) -> None:
        """What a line says is different, though the line is the same."""
        self._laid.pop(key, None)
        self._guessed.pop(key, None)
        self.put(self.lines, self.width)

    def _known(self, line: Line) -> int:
        laid = self._laid.get(line.key)
        if laid is not None and laid[0] == line:
            return laid[1].height
        guessed = self._guessed.get(line.key)
        if guessed is not None and guessed[0] is line:
            return guessed[1]
        high = self.setter.estimate(line, self.width)
        self._guessed[line.key] = (line, high)
        return high

    def _stand(self) -> None:
        tops = list(accumulate(self._heights, initial=MARGIN_TOP))
        self._total = tops.pop() + MARGIN_BOTTOM
        self.tops = tops
