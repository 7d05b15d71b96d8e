"""Where the words of a search stand in a text: by their beginnings, whatever their case and
accents."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from workstation.ui.transcript.harmless import units

MOST: Final = 400
"""Marks in one text: a page full of them finds nothing."""
_WORD: Final = re.compile(r"\w+")


class FoundWords:
    """`words` is what was typed; a word of it matches where a word of a text begins with it."""

    def __init__(self, words: str | Iterable[str] = "") -> None:
        typed = words if isinstance(words, str) else " ".join(words)
        found = dict.fromkeys(_WORD.findall(folded(typed)))
        longest_first = sorted(found, key=lambda word: (-len(word), word))
        self._looks = (
            re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + ")")
            if longest_first
            else None
        )

    def __bool__(self) -> bool:
        return self._looks is not None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """(start, length) in UTF-16 units, as Qt counts."""
        if self._looks is None or not text:
            return []
        spans = []
        for match in self._looks.finditer(folded(text)):
            start = units(text[: match.start()])
            spans.append((start, units(text[match.start() : match.end()])))
            if len(spans) == MOST:
                break
        return spans


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """Every character in lower case and without its accent, each in its own place."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold, text))


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character
