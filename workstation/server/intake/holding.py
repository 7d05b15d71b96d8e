"""Holding names still, so that two processes that know of the same thing come one after the other.

A message and news about it may be taken in at the same moment by two processes: each looks for what
the other is about to write. Whoever comes second finds it.
"""

from collections.abc import Collection

from sqlalchemy import text
from sqlalchemy.orm import Session

MOST = 1_000
"""Names held one by one. PostgreSQL has room for some thousands of locks in all: who needs more
holds everything."""
_EVERYTHING = 5_114_902_337
_SOME = text(
    "SELECT count(pg_advisory_xact_lock(held)) FROM ("
    f"SELECT pg_advisory_xact_lock_shared({_EVERYTHING}) AS nothing, held FROM ("
    "SELECT DISTINCT hashtextextended(name, 0) AS held "
    "FROM unnest(CAST(:names AS text[])) AS given(name) ORDER BY held) AS ordered) AS locked"
)
_ALL = text(f"SELECT pg_advisory_xact_lock({_EVERYTHING})")


def hold(session: Session, names: Collection[str]) -> None:
    """Let nobody else hold any of these until the transaction ends. Once in a transaction, with
    everything it needs: then nobody waits in a circle."""
    if not names or session.get_bind().dialect.name != "postgresql":
        return  # SQLite has one writer
    if len(names) > MOST:
        session.execute(_ALL)
    else:
        session.execute(_SOME, {"names": list(names)})
