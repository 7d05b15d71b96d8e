"""Words as the search index knows them: folded, and cut to their Dutch and English stems.

Both languages are tried on every word, because people mix them and nobody labels a message.
"""

import re
import threading
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LONGEST = 40
_MOST = 20_000
"""Words of one text that are indexed: beyond that it is a paste, not a message."""

TICK = "\ue000"
"""A word that nobody writes or types. Some messages have it, so that a walk for words that none has
together comes up for air (`queries/search.py`)."""

_local = threading.local()


def _stemmers() -> tuple[Stemmer.Stemmer, Stemmer.Stemmer]:
    if not hasattr(_local, "stemmers"):  # they are not safe to share between threads
        _local.stemmers = (Stemmer.Stemmer("dutch", 0), Stemmer.Stemmer("english", 0))
    stemmers: tuple[Stemmer.Stemmer, Stemmer.Stemmer] = _local.stemmers
    return stemmers


@lru_cache(maxsize=60_000)
def stems_of(word: str) -> tuple[str, ...]:
    """The one or two stems of a folded word."""
    dutch, english = _stemmers()
    first, second = dutch.stemWord(word), english.stemWord(word)
    return (first,) if first == second else (first, second)


def fold(text: str) -> str:
    """Lower case without accents."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    apart = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in apart if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    return [word[:_LONGEST] for word in _WORD.findall(fold(text))[:_MOST]]


def indexed(text: str) -> str:
    """What the index stores of a text: its distinct stems."""
    found: dict[str, None] = {}
    for word in words(text):
        for stem in stems_of(word):
            found[stem] = None
    return " ".join(found)


def holds(text: str, searched: str) -> bool:
    """Whether the index would find `text` by `searched`."""
    stored = indexed(text).split()
    known = set(stored)
    typed = words(searched)
    whole = typed if searched[-1:].isspace() else typed[:-1]
    if not all(known.intersection(stems_of(word)) for word in whole):
        return False
    if whole is typed:
        return bool(typed)
    last = typed[-1] if typed else ""
    return bool(last) and (
        bool(known.intersection(stems_of(last))) or any(word.startswith(last) for word in stored)
    )


def query(
    text: str,
    begun: Callable[[str], list[str]] = lambda word: [f'"{word}" *'],
    *,
    air: str = "",
) -> str:
    """What to ask the index while somebody types `text`: whole words by stem, the last one also
    by its beginning. Empty when there is nothing to look for. `begun` says how to ask for words
    that begin so; texts with the word `air` are found too."""
    typed = words(text)
    if not typed:
        return ""
    parts = [list(map(_quoted, stems_of(word))) for word in typed[:-1]]
    last = typed[-1]
    if text[-1:].isspace():
        parts.append(list(map(_quoted, stems_of(last))))
    else:
        stems = [_quoted(stem) for stem in stems_of(last) if not stem.startswith(last)]
        parts.append([*begun(last), *stems])
    more = [_quoted(air)] if air else []
    return " AND ".join("(" + " OR ".join([*part, *more]) + ")" for part in parts)


def _quoted(word: str) -> str:
    return f'"{word}"'


def beginnings(text: str) -> str:
    """What to ask the index for texts in which every word of `text` begins a word, as in
    "A. Bakker". Empty when there is nothing to look for."""
    return " AND ".join(
        "(" + " OR ".join([f'"{word}" *', *(f'"{stem}"' for stem in stems_of(word))]) + ")"
        for word in words(text)
    )


def pieces(text: str) -> str:
    """What to ask an index of trigrams for texts that hold `text` somewhere; at least three
    characters. It may give more: look at what it gives."""
    every = {text[start : start + 3].replace('"', '""') for start in range(len(text) - 2)}
    return " AND ".join(f'"{piece}"' for piece in sorted(every))


def either(stems: tuple[str, ...]) -> str:
    return "(" + " OR ".join(f'"{stem}"' for stem in stems) + ")"


def spans(text: str, searched: str) -> tuple[tuple[int, int], ...]:
    """Where `text` has what was searched for, as (start, end) offsets."""
    typed = words(searched)
    if not typed:
        return ()
    whole = {stem for word in typed for stem in stems_of(word)}
    beginning = "" if searched[-1:].isspace() else typed[-1]
    found = []
    for match in _WORD.finditer(text):
        word = fold(match.group())[:_LONGEST]
        if (beginning and word.startswith(beginning)) or whole.intersection(stems_of(word)):
            found.append(match.span())
    return tuple(found)
