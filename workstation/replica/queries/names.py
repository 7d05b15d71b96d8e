"""Which words are names: of the customer, of colleagues, of what the shop sells."""

import re
from collections.abc import Iterable
from typing import Final

from workstation.models.text import shown
from workstation.replica.vault import Connection

_WORD: Final = re.compile(r"[^\W\d_]+", re.UNICODE)


def among(connection: Connection, contact_id: str, words: Iterable[str]) -> frozenset[str]:
    """Those of `words` that are part of a name, in lower case."""
    parts = {word.casefold(): _parts(word) for word in words}
    wanted = {part for some in parts.values() for part in some}
    if not wanted:
        return frozenset()
    rows = connection.execute(
        "SELECT name FROM customer_now WHERE id = "
        "(SELECT customer_id FROM contact_now WHERE id = ?) "
        "UNION ALL SELECT name FROM agent "
        "UNION ALL SELECT name_en || ' ' || name_nl FROM team "
        "UNION ALL SELECT brand || ' ' || name FROM product "
        "UNION ALL SELECT name FROM variant",
        (contact_id,),
    )
    found: set[str] = set()
    for (name,) in rows:
        found |= wanted.intersection(_parts(shown(name or "")))
        if len(found) == len(wanted):
            break
    return frozenset(word for word, some in parts.items() if some and found.issuperset(some))


def _parts(words: str) -> frozenset[str]:
    """What it is made of, without the s of "Anouk's"."""
    return frozenset(part for part in _WORD.findall(words.casefold()) if len(part) > 1)
