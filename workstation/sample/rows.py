"""The form in which the sample is handed over: plain rows, in batches, parents first."""

from typing import Any

from workstation.models import Replicated, id_for

Row = dict[str, Any]
"""One row: every column of its model by name, except `rev`, which the database stamps."""

Batch = tuple[type[Replicated], list[Row]]
"""Rows of one model. What a row refers to is in an earlier batch, or earlier in its own."""

CHUNK = 1000
"""Rows, customers or contacts worked up at a time: what is held in memory."""

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def ref(key: str, at: int | None = None) -> str:
    """The id of something in the sample; with `at` (milliseconds) it sorts by that time."""
    return id_for("sample", key, at=at)
