"""Which emoji this person used last, kept with their profile."""

from typing import Final

from workstation.ui.composer.emoji import with_recent
from workstation.ui.preferences import Preference, Preferences

RECENT_EMOJI: Final = Preference("recent_emoji", "", lambda value: len(value) < 500)
"""The newest first, with spaces between."""


class EmojiMemory:
    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def recent(self) -> list[str]:
        return self._preferences.of(RECENT_EMOJI).split()

    def used(self, sign: str) -> None:
        self._preferences.choose(RECENT_EMOJI, " ".join(with_recent(sign, self.recent)))
