"""Where the headings of a list stand: the row numbers below zero, followed as rows come and go."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from workstation.ui.inbox.reorder import Step


def places(numbers: "array[int]", first: int = 0) -> list[int]:
    """The positions of the headings among `numbers`, counted from `first`."""
    return [first + at for at, number in enumerate(numbers) if number < 0]


def follow(step: Step, known: Sequence[int], wanted: Sequence[int], *, heading: bool) -> list[int]:
    """Where headings stand after a step, when they stood at `known` before it and will stand at
    `wanted` in the end; `heading` says whether the row that a step moves is one."""
    count = step.last - step.first + 1
    if step.kind == "remove":
        return [at for at in known if at < step.first] + [
            at - count for at in known if at > step.last
        ]
    if step.kind == "insert":
        come = wanted[bisect_left(wanted, step.first) : bisect_right(wanted, step.last)]
        before = [at for at in known if at < step.first]
        return before + list(come) + [at + count for at in known if at >= step.first]
    left = [at - (at > step.first) for at in known if at != step.first]
    moved = [at + (at >= step.to) for at in left]
    return sorted([*moved, step.to]) if heading else moved
