"""What may be completed where the caret stands in a search, and how the text reads afterwards."""

import re
from dataclasses import dataclass
from typing import Final

from workstation.rules.finding.operators import NAMES, OPERATORS, Kind, Language, offered

_BEFORE: Final = re.compile(r'(?:(?P<name>[^\W\d_]{1,20}):)?(?P<value>"[^"]*|[^\s":]*)$')


@dataclass(frozen=True, slots=True)
class Place:
    """What is being typed: the value of an operator, or perhaps an operator's name (`kind` is
    None). It stands from `start` to the caret at `end`."""

    kind: Kind | None
    typed: str
    start: int
    end: int


def place(text: str, caret: int) -> Place | None:
    """None where nothing can be completed: inside a word, or behind something unknown."""
    if caret < len(text) and not text[caret].isspace():
        return None
    found = _BEFORE.search(text[:caret])
    if found is None or (found.start() and not text[found.start() - 1].isspace()):
        return None
    value = found["value"]
    if not found["name"]:
        return None if value.startswith('"') else Place(None, value, found.start("value"), caret)
    kind = NAMES.get(found["name"].casefold())
    if kind is None:
        return None
    return Place(kind, value.lstrip('"'), found.start("value"), caret)


def operators_that_begin(typed: str, language: Language) -> tuple[Kind, ...]:
    """Which operators have a name that begins so, in the order of the table."""
    wanted = typed.casefold()
    others: Language = "nl" if language == "en" else "en"
    return tuple(
        kind
        for kind, names in OPERATORS.items()
        if any(name.startswith(wanted) for name in names[language])
        or (len(wanted) > 1 and any(name.startswith(wanted) for name in names[others]))
    )


def with_operator(text: str, at: Place, kind: Kind, language: Language) -> tuple[str, int]:
    """The text with the operator's name put in, and where the caret stands then."""
    begun = f"{text[: at.start]}{offered(kind, language)}:"
    return begun + text[at.end :], len(begun)


def with_value(text: str, at: Place, value: str) -> tuple[str, int]:
    """The text with a value put in, in quotes where it needs them, and a space behind it."""
    plain = value.replace('"', "")
    said = f'"{plain}"' if " " in plain else plain
    begun = f"{text[: at.start]}{said} "
    return begun + text[at.end :].lstrip(), len(begun)
