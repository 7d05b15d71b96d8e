"""The contacts of a list under headings: by channel, kind of product, owner or promise."""

import zlib
from array import array
from collections.abc import Callable, Iterable
from typing import Final

from workstation.replica.lists import Grouping, Heading
from workstation.replica.queries.listing import PROMISES
from workstation.replica.vault import Connection
from workstation.rules.promise_state import PROMISE_STATES

CHANNELS: Final = ("phone", "chat", "whatsapp", "messenger", "instagram", "email", "console")
"""In the order in which customers expect an answer."""

KEYS: Final[dict[Grouping, str]] = {
    "channel": "channel",
    "product_type": "coalesce(product_type_id, '')",
    "owner": "coalesce(owner_id, '')",
    "promise": "CASE "
    + " ".join(f"WHEN {when} THEN '{state}'" for state, when in PROMISES.items())
    + " END",
}
"""What of a contact decides under which heading it stands."""


def under_headings(
    connection: Connection, found: Iterable[tuple[int, str]], grouped: Grouping, me: str
) -> tuple["array[int]", dict[int, Heading]]:
    """`found` are row numbers in their order with the key of their group."""
    groups: dict[str, array[int]] = {}
    for number, key in found:
        group = groups.get(key)
        if group is None:
            group = groups[key] = array("q")
        group.append(number)
    numbers: array[int] = array("q")
    headings: dict[int, Heading] = {}
    for key in sorted(groups, key=_places(connection, grouped, me)):
        number = _number(f"{grouped}:{key}", headings)
        headings[number] = Heading(key, len(groups[key]))
        numbers.append(number)
        numbers.extend(groups[key])
    return numbers, headings


def _number(name: str, taken: dict[int, Heading]) -> int:
    """Below zero, and the same whenever the same heading is asked for."""
    number = -zlib.crc32(name.encode("utf-8", "replace")) - 1
    while number in taken:
        number -= 1
    return number


def _places(
    connection: Connection, grouped: Grouping, me: str
) -> Callable[[str], tuple[int, str, str]]:
    """What headings are sorted by."""
    if grouped == "channel":
        return _fixed(CHANNELS)
    if grouped == "promise":
        return _fixed(PROMISE_STATES)
    if grouped == "owner":
        asked, first = "SELECT id, name FROM agent", [me, ""]
    else:
        asked, first = "SELECT id, name_en FROM product_type", []
    names: dict[str, str] = dict(connection.execute(asked).fetchall())

    def place(key: str) -> tuple[int, str, str]:
        if key in first:
            return first.index(key), "", key
        return (2 if key else 3), names.get(key, "").casefold(), key

    return place


def _fixed(order: tuple[str, ...]) -> Callable[[str], tuple[int, str, str]]:
    return lambda key: (order.index(key) if key in order else len(order), "", key)
