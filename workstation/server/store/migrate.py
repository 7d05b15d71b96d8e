"""Bringing a database up to date when an office opens on it."""

from workstation.server.store.database import Database


def prepare(database: Database) -> None:
    """Every table there and up to date, and the feed's clock sound. Safe when several processes
    start at once."""
    database.create()
    database.check_clock()
