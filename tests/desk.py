"""A desk without a window or a network: a real replica that talks to a database in this process,
and what its rows are, to be compared with the server's."""

import atexit
import json
import shutil
import tempfile
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select

from workstation.models import Base, Contact, Membership, Share
from workstation.replica.replica import Replica
from workstation.rules.permissions import audiences_of
from workstation.server.dispatch import Dispatch
from workstation.server.feed_routes import Reader, read_page
from workstation.server.store import stamps
from workstation.server.store.database import Database
from workstation.wire.changes import Packet
from workstation.wire.envelopes import Decision, Envelope
from workstation.wire.tables import TABLES, WireTable

KEY = bytes(range(32))
Values = dict[str, Any]
"""A row by column, without its revision."""
RowsById = dict[str, Values]
Everything = dict[str, RowsById]
"""Rows by table and id."""


@cache
def _empty() -> Path:
    """The files of a desk that knows nothing yet, made once for this process."""
    folder = Path(tempfile.mkdtemp(prefix="workstation-desk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Replica.open(folder, KEY).close()
    return folder


class Desk:
    """One agent's desk. `ahead` is by how many milliseconds its clock is wrong."""

    def __init__(self, database: Database, agent_id: str, folder: Path, *, now: int) -> None:
        self.database = database
        self.agent_id = agent_id
        self.time = now
        self.ahead = 0
        self.folder = folder
        if not folder.exists():
            shutil.copytree(_empty(), folder)
        self.open()
        self.replica.store.remember(agent_id=agent_id)

    @classmethod
    def looking_at(cls, replica: Replica, database: Database) -> "Desk":
        """An open replica, to compare its rows."""
        desk = cls.__new__(cls)
        desk.database, desk.replica, desk.agent_id = database, replica, replica.me
        return desk

    def open(self) -> None:
        """Open the files, as after a start."""
        self.replica = Replica.open(self.folder, KEY, clock=lambda: self.time + self.ahead)

    def reopen(self) -> None:
        """Close and start again, as a desk does."""
        self.replica.close()
        self.open()
        self.replica.receiving.refresh_preview()

    def close(self) -> None:
        self.replica.close()

    def reader(self) -> Reader:
        with self.database.read() as session:
            teams = session.scalars(
                select(Membership.team_id).where(
                    Membership.agent_id == self.agent_id, Membership.active
                )
            ).all()
        return Reader(agent_id=self.agent_id, sign_in_id="", team_ids=frozenset(teams))

    def page(self, limit: int = 2000) -> Packet:
        """The next page of the feed, stored."""
        receiving = self.replica.receiving
        packet = read_page(self.database, self.reader(), receiving.cursor, limit)
        if packet["restart"]:
            receiving.start_over()
        # What travels is JSON: nothing may lean on objects that would not survive it.
        receiving.store_page(json.loads(json.dumps(packet)))
        return packet

    def pull(self, limit: int = 2000, *, past: int = 0) -> None:
        """Pull until nothing is left, and until `past` this revision: another open transaction of
        the same PostgreSQL may hold the feed back for a moment."""
        until = time.monotonic() + 30
        while True:
            packet = self.page(limit)
            if not packet["more"] and packet["upto"] > past:
                return
            if not packet["more"]:
                assert time.monotonic() < until, "the feed is held back"
                time.sleep(0.005)

    def waiting(self) -> list[Envelope]:
        """What the desk would send now, marked as on its way."""
        return [
            Envelope(id=entry.action_id, kind=entry.kind, data=json.loads(entry.data))
            for entry in self.replica.receiving.next_batch(50)
        ]

    def send(self, dispatch: Dispatch) -> list[Decision]:
        """Send what waits and take note of the decisions."""
        decisions = [dispatch.decide(self.agent_id, envelope) for envelope in self.waiting()]
        if decisions:
            self.replica.receiving.decided(decisions)
        return decisions

    def rows(self) -> Everything:
        """What the desk shows: its rows with the outbox laid over them."""
        return self._read("_now")

    def base_rows(self) -> Everything:
        return self._read("")

    def previewed(self) -> Everything:
        """The rows that the outbox makes different."""
        return {name: rows for name, rows in self._read("_preview").items() if rows}

    def _read(self, suffix: str) -> Everything:
        found: Everything = {}
        with self.replica.store.reading() as connection:
            for table in TABLES.values():
                names = ", ".join(f'"{name}"' for name in table.columns)
                rows = connection.execute(f"SELECT {names} FROM {table.name}{suffix}").fetchall()
                found[table.name] = dict(_from_desk(table, row) for row in rows)
        return found


def _from_desk(table: WireTable, row: Iterable[Any]) -> tuple[str, Values]:
    values: Values = {}
    for name, value in zip(table.columns, row, strict=True):
        if name in table.json_columns:
            value = json.loads(value)
        elif name in table.bool_columns and value is not None:
            value = bool(value)
        values[name] = value
    del values["rev"]
    return values["id"], values


def server_rows(database: Database) -> Everything:
    """Every replicated row of the server."""
    found: Everything = {}
    with database.read() as session:
        for table in TABLES.values():
            columns = [table.table.c[name] for name in table.columns if name != "rev"]
            rows = session.connection().execute(select(*columns))
            found[table.name] = {row.id: dict(row._mapping) for row in rows}
    return found


def of_roots(everything: Everything, contacts: set[str], customers: set[str]) -> Everything:
    """Reference rows, and what hangs on these contacts and customers."""
    roots = {"contact": contacts, "customer": customers}
    found: Everything = {}
    for table in TABLES.values():
        rows = everything[table.name]
        if table.root != "all":
            under = roots[table.root]
            rows = {key: row for key, row in rows.items() if row[table.root_column] in under}
        found[table.name] = rows
    return found


def visible_rows(database: Database, agent_id: str) -> Everything:
    """What an agent may see, by what the contacts themselves say: the reference rows, the contacts
    of their teams and their own, and every customer they ever had a contact with."""
    with database.read() as session:
        teams = session.scalars(
            select(Membership.team_id).where(Membership.agent_id == agent_id, Membership.active)
        )
        audiences = {*teams, agent_id}
        contacts = {
            contact.id
            for contact in session.scalars(select(Contact))
            if audiences_of(contact) & audiences
        }
        customers = set(
            session.scalars(
                select(Share.root_id).where(
                    Share.root_kind == "customer", Share.audience_id.in_(audiences), ~Share.gone
                )
            )
        )
    visible = of_roots(server_rows(database), contacts, customers)
    for row in visible["contact"].values():
        assert row["customer_id"] in customers, "a contact without its customer"
    return visible


def clear(database: Database) -> None:
    """Take every row out that travels or follows from an action: a new beginning, without the cost
    of a new database."""
    with database.write() as session:
        for table in Base.metadata.tables.values():
            if table.name in stamps.stamped_tables() or table.name in _FOLLOWING:
                session.execute(delete(table))


_FOLLOWING = ("receipt", "job", "arrival", "blob", "upload")


def newest(database: Database) -> int:
    """The highest revision on any row."""
    with database.read() as session:
        return stamps.newest(session)


def drafts_of(replica: Replica) -> str:
    """Everything that waits in this desk's composers, in one text."""
    with replica.store.reading() as connection:
        found = connection.execute("SELECT text FROM mine.draft").fetchall()
    return "\n".join(row[0] for row in found) + "\n"
