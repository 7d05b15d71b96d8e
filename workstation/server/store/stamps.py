"""Triggers that stamp a row's revision, so that no writer can forget to.

PostgreSQL commits out of order, so a sequence would skip: a row carries the id of the transaction
that wrote it, and readers stop below the oldest one still open. SQLite has one writer at a time,
so a counter in the same transaction does.
"""

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from workstation.models import Share
from workstation.wire.tables import TABLES

_NOW_POSTGRESQL = "pg_current_xact_id()::text::bigint"
_NOW_SQLITE = "(SELECT rev FROM feed_clock)"


def stamped_tables() -> tuple[str, ...]:
    """The tables whose rows carry a revision."""
    return (*TABLES, Share.__tablename__)


def statements(dialect: str, tables: tuple[str, ...]) -> list[str]:
    """The DDL that makes the triggers, for "postgresql" or "sqlite"."""
    if dialect == "postgresql":
        return [
            "CREATE OR REPLACE FUNCTION stamp_revision() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN NEW.rev := {_NOW_POSTGRESQL}; RETURN NEW; END $$",
            *(
                f"CREATE OR REPLACE TRIGGER stamp_{name} BEFORE INSERT OR UPDATE ON {name} "
                "FOR EACH ROW EXECUTE FUNCTION stamp_revision()"
                for name in tables
            ),
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS stamp_{name}_{verb} AFTER {verb} ON {name} "
        f"WHEN NEW.rev <> {_NOW_SQLITE} BEGIN "
        f"UPDATE {name} SET rev = {_NOW_SQLITE} WHERE rowid = NEW.rowid; END"
        for name in tables
        for verb in ("insert", "update")
    ]


def install(connection: Connection) -> None:
    for statement in statements(connection.dialect.name, stamped_tables()):
        connection.exec_driver_sql(statement)


def newest(session: Session) -> int:
    """The highest revision on any row."""
    highest = " UNION ALL ".join(
        f"SELECT coalesce(max(rev), 0) AS rev FROM {name}" for name in stamped_tables()
    )
    return int(session.execute(text(f"SELECT max(rev) FROM ({highest}) AS stamped")).scalar_one())


def restamp(session: Session) -> None:
    """Give every row the revision of this transaction."""
    for name in stamped_tables():
        session.execute(text(f"UPDATE {name} SET rev = 0"))
