"""Files on this desk: those on their way out, and those looked at, encrypted like the rest."""

import hashlib
from dataclasses import dataclass

from workstation.replica.vault import Connection

KEEP = 400 * 1024 * 1024
"""Bytes of looked-at files kept; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    sha256: str
    size: int
    media_type: str
    name: str


def keep(
    connection: Connection, content: bytes, *, media_type: str, name: str, now: int, uploaded: bool
) -> str:
    """Store a file; its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    connection.execute(
        "INSERT INTO mine.file (sha256, size, media_type, name, content, at, uploaded) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET at = excluded.at",
        (sha256, len(content), media_type, name, content, now, int(uploaded)),
    )
    if uploaded:
        _make_room(connection)
    return sha256


def read(connection: Connection, sha256: str) -> bytes | None:
    found = connection.execute(
        "SELECT content FROM mine.file WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return None if found is None else bytes(found[0])


def to_upload(connection: Connection, hashes: list[str]) -> list[Outgoing]:
    """Those of `hashes` that are here and have not arrived at the server."""
    marks = ",".join("?" * len(hashes))
    found = connection.execute(
        "SELECT sha256, size, media_type, name FROM mine.file "
        f"WHERE NOT uploaded AND sha256 IN ({marks})",
        hashes,
    )
    return [Outgoing(*row) for row in found.fetchall()]


def mark_uploaded(connection: Connection, sha256: str, *, uploaded: bool = True) -> None:
    connection.execute(
        "UPDATE mine.file SET uploaded = ? WHERE sha256 = ?", (int(uploaded), sha256)
    )


def _make_room(connection: Connection) -> None:
    total = connection.execute(
        "SELECT coalesce(sum(size), 0) FROM mine.file WHERE uploaded"
    ).fetchone()[0]
    while total > KEEP:
        oldest = connection.execute(
            "SELECT sha256, size FROM mine.file WHERE uploaded ORDER BY at LIMIT 1"
        ).fetchone()
        if oldest is None:
            return
        connection.execute("DELETE FROM mine.file WHERE sha256 = ?", (oldest[0],))
        total -= oldest[1]
