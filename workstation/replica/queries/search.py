"""Search as you type over everything the replica holds, newest first.

Words that many messages have and none together would keep the index walking to the end of time,
and it cannot be told to stop. So some messages, one in a thousand, are found whatever is looked
for (`TICK`): there the walk comes up for air, and whoever asked may say that this is enough for
now. The newest are there at once however much there is, and the rest is looked for from there on.
"""

from collections.abc import Callable, Iterable, Sequence

from workstation.replica.found import Searched
from workstation.replica.message_number import first_number, ticks
from workstation.replica.queries.hits import heads, hit, told
from workstation.replica.queries.narrowing import Narrowed
from workstation.replica.rows.inbox import Hit
from workstation.replica.vault import Connection
from workstation.replica.words import TICK, holds, query

Enough = Callable[[], bool]

STRETCHES = 16
"""In so many pieces time is walked where no words are looked for."""
_SOME = 300
"""Messages looked at in one go where not every contact will do."""
_PREFIXES = 5
"""Letters of the longest beginnings that the index knows by themselves."""
_BEGIN_SO = 48
"""Words with the same longer beginning that are asked one by one."""
_STATES = ("open", "snoozed", "done")


def never() -> bool:
    return False


def search(
    connection: Connection,
    words: str,
    narrowed: Narrowed,
    *,
    limit: int,
    below: int | None = None,
    enough: Enough = never,
) -> Searched:
    """At most `limit` contacts that fit: those of customers with that name first, then those in
    which somebody said it, each with its newest match. `below` goes on from a `Searched.further`.
    """
    if narrowed.troubles:
        return Searched(troubles=narrowed.troubles)
    walk = _Walk(connection, words, narrowed, limit, enough)
    asked = query(words, lambda word: _begun(connection, word), air=TICK) if words.strip() else ""
    if words.strip() and not asked:
        return Searched()
    if asked:
        if below is None:
            walk.add(_by_name(connection, query(words), max(5, limit // 5)))
        return walk.messages(asked, below)
    if not narrowed.anything:
        return Searched()
    return walk.contacts(below)


class _Walk:
    """Collects hits from the newest to the oldest."""

    def __init__(
        self, connection: Connection, words: str, narrowed: Narrowed, limit: int, enough: Enough
    ) -> None:
        self._connection = connection
        self._words = words
        self._narrowed = narrowed
        self._limit = limit
        self._enough = enough
        self._only = None if narrowed.contacts is None else frozenset(narrowed.contacts)
        self._known: set[str] = set()
        self._hits: list[Hit] = []

    def add(self, contact_ids: Iterable[str]) -> None:
        """Contacts as they look now, the newest first, as far as they fit."""
        fit = self._fitting([one for one in contact_ids if one not in self._known])
        found = [one for one in heads(self._connection, fit, self._words) if self._in_time(one.at)]
        for one in sorted(found, key=lambda one: -one.at):
            if len(self._hits) < self._limit:
                self._known.add(one.contact_id)
                self._hits.append(one)

    def messages(self, asked: str, below: int | None) -> Searched:
        """Contacts in which somebody said it. Numbers of messages rise with time."""
        newest, oldest = self._connection.execute(
            "SELECT (SELECT n FROM message ORDER BY n DESC LIMIT 1), "
            "(SELECT n FROM message ORDER BY n LIMIT 1)"
        ).fetchone()
        if newest is None:
            return self._done()
        narrowed = self._narrowed
        high = newest + 1 if below is None else below
        low = oldest
        if narrowed.before is not None:
            high = min(high, first_number(narrowed.before))
        if narrowed.after is not None:
            low = max(low, first_number(narrowed.after))
        if self._only is not None:
            return self._of_few(low, high)
        if high > low and len(self._hits) < self._limit:
            high = self._walk(asked, low, high)
        return self._done(high if high > low else None)

    def _walk(self, asked: str, low: int, high: int) -> int:
        """Look at messages from `high` down to `low`; the number below which none was looked at."""
        some = _SOME if self._narrowed.anything else self._limit * 3
        walk = self._connection.execute(
            "SELECT rowid FROM message_text WHERE message_text MATCH ? "
            "AND rowid >= ? AND rowid < ? ORDER BY rowid DESC",
            (asked, low, high),
        )
        found: list[int] = []
        try:
            for (number,) in walk:
                air = ticks(number)
                if not air or self._is_said(number):
                    found.append(number)
                if air or len(found) == some:
                    high = self._take(found, number)
                    found = []
                    if len(self._hits) >= self._limit or self._enough():
                        return high
        finally:
            walk.close()
        return self._take(found, low)

    def _is_said(self, number: int) -> bool:
        """Whether a message at which the walk came up for air is one that was looked for."""
        row = self._connection.execute("SELECT text FROM message WHERE n = ?", (number,)).fetchone()
        return row is not None and holds(row[0], self._words)

    def contacts(self, below: int | None) -> Searched:
        """Contacts that fit, by when something last happened."""
        narrowed = self._narrowed
        if narrowed.contacts is not None:
            self._limit = max(self._limit, 1)
            self.add(narrowed.contacts)
            return self._done()
        newest, oldest = self._connection.execute(
            "SELECT max(last_at), min(last_at) FROM (SELECT last_at FROM contact_preview UNION ALL "
            "SELECT * FROM (SELECT max(last_at) FROM contact WHERE state = 'open') UNION ALL "
            "SELECT * FROM (SELECT max(last_at) FROM contact WHERE state = 'snoozed') UNION ALL "
            "SELECT * FROM (SELECT max(last_at) FROM contact WHERE state = 'done') UNION ALL "
            "SELECT * FROM (SELECT min(last_at) FROM contact WHERE state = 'open') UNION ALL "
            "SELECT * FROM (SELECT min(last_at) FROM contact WHERE state = 'snoozed') UNION ALL "
            "SELECT * FROM (SELECT min(last_at) FROM contact WHERE state = 'done'))"
        ).fetchone()
        if newest is None:
            return self._done()
        high = newest + 1 if below is None else below
        if narrowed.before is not None:
            high = min(high, narrowed.before)
        low = oldest if narrowed.after is None else max(oldest, narrowed.after)
        stretch = max(1, (newest - oldest) // STRETCHES)
        while high > low and len(self._hits) < self._limit:
            bottom = max(low, high - stretch)
            found = self._between(bottom, high, self._limit - len(self._hits) + 1)
            if len(self._hits) + len(found) > self._limit:
                # Those of the same millisecond go together: the next step begins below it.
                bottom = found[-2][1]
                newer = [row for row in found if row[1] > bottom]
                found = newer + self._between(bottom, bottom + 1, _SOME)
                self._limit = len(self._hits) + len(found)
            high = bottom
            self.add([row[0] for row in found])
            if self._enough():
                break
        return self._done(high if high > low else None)

    def _between(self, low: int, high: int, room: int) -> list[tuple[str, int]]:
        """Ids and times of at most so many contacts that fit, the newest first."""
        where, values = self._narrowed.where, self._narrowed.values
        found: list[tuple[str, int]] = []
        for state in _STATES:
            found += self._connection.execute(
                f"SELECT id, last_at FROM contact WHERE state = ? AND last_at >= ? AND last_at < ? "
                f"AND {where} AND id NOT IN (SELECT id FROM contact_preview) "
                "ORDER BY last_at DESC LIMIT ?",
                (state, low, high, *values, room),
            ).fetchall()
        found += self._connection.execute(
            f"SELECT id, last_at FROM contact_preview WHERE last_at >= ? AND last_at < ? "
            f"AND {where}",
            (low, high, *values),
        ).fetchall()
        return sorted(found, key=lambda row: -row[1])[:room]

    def _of_few(self, low: int, high: int) -> Searched:
        """Only a few contacts can be meant: what was said there is read, and no index."""
        ids = self._fitting(sorted(self._only or ()))
        marks = ",".join("?" * len(ids))
        messages = self._connection.execute(
            f"SELECT n, text FROM message WHERE contact_id IN ({marks}) AND n >= ? AND n < ? "
            "ORDER BY n DESC",
            [*ids, low, high],
        ).fetchall()
        for count, (number, text) in enumerate(messages):
            if len(self._hits) >= self._limit or (count % 50 == 49 and self._enough()):
                return self._done(number + 1)
            if holds(text, self._words):
                self._take([number], number)
        return self._done()

    def _take(self, numbers: Sequence[int], rest: int) -> int:
        """Add the contacts of these messages, the newest first; the number below which messages
        were not looked at: `rest`, or higher when there was no room for all."""
        if not numbers:
            return rest
        marks = ",".join("?" * len(numbers))
        said = self._connection.execute(
            f"SELECT n, contact_id FROM message WHERE n IN ({marks}) ORDER BY n DESC",
            list(numbers),
        ).fetchall()
        first: dict[str, int] = {}
        for number, contact_id in said:
            if contact_id not in self._known:
                first.setdefault(contact_id, number)
        fit = set(self._fitting(list(first)))
        wanted = [number for contact_id, number in first.items() if contact_id in fit]
        room = self._limit - len(self._hits)
        for row in told(self._connection, wanted[:room]):
            self._known.add(row[0])
            self._hits.append(hit(self._words, *row))
        return rest if len(wanted) <= room else wanted[room - 1]

    def _fitting(self, contact_ids: list[str]) -> list[str]:
        if self._only is not None:
            contact_ids = [one for one in contact_ids if one in self._only]
        if self._narrowed.where == "true":
            return contact_ids
        fit: list[str] = []
        for start in range(0, len(contact_ids), 500):
            some = contact_ids[start : start + 500]
            marks = ",".join("?" * len(some))
            fit += [
                row[0]
                for row in self._connection.execute(
                    f"SELECT id FROM contact_now WHERE id IN ({marks}) AND {self._narrowed.where}",
                    [*some, *self._narrowed.values],
                ).fetchall()
            ]
        return fit

    def _in_time(self, at: int) -> bool:
        narrowed = self._narrowed
        return (narrowed.before is None or at < narrowed.before) and (
            narrowed.after is None or at >= narrowed.after
        )

    def _done(self, further: int | None = None) -> Searched:
        return Searched(hits=tuple(self._hits), further=further)


def _begun(connection: Connection, word: str) -> list[str]:
    """How to ask for words that begin so. The index knows short beginnings by themselves; for a
    longer one it would read every message with such a word before it gives the first, so that the
    words are looked up one after the other instead."""
    if len(word) <= _PREFIXES:
        return [f'"{word}" *']
    found: list[str] = []
    after = word
    while len(found) <= _BEGIN_SO:
        row = connection.execute(
            "SELECT term FROM message_word WHERE term >= ? AND term < ? LIMIT 1",
            (after, word + "\U0010ffff"),
        ).fetchone()
        if row is None:
            return [f'"{one}"' for one in found] or [f'"{word}"']
        found.append(row[0])
        after = row[0] + "\x01"
    return [f'"{word}" *']


def _by_name(connection: Connection, asked: str, limit: int) -> list[str]:
    """The newest contacts of customers with that name."""
    numbers = connection.execute(
        "SELECT rowid FROM customer_text WHERE customer_text MATCH ? LIMIT ?", (asked, limit)
    ).fetchall()
    found: list[tuple[int, str]] = []
    for (number,) in numbers:
        found += connection.execute(
            "SELECT c.last_at, c.id FROM customer k JOIN contact c ON c.customer_id = k.id "
            "WHERE k.n = ? ORDER BY c.last_at DESC LIMIT 3",
            (number,),
        ).fetchall()
    return [contact_id for _, contact_id in sorted(found, reverse=True)[:limit]]
