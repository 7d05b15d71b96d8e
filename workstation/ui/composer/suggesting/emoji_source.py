"""After :, and two letters: emoji by their names in Dutch and English."""

from workstation.ui.composer.emoji import found
from workstation.ui.composer.emoji_memory import EmojiMemory
from workstation.ui.composer.suggesting.suggestion import Answer, Suggestion
from workstation.ui.words import translate

MOST = 12


class EmojiSource:
    sign = ":"
    least = 2

    def __init__(self, memory: EmojiMemory, language: str) -> None:
        self._memory = memory
        self._language = language
        self.title = translate("composer", "Emoji")

    def works(self) -> bool:
        return True

    def find(self, typed: str, answer: Answer) -> None:
        answer(
            [
                Suggestion(key=one.sign, name=one.name(self._language), sign=one.sign)
                for one in found(typed.strip(":"), self._memory.recent)[:MOST]
                if typed[:1].isalpha()
            ]
        )

    def text_of(self, suggestion: Suggestion) -> str:
        return suggestion.key

    def taken(self, suggestion: Suggestion) -> None:
        self._memory.used(suggestion.key)
