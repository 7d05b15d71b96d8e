"""What waits to be sent, and what is not finished yet.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass
from typing import Any, Final, Literal

SEEN: Final = "seen\n"


EntryState = Literal["waiting", "sending", "accepted", "refused"]


@dataclass(frozen=True, slots=True)
class OutboxRow:
    action_id: str
    kind: str
    contact_id: str | None
    name: str
    text: str
    state: EntryState
    made_at: int
    attempts: int
    refusal_code: str
    refusal_facts: dict[str, str]
    returns_to_composer: bool
    data: dict[str, Any]
    posted: bool = False
    """The office may know of it: it is not taken back any more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and not sent. `files` are paths in the profile's folder."""

    contact_id: str
    text: str
    mode: Literal["reply", "note"] = "reply"
    files: tuple[dict[str, Any], ...] = ()
    reason: str = ""
    """Why it came back, when it did: a line each for the refusal's code, its facts as JSON, and
    the action's id. After `SEEN` when the person has read and dismissed it."""
