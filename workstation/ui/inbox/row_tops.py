"""Where rows of two heights stand: contacts, and the lower headings above them. Arithmetic only."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


class RowTops:
    """Heights are in device-independent pixels; `headings` are the positions of headings, rising.
    Headings are few: everything costs as much as finding a place among them."""

    def __init__(self, row: int, heading: int, headings: Sequence[int] = ()) -> None:
        self.row = row
        self.heading = heading
        self.headings = tuple(headings)

    def top(self, position: int) -> int:
        """Where a row begins; of the position after the last, where all rows end."""
        above = bisect_left(self.headings, position)
        return position * self.row - above * (self.row - self.heading)

    def is_heading(self, position: int) -> bool:
        at = bisect_left(self.headings, position)
        return at < len(self.headings) and self.headings[at] == position

    def height(self, position: int) -> int:
        return self.heading if self.is_heading(position) else self.row

    def row_at(self, y: int) -> int:
        """The position of the row that covers `y`; beyond the last as if there were more."""
        above = bisect_right(self.headings, y, key=self.top)
        if not above:
            return y // self.row
        heading = self.headings[above - 1]
        below = y - self.top(heading) - self.heading
        return heading if below < 0 else heading + 1 + below // self.row
