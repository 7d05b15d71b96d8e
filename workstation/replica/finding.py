"""Finding anything the desk holds, while it is typed: the part of the memory that searches."""

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from workstation.models.text import shown
from workstation.replica.rows.inbox import Hit
from workstation.replica.store import Store

if TYPE_CHECKING:
    from workstation.replica.found import Found, Searched
    from workstation.replica.vault import Connection
    from workstation.rules.finding.operators import Kind
    from workstation.rules.finding.reading import Asked

AT_ONCE = 0.003
"""Seconds after which the newest contacts are given and older ones are left for later."""


class Finding:
    """Every method blocks, as those of the replica do."""

    _store: Store

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Contacts by what was said in them, however long it takes."""
        from workstation.rules.finding.reading import Asked  # after the first paint

        return list(self.look_further(Asked(text=text, words=text), limit=limit).hits)

    def find(self, asked: "Asked", *, limit: int = 10) -> "Found":
        """All that fits, at once: where that takes long, only the newest contacts."""
        from workstation.replica.found import Found
        from workstation.replica.queries import finding  # after the first paint

        with self._store.reading() as connection:
            found = Found() if asked.narrowed else finding.things(connection, asked.words)
            searched = self._searched(connection, asked, limit=limit, patience=AT_ONCE)
        return replace(found, searched=searched)

    def look_further(
        self,
        asked: "Asked",
        *,
        limit: int = 10,
        below: int | None = None,
        patience: float | None = None,
    ) -> "Searched":
        """Contacts from where an answer stopped, for so many seconds at most and never less than a
        step; until the end of time when `patience` is None."""
        with self._store.reading() as connection:
            return self._searched(connection, asked, limit=limit, below=below, patience=patience)

    def find_meant(self, asked: "Asked") -> "Found":
        """What was meant by somebody who mistyped."""
        from workstation.replica.queries import finding  # after the first paint

        with self._store.reading() as connection:
            return finding.meant(connection, asked.words)

    def find_values(self, kind: "Kind", typed: str, limit: int = 6) -> tuple[str, ...]:
        """What may stand behind an operator of a search."""
        from workstation.replica.queries import finding  # after the first paint

        with self._store.reading() as connection:
            return finding.values(connection, kind, typed, limit)

    def order_of(self, order_id: str) -> tuple[str, str]:
        """Who placed an order, and its number; empty when this desk does not know it."""
        with self._store.reading() as connection:
            row = connection.execute(
                "SELECT customer_id, number FROM customer_order WHERE id = ?", (order_id,)
            ).fetchone()
        return ("", "") if row is None else (str(row[0]), shown(row[1]))

    def _searched(
        self,
        connection: "Connection",
        asked: "Asked",
        *,
        limit: int,
        below: int | None = None,
        patience: float | None = None,
    ) -> "Searched":
        from workstation.replica.queries.narrowing import narrowed  # after the first paint
        from workstation.replica.queries.search import search

        until = None if patience is None else time.monotonic() + patience
        return search(
            connection,
            asked.words,
            narrowed(connection, asked, me=self._store.me, now=self._store.now()),
            limit=limit,
            below=below,
            enough=lambda: until is not None and time.monotonic() > until,
        )
