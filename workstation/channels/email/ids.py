"""Message ids in headers, without their brackets."""

import re
from collections.abc import Sequence

from workstation.models.text import storable

_ID = re.compile(r"<([^<>\s]{1,990})>")
_BARE = re.compile(r"[^\s<>]{1,990}")


def ids_in(values: Sequence[str]) -> list[str]:
    """Message ids without their brackets, in order, each once."""
    found: list[str] = []
    for value in values:
        bracketed = _ID.findall(value)
        if not bracketed:
            bracketed = [word for word in re.split(r"[\s<>,]+", value) if "@" in word]
        if not bracketed and _BARE.fullmatch(value):
            bracketed = [value]
        found += bracketed
    return list(dict.fromkeys(storable(one) for one in found))


def one_id(value: str) -> str:
    """The first of them, or empty."""
    found = ids_in([value])
    return found[0] if found else ""
