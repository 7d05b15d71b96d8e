"""The tags that are on contacts, each in the spelling that most of them have."""

from collections import Counter
from collections.abc import Iterable

import orjson

from workstation.models.text import shown
from workstation.replica.vault import Connection


def tags(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Every tag and on how many contacts it is, the most used first."""
    folded: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for tag, count in _counted(connection).items():
        folded[tag.casefold()] += count
        spelled.setdefault(tag.casefold(), Counter())[tag] += count
    return tuple(
        (shown(spelled[key].most_common(1)[0][0]), count)
        for key, count in sorted(folded.items(), key=lambda one: (-one[1], one[0]))
    )


def spellings(connection: Connection, wanted: Iterable[str]) -> tuple[str, ...]:
    """How these tags are written on contacts, in whatever capitals."""
    folded = {tag.casefold() for tag in wanted}
    return tuple(tag for tag in _counted(connection) if tag.casefold() in folded)


def _counted(connection: Connection) -> Counter[str]:
    """From the index `contact_tagged`, which holds tagged contacts only."""
    counted: Counter[str] = Counter()
    for written, count in connection.execute(
        "SELECT tags, count(*) FROM contact WHERE tags <> '[]' GROUP BY tags "
        "UNION ALL SELECT tags, count(*) FROM contact_preview WHERE tags <> '[]' GROUP BY tags"
    ).fetchall():
        for tag in orjson.loads(written):
            counted[tag] += count
    return counted
