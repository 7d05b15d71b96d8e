"""A customer: identities, orders, and one line of time.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workstation.replica.rows.knowledge import NoteRow, RatingRow
    from workstation.replica.rows.order import OrderRow


@dataclass(frozen=True, slots=True)
class IdentityRow:
    channel: str
    address: str
    verified: bool
    customer_id: str = ""
    """Whose it was before they were merged."""


@dataclass(frozen=True, slots=True)
class MergedRow:
    """Somebody who turned out to be this customer."""

    customer_id: str
    name: str
    merged_at: int | None
    merged_by: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Somebody who is likely this customer too. `facts` holds what they share."""

    match_id: str
    customer_id: str
    name: str
    city: str
    reason: str
    facts: dict[str, Any]
    addresses: tuple[tuple[str, str], ...]
    """channel, address"""
    provisional: bool


@dataclass(frozen=True, slots=True)
class TimelineRow:
    contact_id: str
    channel: str
    at: int
    state: str
    subject: str
    last_text: str
    reason_en: str
    reason_nl: str
    reason_id: str = ""
    kind: str = ""
    """Of the reason: a question or a complaint."""
    product: str = ""
    offered: tuple[str, ...] = ()
    """Ids of what was offered."""
    agent_name: str = ""
    """Who wrapped it up."""
    wrapped_note: str = ""
    call_seconds: int | None = None
    """How long was talked, of a telephone contact."""
    wordless: str = ""
    """What was said last where `last_text` is empty; see `queries/wordless.py`."""


@dataclass(frozen=True, slots=True)
class CustomerCard:
    customer_id: str
    name: str
    city: str
    language: str
    since: int | None
    provisional: bool
    note: str
    identities: tuple[IdentityRow, ...]
    orders: tuple["OrderRow", ...]
    timeline: tuple[TimelineRow, ...]
    merged: tuple[MergedRow, ...] = ()
    matches: tuple[MatchRow, ...] = ()
    """Open suggestions, the oldest first."""
    preferred_channel: str = ""
    ratings: tuple["RatingRow", ...] = ()
    """The newest first."""
    notes: tuple["NoteRow", ...] = ()
    """The newest first."""
