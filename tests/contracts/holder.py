"""The smallest thing that can hold what the feed sends: how a desk is meant to behave, written a
second time without a database, so that the two can be compared."""

import copy
from dataclasses import dataclass, field
from typing import Any

from workstation.wire.changes import Packet, Rows, ShareChange
from workstation.wire.tables import TABLES

Table = dict[str, list[Any]]
"""Rows by id."""


@dataclass
class Holder:
    cursor: str = ""
    upto: int = 0
    tables: dict[str, Table] = field(default_factory=lambda: {name: {} for name in TABLES})
    shares: set[tuple[str, str]] = field(default_factory=set)
    """(root, audience)"""

    def copy(self) -> "Holder":
        return copy.deepcopy(self)

    def page(self, packet: Packet) -> None:
        """Store one page of a pull."""
        if packet["restart"]:
            self.tables = {name: {} for name in TABLES}
            self.shares = set()
        self.leave(packet["leave"])
        self.news(packet["tables"], packet["shares"])
        self.cursor = packet["cursor"]
        if not packet["more"]:
            self.upto = packet["upto"]

    def leave(self, audiences: list[str]) -> None:
        left = {(root, audience) for root, audience in self.shares if audience in audiences}
        self.shares -= left
        self._forget({root for root, _ in left})

    def news(self, tables: dict[str, Rows], shares: list[ShareChange]) -> None:
        """Store one audience's part of a packet."""
        self.shares |= {(s["root"], s["audience"]) for s in shares if not s["gone"]}
        ended = {(s["root"], s["audience"]) for s in shares if s["gone"]}
        self.shares -= ended
        self._forget({root for root, _ in ended})
        for name, sent in tables.items():
            columns = TABLES[name].columns
            row_id, rev = columns.index("id"), columns.index("rev")
            assert tuple(sent["columns"]) == columns
            for row in sent["rows"]:
                had = self.tables[name].get(row[row_id])
                if had is None or row[rev] >= had[rev]:
                    self.tables[name][row[row_id]] = row

    def _forget(self, roots: set[str]) -> None:
        lost = roots - {root for root, _ in self.shares}
        for name, table in TABLES.items():
            if table.root == "all":
                continue
            under = table.columns.index(table.root_column)
            rows = self.tables[name]
            self.tables[name] = {key: row for key, row in rows.items() if row[under] not in lost}
