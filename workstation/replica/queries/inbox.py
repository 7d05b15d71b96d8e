"""The lists of the sidebar: which contacts are in one, in which order, and how each looks."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import orjson

from workstation.models.text import shown
from workstation.replica.lists import InboxIds, Order, View
from workstation.replica.queries.headings import KEYS, under_headings
from workstation.replica.queries.listing import Listing
from workstation.replica.queries.person import heads_and_names
from workstation.replica.queries.views import saved_views
from workstation.replica.rows.inbox import MOST_COUNTED, Counts, InboxRow
from workstation.replica.vault import Connection

_ORDERS: dict[Order, str] = {
    "promise": "due_at IS NULL, due_at, last_at DESC",
    "newest": "last_at DESC",
    "waiting": "waiting_since IS NULL, waiting_since, last_at DESC",
}
_NOT_GUEST = "id NOT IN (SELECT contact_id FROM guest)"
_NUMBERS = (
    "SELECT n, last_at, due_at, waiting_since, {key} AS heading FROM {table} WHERE {where} "
    "AND n NOT IN (SELECT n FROM contact WHERE id IN (SELECT contact_id FROM guest))"
)
"""Asks for nothing but what an index holds: a list of all contacts reads no contact whole."""


def ids(connection: Connection, view: View, me: str, now: int) -> InboxIds:
    """Every row of a view, in order, under its headings. `now` is in milliseconds."""
    found_in, values = asked(connection, view, me, now)
    found = connection.execute(
        f"SELECT n, heading FROM ({found_in}) ORDER BY {_ORDERS[view.order]}", values
    )
    if view.grouped:
        numbers, headings = under_headings(connection, found, view.grouped, me)
        return InboxIds(view, numbers, headings)
    return InboxIds(view, array("q", (row[0] for row in found)))


def asked(connection: Connection, view: View, me: str, now: int) -> tuple[str, dict[str, Any]]:
    """The question for a view's contacts in any order, and what it is asked with by name."""
    listing = Listing(connection, view, me, now)
    key = KEYS[view.grouped] if view.grouped else "''"
    # A contact laid over another keeps its number, so the preview is told apart by that.
    base = _NUMBERS.format(table="contact", where=listing.where, key=key)
    laid_over = _NUMBERS.format(table="contact_preview", where=listing.where, key=key)
    both = f"{base} AND n NOT IN (SELECT n FROM contact_preview) UNION ALL {laid_over}"
    return both, listing.values


def count(connection: Connection, view: View, me: str, now: int, most: int) -> int:
    """How many contacts a view has, counted to `most`."""
    found_in, values = asked(connection, replace(view, grouped=""), me, now)
    found = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM ({found_in}) LIMIT {most})", values
    )
    return int(found.fetchone()[0])


def rows(connection: Connection, numbers: Sequence[int]) -> dict[int, InboxRow]:
    """How these rows look, by number; a row that is gone is left out."""
    marks = ",".join("?" * len(numbers))
    found = connection.execute(
        "SELECT n, id, channel, team_id, product_type_id, subject, last_text, last_side, last_at, "
        "waiting_since, due_at, read_at, owner_id, state, snoozed_until, language, pending, "
        "customer_id, tags "
        f"FROM contact_now c WHERE n IN ({marks})",
        list(numbers),
    ).fetchall()
    known = heads_and_names(connection, (row[17] for row in found))
    without_words = _wordless(connection, [row[1] for row in found if not row[6]])
    return {
        row[0]: InboxRow(
            number=row[0],
            contact_id=row[1],
            name=shown(known.get(row[17], ("", ""))[1]),
            channel=row[2],
            team_id=row[3],
            product_type_id=row[4],
            subject=shown(row[5]),
            last_text=shown(row[6]),
            last_side=row[7],
            last_at=row[8],
            waiting_since=row[9],
            due_at=row[10],
            unread=_is_unread(side=row[7], last_at=row[8], waiting=row[9], read_at=row[11] or 0),
            owner_id=row[12],
            state=row[13],
            snoozed_until=row[14],
            language=row[15],
            pending=bool(row[16]),
            customers=(row[17], known.get(row[17], (row[17], ""))[0]),
            tags=() if row[18] == "[]" else tuple(map(shown, orjson.loads(row[18]))),
            read_at=row[11],
            wordless=without_words.get(row[1], ""),
        )
        for row in found
    }


def _wordless(connection: Connection, contact_ids: list[str]) -> dict[str, str]:
    """What was said last in these, which have no last words."""
    if not contact_ids:
        return {}
    from workstation.replica.queries.wordless import wordless  # seldom before the first paint

    return wordless(connection, contact_ids)


def rows_found(
    connection: Connection, numbers: Sequence[int], text: str, now: int
) -> dict[int, InboxRow]:
    """The same, each with the line in which a search found it."""
    from workstation.replica.queries.found_lines import found_lines  # after the first paint

    plain = rows(connection, numbers)
    lines = found_lines(connection, plain, text, now)
    return {number: replace(row, found=lines.get(number)) for number, row in plain.items()}


def _is_unread(*, side: str, last_at: int, waiting: int | None, read_at: int) -> bool:
    """Also where a customer's message came late, and stands above an answer of ours."""
    return (side == "customer" and read_at < last_at) or (waiting is not None and read_at < waiting)


def counts(connection: Connection, me: str, now: int) -> Counts:
    """Open contacts per list; late is what was promised before `now` (milliseconds)."""
    teams, late = {}, {}
    for team_id, total, over in connection.execute(
        "SELECT team_id, count(*), coalesce(sum(due_at < ?), 0) FROM contact_now "
        f"WHERE state = 'open' AND {_NOT_GUEST} GROUP BY team_id",
        (now,),
    ).fetchall():
        teams[team_id], late[team_id] = total, over
    mine, mine_late = connection.execute(
        "SELECT count(*), coalesce(sum(due_at < ?), 0) FROM contact_now "
        f"WHERE owner_id = ? AND state = 'open' AND {_NOT_GUEST}",
        (now, me),
    ).fetchone()
    snoozed = connection.execute(
        "SELECT count(*) FROM contact_now "
        f"WHERE owner_id = ? AND state = 'snoozed' AND {_NOT_GUEST}",
        (me,),
    ).fetchone()[0]
    views = {
        kept.view_id: count(connection, kept.view, me, now, MOST_COUNTED)
        for kept in saved_views(connection, me)
    }
    return Counts(
        mine=mine, snoozed=snoozed, teams=teams, late=late, mine_late=mine_late, views=views
    )
