"""Which moment counts: a provider's clock is believed within reason."""

WEEK = 7 * 24 * 3_600_000
SECOND = 1_000


def taken_at(given: int | None, now: int) -> int:
    """When something is said to have happened, where that can be: within the last week and not
    ahead of our own clock. Otherwise now. Milliseconds since the epoch."""
    if given is None or not now - WEEK <= given <= now:
        return now
    return given


def after(at: int, earlier: int) -> int:
    """The moment of something that certainly came after another: many providers tell whole seconds
    only, and within one second it must not stand before what it answers."""
    return earlier + 1 if at <= earlier < at + SECOND else at
