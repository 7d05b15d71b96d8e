"""Reading a search: which words to look for, what narrows it down, and what is wrong with it.

    read('channel:whatsapp from:"A. Bakker" flickers', today)

Nobody's names are known here: who is called Bakker is for the replica to find.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.rules.finding.closeness import meant
from workstation.rules.finding.days import day_of, may_become_a_day
from workstation.rules.finding.operators import (
    NAMES,
    Kind,
    State,
    channels_that_begin,
    states_that_begin,
)

TroubleCode = Literal["operator", "empty", "channel", "state", "day", "team", "agent"]

_PIECE: Final = re.compile(
    r'(?P<name>[^\W\d_]{1,20}):(?P<value>"[^"]*"?|\S*)|"(?P<quoted>[^"]*)"?|\S+'
)
LONGEST: Final = 500
"""Characters of a search that are read."""


@dataclass(frozen=True, slots=True)
class Term:
    """`channel:whatsapp`. `closed` when something stands behind it: no more will be typed to it."""

    kind: Kind
    value: str
    start: int
    end: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong: `said` is what was written, `instead` what may have been meant."""

    code: TroubleCode
    said: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A search that was read. Of the same operator either will do; different ones all hold."""

    text: str = ""
    words: str = ""
    """What to look for in names and messages; ends in a space when the last word is whole."""
    terms: tuple[Term, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    channels: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    before: date | None = None
    """Strictly before this day begins."""
    after: date | None = None
    """From the beginning of this day."""

    def values(self, kind: Kind) -> tuple[str, ...]:
        """What was written after an operator, however often."""
        return tuple(term.value for term in self.terms if term.kind == kind and term.value)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words was asked."""
        return any(term.value for term in self.terms)


def read(text: str, today: date) -> Asked:
    """What is asked by `text` as it stands while somebody types it."""
    text = text[:LONGEST]
    words: list[str] = []
    terms: list[Term] = []
    troubles: list[Trouble] = []
    for piece in _PIECE.finditer(text):
        name = piece["name"]
        kind = NAMES.get(name.casefold()) if name else None
        closed = piece.end() < len(text)
        if kind is not None:
            terms.append(_term(kind, piece, closed=closed))
            if closed and not terms[-1].value:
                troubles.append(Trouble("empty", name.casefold()))
        elif name and (near := _near(name)) and piece["value"] and not _is_address(piece["value"]):
            troubles.append(Trouble("operator", name, near))
        elif piece["quoted"] is not None:
            words.append(piece["quoted"])
        else:
            words.append(piece[0])
    bare = " ".join(" ".join(words).split())
    ends_in_word = bool(words) and text.endswith(words[-1])
    asked = Asked(
        text=text,
        words=bare if ends_in_word or not bare else f"{bare} ",
        terms=tuple(terms),
    )
    return _understood(asked, troubles, today)


def _term(kind: Kind, piece: "re.Match[str]", *, closed: bool) -> Term:
    raw = piece["value"]
    whole = closed or (len(raw) > 1 and raw.endswith('"'))
    return Term(kind, raw.strip('"').strip(), piece.start(), piece.end(), whole)


def _understood(asked: Asked, troubles: list[Trouble], today: date) -> Asked:
    channels: set[str] = set()
    states: set[State] = set()
    days: dict[Kind, list[date]] = {"before": [], "after": []}
    for term in asked.terms:
        if not term.value:
            continue
        if term.kind == "channel":
            found = channels_that_begin(term.value)
            channels.update(found)
            if not found:
                troubles.append(Trouble("channel", term.value))
        elif term.kind == "is":
            known = states_that_begin(term.value)
            if len(known) == 1 or term.closed:
                states.update(known[:1])
            if not known:
                troubles.append(Trouble("state", term.value))
        elif term.kind in days:
            day = day_of(term.value, today)
            if day is not None:
                days[term.kind].append(day)
            elif term.closed or not may_become_a_day(term.value):
                troubles.append(Trouble("day", term.value))
    return Asked(
        text=asked.text,
        words=asked.words,
        terms=asked.terms,
        troubles=tuple(troubles),
        channels=frozenset(channels),
        states=frozenset(states),
        before=min(days["before"], default=None),
        after=max(days["after"], default=None),
    )


def _near(name: str) -> str:
    """The operator that was meant by a name that is none; "" when it is only a word."""
    typed = name.casefold()
    near = {
        known: errors for known in NAMES if (errors := meant(typed, known)) is not None and errors
    }
    return min(near, key=lambda known: near[known]) if near else ""


def _is_address(value: str) -> bool:
    return value.startswith("//")
