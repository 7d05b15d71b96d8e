"""The process that knows the words: `python -m workstation.ui.composer.spelling.child FOLDER`.

Hunspell holds Python's lock while it reads a dictionary and while it thinks of other words, which
takes up to half a second: long enough to see the desk stand still. Here nobody waits for that lock,
and the dictionaries take no room in the desk. A line of JSON comes in, a line goes out:

    {"check": ["televisie", "televsie"]}          {"nl": [true, false], "en": [false, false]}
    {"suggest": "televsie", "language": "nl"}     {"words": ["televisie"]}
"""

import json
import sys
from pathlib import Path
from typing import Any, Final, Protocol

FILES: Final = {"nl": "nl", "en": "en_GB"}
"""The dictionary of each language, in `resources/spelling`."""
SUGGESTED: Final = 6
ENOUGH: Final = 3
"""Fewer suggestions than this are too few."""
PART: Final = 4
"""Letters that a part of a compound has at least."""
WHOLE: Final = 10
"""Letters that a compound has at least which no list holds: shorter ones are mostly slips."""
LONGEST: Final = 64


class Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...


class Dictionaries:
    """Each is read when it is first asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Dictionary] = {}

    def knows(self, word: str, language: str) -> bool:
        """Whether it is spelt as it should be."""
        plain = word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        if len(word) > LONGEST or self._of(language).spell(plain):
            return True
        return language == "nl" and self._is_compound(plain)

    def suggest(self, word: str, language: str) -> list[str]:
        """Words that may have been meant, the likeliest first."""
        plain = word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        if len(word) > LONGEST:
            return []
        found = list(self._of(language).suggest(plain))
        more: list[str] = []
        if language == "nl" and len(found) < ENOUGH:
            more = [one for one in self._compounds(plain) if one not in found]
        # Letters are left out more often than added: of two that are as near, the longer. What
        # was put together here comes after what Hunspell knows.
        near = [(_apart(plain, one), one in more, -len(one), one) for one in found + more]
        return [one for *_, one in sorted(near)][:SUGGESTED]

    def _is_compound(self, word: str) -> bool:
        """Dutch writes what belongs together as one word, and no list holds them all: two words
        that are known, perhaps with an s between them."""
        dutch = self._of("nl")
        for at in range(PART, len(word) - PART + 1) if len(word) >= WHOLE else ():
            first, second = word[:at], word[at:]
            if not second.islower() or not dutch.spell(second):
                continue
            if dutch.spell(first) or (first.endswith("s") and dutch.spell(first[:-1])):
                return True
        return False

    def _compounds(self, word: str) -> list[str]:
        """The longest part that is right, with what may have been meant by the rest."""
        dutch, found = self._of("nl"), list[str]()
        whole = range(PART, len(word) - PART + 1)
        first = next((word[:at] for at in reversed(whole) if dutch.spell(word[:at])), "")
        if first:
            rests = dutch.suggest(word[len(first) :])
            found += [first + rest for rest in rests if rest.isalpha() and rest.islower()]
        last = next((word[at:] for at in whole if dutch.spell(word[at:])), "")
        if last:
            rests = dutch.suggest(word[: -len(last)])
            found += [rest + last for rest in rests if rest.isalpha()]
        return found

    def _of(self, language: str) -> Dictionary:
        if language not in self._read:
            from hunspell import Hunspell  # type: ignore[import-untyped]

            self._read[language] = Hunspell(FILES[language], hunspell_data_dir=str(self._folder))
        return self._read[language]


def _apart(written: str, meant: str) -> int:
    """How many slips of the fingers lie between them: letters left out, added, changed, swapped."""
    from rapidfuzz.distance import OSA

    return OSA.distance(written, meant)


def answer(dictionaries: Dictionaries, asked: dict[str, Any]) -> dict[str, Any]:
    if "check" in asked:
        return {
            language: [dictionaries.knows(word, language) for word in asked["check"]]
            for language in FILES
        }
    return {"words": dictionaries.suggest(asked["suggest"], asked["language"])}


def main() -> None:
    """Answer until nobody asks any more."""
    dictionaries = Dictionaries(Path(sys.argv[1]))
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(dictionaries, json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
