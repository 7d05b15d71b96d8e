"""The newest stretch of the feed, read once for everybody: what each audience hears live."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from workstation.models import Root, Share
from workstation.server.store.database import Database
from workstation.server.store.feed import ALL
from workstation.server.store.stamps import stamped_tables
from workstation.wire.changes import Rows, ShareChange
from workstation.wire.tables import TABLES, WireTable

_CHANGED = " UNION ALL ".join(
    f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name} WHERE rev >= :since AND rev < :upto)"
    for name in stamped_tables()
)

Found = dict[str, dict[str, list[Any]]]
"""Rows by table and id."""


@dataclass
class News:
    """What one audience hears."""

    tables: dict[str, Rows] = field(default_factory=dict)
    shares: list[ShareChange] = field(default_factory=list)
    size: int = 0

    def put(self, found: Found) -> None:
        for name, rows in found.items():
            into = self.tables.setdefault(name, Rows(columns=list(TABLES[name].columns), rows=[]))
            into["rows"] += rows.values()
            self.size += len(rows)


@dataclass
class Tail:
    """Everything with a revision from `since` up to, not including, `upto`. `settled` is false
    while a transaction that began before is still open: look again soon."""

    since: int
    upto: int
    settled: bool
    news: dict[str, News]
    tables: frozenset[str]


def read_tail(database: Database, session: Session, since: int) -> Tail:
    """What came since `since`, for every audience. `session` must be one `Database.read`."""
    upto, settled = database.horizon(session)
    news: dict[str, News] = defaultdict(News)
    if upto <= since:
        return Tail(since, since, settled, news, frozenset())
    span = {"since": since, "upto": upto}
    names = frozenset(session.scalars(text(_CHANGED), span))
    by_root: dict[str, Found] = defaultdict(dict)
    for table in TABLES.values():
        if table.name not in names:
            continue
        fresh = _select(table).where(table.table.c.rev >= since, table.table.c.rev < upto)
        rows = _read(session, table, fresh)
        if table.root is Root.ALL:
            news[ALL].put({table.name: rows})
        else:
            _spread(by_root, table, rows.values())
    begun: set[tuple[str, str]] = set()
    if Share.__tablename__ in names:
        begun = _read_shares(session, news, since, upto)
    whole = _read_whole(session, {root for _, root in begun})
    for audience, root in begun:
        news[audience].put(whole.get(root, {}))
    for audience, root in _standing(session, by_root, upto):
        if (audience, root) not in begun:
            news[audience].put(by_root[root])
    return Tail(since, upto, settled, news, names)


def _select(table: WireTable) -> Select[Any]:
    return select(*(table.table.c[name] for name in table.columns))


def _read(session: Session, table: WireTable, statement: Select[Any]) -> dict[str, list[Any]]:
    at = table.columns.index("id")
    return {row[at]: list(row) for row in session.connection().execute(statement)}


def _spread(by_root: dict[str, Found], table: WireTable, rows: Iterable[list[Any]]) -> None:
    """Sort rows under the contact or customer they belong to."""
    root, row_id = table.columns.index(table.root_column), table.columns.index("id")
    for row in rows:
        by_root[row[root]].setdefault(table.name, {})[row[row_id]] = row


def _read_shares(
    session: Session, news: dict[str, News], since: int, upto: int
) -> set[tuple[str, str]]:
    """Tell each audience its shares that began or ended; those that began."""
    begun = set()
    for share in session.scalars(select(Share).where(Share.rev >= since, Share.rev < upto)):
        news[share.audience_id].shares.append(
            ShareChange(
                audience=share.audience_id,
                kind=share.root_kind,
                root=share.root_id,
                gone=share.gone,
            )
        )
        if not share.gone:
            begun.add((share.audience_id, share.root_id))
    return begun


def _read_whole(session: Session, roots: set[str]) -> dict[str, Found]:
    """Every row under these contacts and customers."""
    whole: dict[str, Found] = defaultdict(dict)
    for some in _portions(roots):
        for table in TABLES.values():
            if table.root is not Root.ALL:
                under = _select(table).where(table.table.c[table.root_column].in_(some))
                _spread(whole, table, _read(session, table, under).values())
    return whole


def _standing(session: Session, roots: Iterable[str], upto: int) -> list[tuple[str, str]]:
    """(audience, root) for every share of these roots from before `upto`. A later one brings its
    rows itself; without it a desk could not tell what to forget."""
    standing: list[tuple[str, str]] = []
    for some in _portions(roots):
        found = session.execute(
            select(Share.audience_id, Share.root_id).where(
                Share.root_id.in_(some), ~Share.gone, Share.rev < upto
            )
        )
        standing += [(audience, root) for audience, root in found]
    return standing


def _portions(roots: Iterable[str], size: int = 1000) -> Iterable[list[str]]:
    ordered = sorted(roots)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
