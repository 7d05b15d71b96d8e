"""Reading a message's facts: they came from outside, and may be of any kind."""

from collections.abc import Iterator, Mapping
from typing import Any

LONGEST = 2_000
MOST = 100


def text(facts: Mapping[str, Any], name: str) -> str:
    """The text under a name; empty when there is none."""
    found = facts.get(name)
    return found[:LONGEST] if isinstance(found, str) else ""


def number(facts: Mapping[str, Any], name: str) -> float | None:
    found = facts.get(name)
    return found if isinstance(found, int | float) and not isinstance(found, bool) else None


def part(facts: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = facts.get(name)
    return found if isinstance(found, Mapping) else {}


def parts(facts: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """The first `MOST` things of a list."""
    found = facts.get(name)
    if isinstance(found, list):
        yield from (one for one in found[:MOST] if isinstance(one, Mapping))


def texts(facts: Mapping[str, Any], name: str) -> list[str]:
    """The texts of a list; a single text is a list of one."""
    found = facts.get(name)
    if isinstance(found, str):
        found = [found]
    if not isinstance(found, list):
        return []
    return [one[:LONGEST] for one in found[:MOST] if isinstance(one, str) and one]


def web(link: str) -> str:
    """The link if it leads to a web page, else nothing: no other scheme is ever offered."""
    return link if link.lower().startswith(("https://", "http://")) else ""
