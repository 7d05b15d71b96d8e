"""A line of the inbox, how many lists hold, and what a search found.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Where a search found a contact: a line of what was said and in which message, "" when it was
    nowhere; or in its customer's name. `spans` and `in_name` are (start, end) offsets."""

    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    message_id: str = ""
    in_name: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class InboxRow:
    number: int
    contact_id: str
    name: str
    channel: str
    team_id: str
    product_type_id: str | None
    subject: str
    last_text: str
    last_side: str
    last_at: int
    waiting_since: int | None
    due_at: int | None
    unread: bool
    owner_id: str | None
    state: str
    snoozed_until: int | None
    language: str
    pending: bool
    """Something I did to it waits to be sent."""
    customers: tuple[str, ...] = ()
    """Whose it is, and who that turned out to be: when these change, so does the name."""
    tags: tuple[str, ...] = ()
    read_at: int | None = None
    found: FoundLine | None = None
    """In a list of what a search found."""
    wordless: str = ""
    """What was said last where `last_text` is empty; see `queries/wordless.py`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One contact found by search, with the message that matched; `spans` are (start, end)
    offsets into `snippet`."""

    contact_id: str
    message_id: str
    name: str
    channel: str
    at: int
    snippet: str
    spans: tuple[tuple[int, int], ...]


MOST_COUNTED: Final = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """Open contacts per list of the sidebar; `late` are those whose promise has run out."""

    mine: int
    snoozed: int
    teams: dict[str, int]
    late: dict[str, int]
    mine_late: int
    views: dict[str, int] = field(default_factory=dict)
    """By saved view how many contacts are in it, counted to `MOST_COUNTED`."""
