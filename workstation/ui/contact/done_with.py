"""Which drafts of colleagues this person used or put away: kept with their profile, so that a desk
that is opened again does not offer them anew."""

import hashlib
from typing import Final

from workstation.replica.begun import BegunRow
from workstation.ui.preferences import Preference, Preferences

MOST: Final = 300
"""Of so many it is remembered, the newest first; older ones are long answered."""
_LETTERS: Final = 16
DONE_WITH: Final = Preference(
    "begun_done_with", "", lambda value: len(value) <= MOST * (_LETTERS + 1)
)
"""Marks of drafts, with spaces between. A mark tells nothing of what was written, and to whom."""


class DoneWith:
    """A draft that its writer changes is another one."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def put(self, contact_id: str, draft: BegunRow) -> None:
        """This one is not offered again."""
        mark = _mark(contact_id, draft)
        kept = [one for one in self._kept() if one != mark]
        self._preferences.choose(DONE_WITH, " ".join([mark, *kept][:MOST]))

    def has(self, contact_id: str, draft: BegunRow) -> bool:
        return _mark(contact_id, draft) in self._kept()

    def _kept(self) -> list[str]:
        return self._preferences.of(DONE_WITH).split()


def _mark(contact_id: str, draft: BegunRow) -> str:
    said = f"{contact_id}\n{draft.agent_id}\n{draft.at}\n{draft.mode}\n{draft.text}"
    return hashlib.sha256(said.encode()).hexdigest()[:_LETTERS]
