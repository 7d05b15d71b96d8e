"""Whom and what a text names: @colleagues and #orders, read from the text as it is sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """Characters `start` to `end` of the text name the row with this id."""

    start: int
    end: int
    row_id: str


def named(text: str, sign: str, known: Iterable[tuple[str, str]]) -> tuple[Named, ...]:
    """Where the text has `sign` and a name after it; `known` are ids and names. Of two names that
    begin the same, the longer one is meant; a name ends where no letter or digit follows."""
    folded = _folded(text)
    names = sorted(
        ((_folded(name), row_id) for row_id, name in known if name), key=lambda one: -len(one[0])
    )
    found: list[Named] = []
    at = folded.find(sign)
    while at >= 0:
        one = _name_at(folded, at + len(sign), names)
        if one is not None:
            found.append(Named(at, at + len(sign) + len(one[0]), one[1]))
        at = folded.find(sign, at + 1)
    return tuple(found)


def ids(found: Iterable[Named]) -> tuple[str, ...]:
    """Each row that is named, once, in the order of the text."""
    return tuple(dict.fromkeys(one.row_id for one in found))


def _name_at(folded: str, at: int, names: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    for name, row_id in names:
        end = at + len(name)
        if folded[at:end] == name and not folded[end : end + 1].isalnum():
            return name, row_id
    return None


def _folded(text: str) -> str:
    """Small letters, as many as there were: where one folds into two, it stays as it is."""
    if text.isascii():
        return text.lower()
    return "".join(small if len(small := letter.casefold()) == 1 else letter for letter in text)
