"""When an answer is due: so many minutes after the message it answers, per channel."""

from collections.abc import Iterable

from workstation.models import Promise
from workstation.models.service import PromiseKind

MINUTE = 60_000


def due_at(
    promises: Iterable[Promise], *, channel: str, kind: PromiseKind, since: int
) -> int | None:
    """Milliseconds since the epoch at which the promise runs out, or None where none was made."""
    for promise in promises:
        if promise.channel == channel and promise.kind == kind:
            return since + promise.minutes * MINUTE
    return None
