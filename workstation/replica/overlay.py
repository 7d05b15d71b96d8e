"""What waits in the outbox, laid over the base rows: the `_preview` tables.

Actions are applied with the same code as on the server, to model objects read from the replica.
What they change is written to the preview tables and never to base rows (rule 1).
"""

from typing import Any

import orjson

from workstation.actions import ACTIONS, Action, Moment, Refused
from workstation.actions.base import Row
from workstation.models import Agent, Message, Replicated
from workstation.replica.message_number import number_of
from workstation.replica.vault import Connection
from workstation.wire.tables import TABLES, WireTable

_BY_MODEL: dict[type[Replicated], WireTable] = {table.model: table for table in TABLES.values()}


class ReplicaWorld:
    """A `World` over the rows as they look now. `flush` writes what actions changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[tuple[str, str], Replicated | None] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._loaded: dict[tuple[str, str], tuple[Any, ...]] = {}

    def get(self, model: type[Row], row_id: str) -> Row | None:
        table = _BY_MODEL[model]
        key = (table.name, row_id)
        if key not in self._rows:
            self._read(table, "id = ?", (row_id,))
            self._rows.setdefault(key, None)
        found = self._rows[key]
        assert found is None or isinstance(found, model)
        return found

    def find(self, model: type[Row], **equal: Any) -> list[Row]:
        table = _BY_MODEL[model]
        where = " AND ".join(f'"{name}" IS ?' for name in equal)
        self._read(table, where, tuple(equal.values()))
        matching = [
            row
            for (name, _), row in self._rows.items()
            if name == table.name
            and isinstance(row, model)
            and all(getattr(row, column) == value for column, value in equal.items())
        ]
        return sorted(matching, key=lambda row: row.id)

    def add(self, row: Replicated) -> None:
        self._rows[(_BY_MODEL[type(row)].name, row.id)] = row

    def flush(self) -> set[tuple[str, str]]:
        """Write changed rows to the preview tables; their table names and ids."""
        written: set[tuple[str, str]] = set()
        for (name, row_id), row in self._rows.items():
            if row is None:
                continue
            table = TABLES[name]
            values = _values(table, row)
            if self._loaded.get((name, row_id)) == values:
                continue
            number = self._numbers.get((name, row_id))
            if number is None:
                number = self._new_number(table, row)
            names = ", ".join(f'"{column}"' for column in ("n", *table.columns))
            self._connection.execute(
                f"INSERT OR REPLACE INTO {name}_preview ({names}) "
                f"VALUES ({', '.join('?' * (len(values) + 1))})",
                (number, *values),
            )
            written.add((name, row_id))
        return written

    def _read(self, table: WireTable, where: str, values: tuple[Any, ...]) -> None:
        columns = ", ".join(f'"{name}"' for name in table.columns)
        found = self._connection.execute(
            f"SELECT n, {columns} FROM {table.name}_now WHERE {where}", values
        )
        for number, *row in found.fetchall():
            given = dict(zip(table.columns, row, strict=True))
            for name in table.json_columns:
                given[name] = orjson.loads(given[name]) if given[name] is not None else None
            for name in table.bool_columns:
                given[name] = None if given[name] is None else bool(given[name])
            key = (table.name, given["id"])
            if key not in self._rows:
                self._rows[key] = table.model(**given)
                self._numbers[key] = number
                self._loaded[key] = tuple(row)

    def _new_number(self, table: WireTable, row: Replicated) -> int:
        if isinstance(row, Message):
            number = number_of(row.at, row.id)
        else:
            highest = self._connection.execute(f"SELECT max(n) FROM {table.name}_now").fetchone()[0]
            number = (highest or 0) + 1
        while self._connection.execute(
            f"SELECT 1 FROM {table.name}_now WHERE n = ?", (number,)
        ).fetchone():
            number += 1
        return number


def _values(table: WireTable, row: Replicated) -> tuple[Any, ...]:
    values = []
    for name in table.columns:
        value = getattr(row, name)
        if name in table.json_columns:
            value = orjson.dumps(value).decode()
        elif name in table.bool_columns and value is not None:
            value = int(value)
        elif name == "rev" and value is None:
            value = 0
        values.append(value)
    return tuple(values)


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
) -> set[tuple[str, str]]:
    """Lay one more action over the rows. Raises `Refused`, and then nothing has changed."""
    world = ReplicaWorld(connection)
    action.perform(moment(connection, world, agent_id, now))
    return world.flush()


def rebuild_preview(connection: Connection, agent_id: str, upto: int) -> set[tuple[str, str]]:
    """Lay every waiting action over the base rows anew; the rows touched, before and after.

    Accepted actions below `upto` are among the base rows already. An action the rows no longer
    allow is left out: the server decides it.
    """
    touched: set[tuple[str, str]] = set()
    for name in TABLES:
        had = connection.execute(f"SELECT id FROM {name}_preview").fetchall()
        if had:
            touched.update((name, row[0]) for row in had)
            connection.execute(f"DELETE FROM {name}_preview")
    waiting = connection.execute(
        "SELECT kind, data, made_at FROM mine.outbox WHERE state <> 'refused' "
        "AND NOT (state = 'accepted' AND rev < ?) ORDER BY seq",
        (upto,),
    ).fetchall()
    if not waiting:
        return touched
    world = ReplicaWorld(connection)
    try:
        here = moment(connection, world, agent_id, 0)
    except Refused:
        return touched
    for kind, data, made_at in waiting:
        try:
            action = ACTIONS[kind].model_validate_json(data)
            action.perform(Moment(world=world, by=here.by, team_ids=here.team_ids, now=made_at))
        except Refused:
            continue
    return touched | world.flush()
