"""What a text of ours names: colleagues it mentions, and orders of the customer. They look like
links; an order leads to the panel beside the contact."""

import re
from collections.abc import Mapping
from typing import Any, Final

from workstation.rules.naming import named
from workstation.ui.contact.names import Names
from workstation.ui.transcript.links import Link

ORDER: Final = "order:"
AGENT: Final = "agent:"
_NUMBER: Final = re.compile(r"(?<![\w#])#(?P<number>\w(?:[\w-]{0,38}\w)?)")


def find_named(text: str, facts: Mapping[str, Any], names: Names) -> tuple[Link, ...]:
    """Where the text names what `facts` say it names."""
    found: list[Link] = []
    mentions = facts.get("mentions")
    if isinstance(mentions, list) and mentions:
        known = [(str(one), names.agent(one)) for one in mentions]
        found += [
            Link(one.start, one.end, f"{AGENT}{one.row_id}") for one in named(text, "@", known)
        ]
    if facts.get("orders"):
        found += [
            Link(one.start(), one.end(), f"{ORDER}{one['number']}")
            for one in _NUMBER.finditer(text)
            if any(letter.isdigit() for letter in one["number"])
        ]
    return tuple(found)


def order_of(target: str) -> str:
    """The number of the order that a link leads to, or ""."""
    return target.removeprefix(ORDER) if target.startswith(ORDER) else ""


def leads_somewhere(target: str) -> bool:
    """Whether a click does anything."""
    return not target.startswith(AGENT)
