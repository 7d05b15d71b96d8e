"""What waits in the outbox, laid over the base rows: the `_preview` tables.

Actions are applied with the same code as on the server, to model objects read from the replica.
What they change is written to the preview tables and never to base rows (rule 1). After a change
only those are laid anew that it can have made different (`footprints`); the rows are then exactly
what laying all of them anew would make of them.
"""

from typing import Final

import orjson

from workstation.actions import ACTIONS, Action, Moment, Refused
from workstation.models import Agent
from workstation.replica.footprints import Cell, Footprint, Laid
from workstation.replica.vault import Connection
from workstation.replica.world import ReplicaWorld
from workstation.wire.tables import TABLES

Touched = set[tuple[str, str]]
"""Names of tables and ids of rows."""

_WAITING: Final = (
    "FROM mine.outbox WHERE state <> 'refused' "
    "AND NOT (state = 'accepted' AND rev < :upto) ORDER BY seq"
)
"""Accepted actions below `upto` are among the base rows already."""


def moment(connection: Connection, world: ReplicaWorld, agent_id: str, now: int) -> Moment:
    """Here and now, for the agent signed in at this desk."""
    agent = world.get(Agent, agent_id)
    if agent is None:
        raise Refused("not_allowed")
    teams = connection.execute(
        "SELECT team_id FROM membership WHERE agent_id = ? AND active", (agent_id,)
    )
    return Moment(
        world=world, by=agent, team_ids=frozenset(row[0] for row in teams.fetchall()), now=now
    )


def preview(
    connection: Connection, agent_id: str, action: Action, now: int
) -> tuple[Touched, Footprint]:
    """Lay one more action over the rows. Raises `Refused`, and then nothing has changed."""
    world = ReplicaWorld(connection)
    action.perform(moment(connection, world, agent_id, now))
    return world.flush(), world.footprint()


def lay_anew(connection: Connection, laid: Laid, agent_id: str, upto: int) -> Touched:
    """Bring the preview in line with the base rows and with what still waits; the rows touched,
    before and after. An action the rows no longer allow is left out: the server decides it."""
    touched: Touched = set()
    if laid.known:
        waiting = [
            row[0]
            for row in connection.execute(f"SELECT action_id {_WAITING}", {"upto": upto}).fetchall()
        ]
        if all(action_id in laid for action_id in waiting):
            touched, holds = _lay_some(connection, laid, agent_id, waiting)
            if holds:
                laid.settled(waiting)
                return touched
    return touched | lay_all(connection, laid, agent_id, upto)


def lay_all(connection: Connection, laid: Laid, agent_id: str, upto: int) -> Touched:
    """Lay every waiting action over the base rows anew."""
    laid.forget()
    touched: Touched = set()
    for name in TABLES:
        touched |= _taken_off(connection, name, "true", {})
    waiting = connection.execute(
        f"SELECT action_id, kind, data, made_at {_WAITING}", {"upto": upto}
    ).fetchall()
    written, prints = _lay(connection, agent_id, waiting)
    laid.begin(prints)
    return touched | written


def _lay_some(
    connection: Connection, laid: Laid, agent_id: str, waiting: list[str]
) -> tuple[Touched, bool]:
    """Only what changed and what stands on it; false when it turns out to be more than that."""
    reach = laid.reach(waiting)
    touched: Touched = set()
    owned = {
        kind: orjson.dumps([cell.of for cell in reach.cells if cell.kind == kind]).decode()
        for kind in ("contact", "customer")
    }
    for name, table in TABLES.items():
        if table.root == "all":
            if Cell("table", name) in reach.cells:
                touched |= _taken_off(connection, name, "true", {})
        elif owned[table.root] != "[]":
            where = f"{table.root_column} IN (SELECT value FROM json_each(:roots))"
            touched |= _taken_off(connection, name, where, {"roots": owned[table.root]})
    if not reach.actions:
        return touched, True
    again = connection.execute(
        "SELECT action_id, kind, data, made_at FROM mine.outbox "
        "WHERE action_id IN (SELECT value FROM json_each(?)) ORDER BY seq",
        (orjson.dumps(sorted(reach.actions)).decode(),),
    ).fetchall()
    written, prints = _lay(connection, agent_id, again)
    holds = laid.holds(reach, prints)
    laid.note(prints)
    return touched | written, holds


def _taken_off(connection: Connection, name: str, where: str, values: dict[str, str]) -> Touched:
    """Rows of a table that are laid over others no more."""
    had = connection.execute(f"SELECT id FROM {name}_preview WHERE {where}", values).fetchall()
    if had:
        connection.execute(f"DELETE FROM {name}_preview WHERE {where}", values)
    return {(name, row[0]) for row in had}


def _lay(
    connection: Connection, agent_id: str, entries: list[tuple[str, str, str, int]]
) -> tuple[Touched, dict[str, Footprint]]:
    """Lay these over the rows as they are now, in order: ids, kinds, data, and when made."""
    prints: dict[str, Footprint] = {}
    if not entries:
        return set(), prints
    world = ReplicaWorld(connection)
    try:
        here = moment(connection, world, agent_id, 0)
    except Refused:
        return set(), prints
    for action_id, kind, data, made_at in entries:
        try:
            action = ACTIONS[kind].model_validate_json(data)
            world.get(Agent, agent_id)  # whoever acts is looked at by every action
            action.perform(Moment(world=world, by=here.by, team_ids=here.team_ids, now=made_at))
        except Refused:
            pass
        prints[action_id] = world.footprint()
    return world.flush(), prints
