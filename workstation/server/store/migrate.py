"""Bringing a database up to date when an office opens on it."""

from sqlalchemy import Connection, inspect, text

from workstation.server.store.database import Database

HEAD = "0003"
"""The newest step in `server/migrations/versions`."""
_LOCK = 7_233_904_118
"""Whoever holds this advisory lock migrates; the others wait and find it done."""


class NewerError(Exception):
    """The database is at a step that this program does not know: a newer one took it."""


def prepare(database: Database) -> None:
    """Every table there and up to date, and the feed's clock sound. Safe when several processes
    start at once. Raises `NewerError`."""
    upgrade(database)
    database.check_clock()


def upgrade(database: Database) -> None:
    """Take every step that this database has not taken, all in one transaction."""
    with database.engine.connect() as connection:
        connection = connection.execution_options(writes=True)
        with connection.begin():
            if database.is_postgresql:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            if not _is_current(connection):
                _migrate(connection)


def _is_current(connection: Connection) -> bool:
    known = inspect(connection)
    if not known.has_table("alembic_version"):
        # Made whole by `Database.create`, which always makes the newest.
        return known.has_table("feed_clock")
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version == HEAD


def _migrate(connection: Connection) -> None:
    from alembic import command  # takes a while, and is rarely needed
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", "workstation.server:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerError from error
