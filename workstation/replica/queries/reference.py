"""What every screen needs to say names: teams, colleagues, reasons, kinds of product."""

from workstation.replica.queries.lines import lines
from workstation.replica.queries.views import saved_views
from workstation.replica.rows.reference import (
    AgentRow,
    ReasonRow,
    Reference,
    ResolutionRow,
    TeamRow,
)
from workstation.replica.vault import Connection


def reference(connection: Connection, me: str) -> Reference:
    mine = {
        row[0]
        for row in connection.execute(
            "SELECT team_id FROM membership WHERE agent_id = ? AND active", (me,)
        ).fetchall()
    }
    agents = tuple(
        AgentRow(*row)
        for row in connection.execute(
            "SELECT id, name, role, "
            "coalesce((SELECT state FROM presence_now p WHERE p.id = a.id), 'offline'), "
            "coalesce((SELECT reason FROM presence_now p WHERE p.id = a.id), ''), "
            "(SELECT until FROM presence_now p WHERE p.id = a.id) "
            "FROM agent a WHERE active ORDER BY name"
        ).fetchall()
    )
    return Reference(
        me=next(
            (agent for agent in agents if agent.agent_id == me),
            AgentRow(me, "", "agent", "offline", ""),
        ),
        teams=tuple(
            TeamRow(
                team_id=row[0], name_en=row[1], name_nl=row[2], icon=row[3], mine=row[0] in mine
            )
            for row in connection.execute(
                "SELECT id, name_en, name_nl, icon FROM team WHERE active "
                "ORDER BY position, name_en"
            ).fetchall()
        ),
        agents=agents,
        reasons=tuple(
            ReasonRow(*row)
            for row in connection.execute(
                "SELECT id, parent_id, kind, name_en, name_nl FROM reason WHERE active "
                "ORDER BY kind, position, name_en"
            ).fetchall()
        ),
        resolutions=tuple(
            ResolutionRow(*row)
            for row in connection.execute(
                "SELECT id, name_en, name_nl FROM resolution WHERE active ORDER BY position"
            ).fetchall()
        ),
        product_types={
            row[0]: (row[1], row[2])
            for row in connection.execute(
                "SELECT id, name_en, name_nl FROM product_type"
            ).fetchall()
        },
        lines=lines(connection),
        views=saved_views(connection, me),
        promises={
            (row[0], row[1]): row[2]
            for row in connection.execute(
                "SELECT channel, kind, minutes FROM promise_now"
            ).fetchall()
        },
    )
