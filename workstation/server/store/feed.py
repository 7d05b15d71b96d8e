"""The change feed: from any cursor to now, in pages, for one desk.

A pull runs from what the desk knows up to the horizon of its first page. Rows that change while it
runs get a later revision and come with the next pull, so a page may be cut anywhere. Its stages:

1. shares that began or ended for the desk's audiences;
2. reference data that changed;
3. for each table of customers and contacts: the rows under a share that began (whole, whatever
   their age), and the changed rows under a share that stands.

Every stage goes on after a key, so the cost of a page does not grow with what came before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, literal, select, tuple_
from sqlalchemy.orm import Session

from workstation.models import Root, Share
from workstation.server.store.cursor import Cursor, Place, UnreadableCursor
from workstation.server.store.database import Database
from workstation.wire.changes import Packet, Rows, ShareChange
from workstation.wire.tables import TABLES, WireTable

ALL = "all"
"""The audience of reference data: everybody."""
ROOTS = 1000
"""How many contacts or customers one page looks under at most."""
LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff"


@dataclass(frozen=True)
class Stage:
    """One ordered stretch of a pull."""

    kind: str
    table: WireTable | None = None


STAGES: tuple[Stage, ...] = (
    Stage("shares"),
    *(Stage("reference", t) for t in TABLES.values() if t.root is Root.ALL),
    *(Stage("begun", t) for t in TABLES.values() if t.root is not Root.ALL),
    *(Stage("changed", t) for t in TABLES.values() if t.root is not Root.ALL),
)


def pull(
    database: Database,
    session: Session,
    *,
    audiences: Sequence[str],
    cursor: Cursor | None,
    limit: int = 2000,
) -> Packet:
    """One page for a desk that may see `audiences` (its teams' and its agent's ids).

    `session` must be one `Database.read`. A cursor of another epoch starts over;
    a forged one raises `UnreadableCursor`.
    """
    epoch = database.epoch(session)
    horizon, _ = database.horizon(session)
    mine = (ALL, *sorted(audiences))
    restart = cursor is not None and cursor.epoch != epoch
    if cursor is None or restart:
        cursor = Cursor(epoch=epoch)
    leave = cursor.audiences() - set(mine)
    known = tuple(
        (at, kept)
        for at, names in cursor.known
        if (kept := tuple(name for name in names if name in mine))
    )
    upto, place, going = cursor.upto, cursor.place, cursor.going
    if upto is None or place is None or not set(going) <= set(mine):
        # A first download that is given up halfway begins anew. What it brought is forgotten:
        # who knows nothing yet is not told which shares have ended meanwhile.
        leave |= {name for name in going if _since(known, name) == 0}
        furthest_behind = min(_since(known, name) for name in mine)
        going = tuple(name for name in mine if _since(known, name) == furthest_behind)
        # Who is behind catches up with the others first; then all go on together.
        upto = next((at for at, _ in known if at > furthest_behind), horizon)
        place = Place(0)
    since = min(_since(known, name) for name in going)
    packet = Packet(
        epoch=epoch,
        tables={},
        shares=[],
        leave=sorted(leave),
        cursor="",
        upto=upto,
        more=False,
        restart=restart,
    )
    left = limit
    stage, after = place.stage, place.after
    while stage < len(STAGES) and left > 0:
        got, after = _read(session, STAGES[stage], going, since, upto, after, left, packet)
        left -= got
        if not after:
            stage += 1
    if stage < len(STAGES):
        after_page = Cursor(epoch, known, upto, Place(stage, after), going)
        packet["more"] = True
    else:
        known = _advance(known, going, upto)
        after_page = Cursor(epoch, known)
        packet["more"] = len(known) > 1 or any(
            name not in names for name in mine for _, names in known[:1]
        )
    packet["cursor"] = after_page.write()
    return packet


def _since(known: tuple[tuple[int, tuple[str, ...]], ...], audience: str) -> int:
    return next((at for at, names in known if audience in names), 0)


def _advance(
    known: tuple[tuple[int, tuple[str, ...]], ...], going: tuple[str, ...], upto: int
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """`going` are now known below `upto`; audiences known equally far share one entry."""
    places = {name: at for at, names in known for name in names}
    places |= dict.fromkeys(going, upto)
    return tuple(
        (at, tuple(sorted(name for name in places if places[name] == at)))
        for at in sorted(set(places.values()))
    )


def _read(
    session: Session,
    stage: Stage,
    going: tuple[str, ...],
    since: int,
    upto: int,
    after: tuple[Any, ...],
    limit: int,
    packet: Packet,
) -> tuple[int, tuple[Any, ...]]:
    """Put at most `limit` rows of a stage into the packet; the key to go on after, or () at its
    end."""
    groups = [name for name in going if name != ALL]
    if stage.kind == "reference":
        if ALL not in going:
            return 0, ()
    elif not groups or (stage.kind == "changed" and since == 0):
        return 0, ()  # at the start every share has just begun, and brings its rows whole
    if stage.table is None:
        return _read_shares(session, groups, since, upto, after, limit, packet)
    if stage.kind == "begun":
        return _read_begun(session, stage.table, groups, since, upto, after, limit, packet)
    table = stage.table.table
    key = (table.c.rev, table.c.id)
    statement = _rows(stage.table).where(table.c.rev >= since, table.c.rev < upto)
    if stage.kind == "changed":
        statement = statement.where(
            select(literal(1))
            .where(
                Share.root_id == table.c[stage.table.root_column],
                Share.audience_id.in_(groups),
                Share.rev < since,  # what has begun since brings its rows whole
                ~Share.gone,
            )
            .exists()
        )
    found = _page(session, statement, key, after, limit)
    put_rows(packet, stage.table, found)
    if len(found) < limit:
        return len(found), ()
    names = stage.table.columns
    return len(found), (found[-1][names.index("rev")], found[-1][names.index("id")])


def _read_shares(
    session: Session,
    groups: list[str],
    since: int,
    upto: int,
    after: tuple[Any, ...],
    limit: int,
    packet: Packet,
) -> tuple[int, tuple[Any, ...]]:
    statement: Any = select(Share.audience_id, Share.root_kind, Share.root_id, Share.gone).where(
        Share.audience_id.in_(groups), Share.rev >= since, Share.rev < upto
    )
    if since == 0:
        statement = statement.where(~Share.gone)
    columns = Share.__table__.c
    found = _page(session, statement, (columns.root_id, columns.audience_id), after, limit)
    packet["shares"] += [
        ShareChange(audience=row[0], kind=row[1], root=row[2], gone=row[3]) for row in found
    ]
    return len(found), (found[-1][2], found[-1][0]) if len(found) == limit else ()


def _read_begun(
    session: Session,
    table: WireTable,
    groups: list[str],
    since: int,
    upto: int,
    after: tuple[Any, ...],
    limit: int,
    packet: Packet,
) -> tuple[int, tuple[Any, ...]]:
    """Whole rows under shares that began: a window of roots, then the rows under them."""
    if len(after) not in (0, 2) or not all(isinstance(part, str) for part in after):
        raise UnreadableCursor("its place does not fit its stage")
    roots_after, row_after = after or ("", "")
    window = (
        select(Share.root_id)
        .where(
            Share.audience_id.in_(groups),
            Share.root_kind == table.root.value,
            ~Share.gone,
            Share.rev >= since,
            Share.rev < upto,
        )
        .distinct()
        .order_by(Share.root_id)
        .limit(ROOTS)
    )
    if roots_after:
        window = window.where(Share.root_id >= roots_after)
    roots = list(session.scalars(window))
    if not roots:
        return 0, ()
    root, row_id = table.table.c[table.root_column], table.table.c.id
    statement = _rows(table).where(root.in_(roots))
    key = (roots_after, row_after) if row_after else ()
    found = _page(session, statement, (root, row_id), key, limit)
    put_rows(packet, table, found)
    if len(found) == limit:
        names = table.columns
        last = found[-1]
        return len(found), (last[names.index(table.root_column)], last[names.index("id")])
    return len(found), (roots[-1], LAST_ID) if len(roots) == ROOTS else ()


def _rows(table: WireTable) -> Select[Any]:
    return select(*(table.table.c[name] for name in table.columns))


def _page(
    session: Session,
    statement: Select[Any],
    key: tuple[ColumnElement[Any], ...],
    after: tuple[Any, ...],
    limit: int,
) -> list[list[Any]]:
    if after:
        if len(after) != len(key) or any(
            isinstance(value, int) != isinstance(column.type, Integer)
            for value, column in zip(after, key, strict=True)
        ):
            raise UnreadableCursor("its place does not fit its stage")
        place = (literal(value, column.type) for value, column in zip(after, key, strict=True))
        statement = statement.where(tuple_(*key) > tuple_(*place))
    found = session.connection().execute(statement.order_by(*key).limit(limit))
    return [list(row) for row in found]


def put_rows(packet: Packet, table: WireTable, rows: list[list[Any]]) -> None:
    """Add rows of a table to a packet."""
    if rows:
        into = packet["tables"].setdefault(table.name, Rows(columns=list(table.columns), rows=[]))
        into["rows"] += rows
