"""From one order of rows to the next in few steps, so that a list moves what moved and no more."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

MOST_STEPS = 200
"""Beyond this many, showing the list anew is quicker than moving rows one by one."""

_WORD = 8


@dataclass(frozen=True, slots=True)
class Step:
    """`remove` the rows first..last; `insert` as many before `first`; or `move` row `first`
    to where it is row `to` afterwards. Each step sees the rows as the ones before left them."""

    kind: Literal["remove", "insert", "move"]
    first: int
    last: int
    to: int = 0


def steps(old: "array[int]", new: "array[int]") -> list[Step] | None:
    """How to get from `old` to `new`, both without doubles; None when it takes too many steps."""
    start = _same_at_start(old, new)
    end = _same_at_end(old, new, start)
    before = old[start : len(old) - end]
    after = new[start : len(new) - end]
    if not before and not after:
        return []
    if not before:
        return [Step("insert", start, start + len(after) - 1)]
    if not after:
        return [Step("remove", start, start + len(before) - 1)]
    shifted = _shift(before, after, start)
    if shifted is not None:
        return shifted
    taken: list[Step] = []
    wanted = set(after)
    _removals(before, wanted, start, taken)
    if len(taken) > MOST_STEPS:
        return None
    kept = [number for number in before if number in wanted]
    here = set(kept)
    if not _moves(kept, [number for number in after if number in here], start, taken):
        return None
    position = 0
    while position < len(after):
        if after[position] in here:
            position += 1
            continue
        first = position
        while position < len(after) and after[position] not in here:
            position += 1
        taken.append(Step("insert", start + first, start + position - 1))
    return taken if len(taken) <= MOST_STEPS else None


def _shift(before: "array[int]", after: "array[int]", start: int) -> list[Step] | None:
    """The usual news, told at once however long the stretch: one row went from one end of it to
    the other, or one left at one end and another came at the other."""
    last = start + len(after) - 1
    if before[:-1] == after[1:]:
        if before[-1] == after[0]:
            return [Step("move", last, last, start)]
        return [Step("remove", last, last), Step("insert", start, start)]
    if before[1:] == after[:-1]:
        if before[0] == after[-1]:
            return [Step("move", start, start, last)]
        return [Step("remove", start, start), Step("insert", last, last)]
    return None


def _removals(before: "array[int]", wanted: set[int], start: int, taken: list[Step]) -> None:
    position = len(before) - 1
    while position >= 0:
        if before[position] in wanted:
            position -= 1
            continue
        last = position
        while position >= 0 and before[position] not in wanted:
            position -= 1
        taken.append(Step("remove", start + position + 1, start + last))


def _moves(kept: list[int], order: list[int], start: int, taken: list[Step]) -> bool:
    """Move what is not in the longest run that already stands in the right order."""
    if kept == order:
        return True
    place = {number: position for position, number in enumerate(order)}
    standing = _longest_rising([place[number] for number in kept])
    movers = [number for number in order if place[number] not in standing]
    if len(movers) > MOST_STEPS:
        return False
    current = list(kept)
    # From the front: once all before a mover stand right, its own place is its final one.
    for number in movers:
        source = current.index(number)
        current.pop(source)
        target = place[number]
        # Rows yet to be moved may stand before it; it goes right after its final predecessor.
        target = 0 if target == 0 else current.index(order[target - 1]) + 1
        current.insert(target, number)
        taken.append(Step("move", start + source, start + source, start + target))
    return True


def _longest_rising(values: list[int]) -> set[int]:
    """The members of a longest strictly rising subsequence (patience sorting)."""
    tops: list[int] = []
    tops_at: list[int] = []
    previous: list[int] = []
    for index, value in enumerate(values):
        pile = bisect_left(tops, value)
        previous.append(tops_at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            tops_at.append(index)
        else:
            tops[pile] = value
            tops_at[pile] = index
    found: set[int] = set()
    index = tops_at[-1] if tops_at else -1
    while index >= 0:
        found.add(values[index])
        index = previous[index]
    return found


def _same_at_start(old: "array[int]", new: "array[int]") -> int:
    """How many rows are the same from the top. Bytes are compared, halving: quick at any size."""
    a, b = memoryview(old).cast("B"), memoryview(new).cast("B")
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low * _WORD : middle * _WORD] == b[low * _WORD : middle * _WORD]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_at_end(old: "array[int]", new: "array[int]", start: int) -> int:
    """How many rows are the same from the bottom, not counting the `start` at the top."""
    a, b = memoryview(old).cast("B"), memoryview(new).cast("B")
    na, nb = len(old), len(new)
    low, high = 0, min(na, nb) - start
    while low < high:
        middle = (low + high + 1) // 2
        same = a[(na - middle) * _WORD : (na - low) * _WORD]
        if same == b[(nb - middle) * _WORD : (nb - low) * _WORD]:
            low = middle
        else:
            high = middle - 1
    return low
