"""Typing errors: how far two words are apart, and whether a name is what somebody meant."""

from typing import Final

SURE: Final = 4
"""From so many letters on one error is forgiven, and two from twice as many."""


def errors_forgiven(word: str) -> int:
    return 0 if len(word) < SURE else 1 if len(word) < 2 * SURE else 2


def meant(typed: str, name: str, *, typing: bool = False) -> int | None:
    """How many errors there are when `typed` was meant to be `name` (0: it begins so); None when
    that is too many. With `typing` the name may go on. Both in lower case."""
    if name == typed or (typing and name.startswith(typed)):
        return 0
    forgiven = errors_forgiven(typed)
    if not forgiven or name[:1] != typed[:1]:  # the first letter is hardly ever wrong
        return None
    from rapidfuzz.distance import OSA  # three megabytes, for whoever makes a typing error

    ends = range(len(typed) - forgiven, len(typed) + forgiven + 1) if typing else (len(name),)
    best = min(OSA.distance(typed, name[:end], score_cutoff=forgiven) for end in ends)
    return best if best <= forgiven else None


def matched(typed: str, text: str) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Whether every word of `typed` was meant to begin a word of `text`: the errors in all, and
    where the words are, as (start, end) offsets. None when one is not there."""
    places = _places(text)
    errors = 0
    spans: list[tuple[int, int]] = []
    for word in typed.casefold().split():
        found = [
            (wrong, start)
            for start, name in places
            if (wrong := meant(word, name, typing=True)) is not None
        ]
        inside = text.casefold().find(word) if not found and len(word) >= SURE - 1 else -1
        if found:
            wrong, start = min(found)
        elif inside >= 0:
            wrong, start = 1, inside
        else:
            return None
        errors += wrong
        spans.append((start, min(start + len(word), len(text))))
    return errors, tuple(sorted(set(spans)))


def _places(text: str) -> list[tuple[int, str]]:
    """Every word of a text in lower case with where it begins; what stands in between goes with
    it, so that "C++" is a word."""
    found = []
    start = 0
    for part in text.split(" "):
        bare = part.lstrip("(“\"'")
        found.append((start + len(part) - len(bare), bare.casefold()))
        if "-" in bare:
            found += [(start + part.find(piece), piece.casefold()) for piece in bare.split("-")[1:]]
        start += len(part) + 1
    return [(at, word) for at, word in found if word]
