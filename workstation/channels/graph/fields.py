"""Reading values out of JSON that somebody else made: whatever is there, never an error.

A field that is missing, or not of the kind it should be, reads as empty, so that a field nobody
foresaw spoils nothing. All texts come out storable.
"""

from collections.abc import Mapping
from typing import Any

from workstation.models.text import storable

_SECONDS_END = 100_000_000_000
"""Moments below this are seconds: as milliseconds they would lie before 1973-03-03."""
_LATEST = 1 << 45


def part(given: Any, name: str) -> Mapping[str, Any]:
    """The object under this name, or an empty one."""
    found = given.get(name) if isinstance(given, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def parts(given: Any, name: str) -> list[Mapping[str, Any]]:
    """The objects in the list under this name; whatever else is in it is left out."""
    found = given.get(name) if isinstance(given, Mapping) else None
    if not isinstance(found, list):
        return []
    return [one for one in found if isinstance(one, Mapping)]


def text(given: Any, name: str) -> str:
    """The text under this name; a number is written out."""
    found = given.get(name) if isinstance(given, Mapping) else None
    if isinstance(found, str):
        return storable(found)
    if isinstance(found, int | float) and not isinstance(found, bool):
        return str(found)
    return ""


def true(given: Any, name: str) -> bool:
    """Whether it says so: Meta's own examples write `true` and `"true"`."""
    return isinstance(given, Mapping) and _says_so(given.get(name))


def _says_so(found: Any) -> bool:
    return found is True or (isinstance(found, str) and found.lower() == "true")


def number(given: Any, name: str) -> float | None:
    """The number under this name, also when it is written as a text."""
    found = given.get(name) if isinstance(given, Mapping) else None
    if isinstance(found, bool) or not isinstance(found, int | float | str):
        return None
    try:
        value = float(found)
    except (ValueError, OverflowError):
        return None
    return value if abs(value) < 1e300 else None  # neither infinite nor NaN


def moment(given: Any, name: str) -> int | None:
    """The moment under this name in milliseconds since the epoch. Meta writes seconds or
    milliseconds, as a number or as a text, and not always the same in one place."""
    value = number(given, name)
    if value is None or value < 0:
        return None
    milliseconds = int(value * 1000) if value < _SECONDS_END else int(value)
    return milliseconds if milliseconds <= _LATEST else None
