"""The lists that are kept by name: mine, and those that are shared with a team of mine."""

import orjson

from workstation.models.text import shown
from workstation.replica.lists import SORTS, Grouping, SavedViewRow, View, filters_from
from workstation.replica.queries.headings import KEYS
from workstation.replica.vault import Connection


def saved_views(connection: Connection, me: str) -> tuple[SavedViewRow, ...]:
    """In the order in which the sidebar has them."""
    role = connection.execute("SELECT role FROM agent WHERE id = ?", (me,)).fetchone()
    teams = {
        row[0]
        for row in connection.execute(
            "SELECT team_id FROM membership WHERE agent_id = ? AND active", (me,)
        ).fetchall()
    }
    found = connection.execute(
        "SELECT id, name, agent_id, team_id, filters, sort, grouped, position "
        "FROM saved_view_now WHERE active AND (agent_id = :me OR team_id IS NOT NULL) "
        "ORDER BY position, name, id",
        {"me": me},
    ).fetchall()
    leads = role is not None and role[0] in ("lead", "admin")
    return tuple(
        SavedViewRow(
            view_id=view_id,
            name=shown(name),
            agent_id=agent_id,
            team_id=team_id,
            view=view_of(view_id, filters, sort, grouped),
            position=position,
            changes=agent_id == me or leads,
        )
        for view_id, name, agent_id, team_id, filters, sort, grouped, position in found
        if agent_id == me or team_id in teams
    )


def view_of(view_id: str, filters: str, sort: str, grouped: str) -> View:
    """What a kept list shows."""
    known: dict[str, Grouping] = {name: name for name in KEYS}
    return View(
        "saved",
        saved_id=view_id,
        order=SORTS.get(sort, "promise"),
        filters=filters_from(orjson.loads(filters)),
        grouped=known.get(grouped, ""),
    )
