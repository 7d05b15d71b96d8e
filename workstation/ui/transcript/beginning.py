"""Where a contact opens: at what is new, when that does not fit on the screen."""

from typing import Final

from workstation.ui.transcript.rolling_view import RollingView

ABOVE: Final = 40
"""Pixels of what was read before, above what is new."""


def begin_at(view: RollingView, key: str) -> bool:
    """Have the line with this key near the top, unless all from there on fits on the screen;
    whether it was needed."""
    row = view.row_of(key)
    high = view.viewport().height()
    if row is None:
        return False
    stack = view.stack
    if stack.total - stack.tops[row] < 2 * high:  # else estimates tell enough
        stack.measure(row, len(stack.lines) - 1)
    if stack.total - stack.tops[row] <= high:
        view.to_newest()
        return False
    for _ in range(2):
        view.roll_to(stack.tops[row] - ABOVE)
    return True
