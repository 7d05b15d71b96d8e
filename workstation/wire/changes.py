"""What changed: the document that brings a desk from one cursor to the next.

A packet holds rows as lists of values (`columns` names them), shares that began or ended, and
the cursor that applies once all of it is stored. A desk stores a packet and its cursor in one
transaction, so a packet received twice, or cut off before its end, does no harm.
"""

from typing import Any, TypedDict


class Rows(TypedDict):
    columns: list[str]
    rows: list[list[Any]]


class ShareChange(TypedDict):
    """`kind` is "contact" or "customer". A share that is gone means: forget what nothing else
    shares with this desk."""

    audience: str
    kind: str
    root: str
    gone: bool


class Packet(TypedDict):
    epoch: str
    """Which life of the server's database this is. A desk that knows another one rebuilds."""
    tables: dict[str, Rows]
    shares: list[ShareChange]
    leave: list[str]
    """Audiences this desk no longer belongs to."""
    cursor: str
    """Opaque; hand it back to get what comes after."""
    upto: int
    """Every change with a revision below this is now known, when `more` is false."""
    more: bool
    restart: bool
    """The desk's cursor was not understood or is of another epoch: forget, then store this."""
