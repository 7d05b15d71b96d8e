"""How a promise stands at a moment: what a list can be narrowed to, and what colours it."""

from typing import Final, Literal

PromiseState = Literal["late", "soon", "ahead", "none", "met"]
"""Run out, running out within `SOON`, running; waiting without a promise; nobody waits."""

PROMISE_STATES: Final[tuple[PromiseState, ...]] = ("late", "soon", "ahead", "none", "met")
"""The most urgent first."""

SOON: Final = 5 * 60_000
"""Milliseconds before a promise runs out in which it is shown in amber."""


def promise_state(*, due_at: int | None, waiting_since: int | None, now: int) -> PromiseState:
    """Of an open contact; times are milliseconds since the epoch."""
    if due_at is not None:
        if due_at < now:
            return "late"
        return "soon" if due_at - now < SOON else "ahead"
    return "met" if waiting_since is None else "none"
