"""The words a person added: kept with what they chose for their desk."""

from typing import Final

from workstation.ui.preferences import Preference, Preferences

MOST: Final = 5_000
MY_WORDS: Final = Preference("my_words", "", lambda text: text.count("\n") < MOST)
"""One a line."""


class MyWords:
    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def __contains__(self, word: str) -> bool:
        """As it was added, or with a capital where a sentence begins."""
        known = self._preferences.of(MY_WORDS).split("\n")
        return word in known or word[:1].lower() + word[1:] in known

    def add(self, word: str) -> None:
        known = [one for one in self._preferences.of(MY_WORDS).split("\n") if one]
        if word not in known:
            self._preferences.choose(MY_WORDS, "\n".join([*known, word][-MOST:]))
