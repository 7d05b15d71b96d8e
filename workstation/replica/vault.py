"""Opening the desk's two encrypted files, and saying what is wrong in words.

`replica.db` is memory that the server can give again: it is thrown away when it is damaged or its
form changed. `mine.db` holds what only this desk has: outbox, drafts, files on their way, the
sign-in. Each connection sees both. They never commit together: what must survive is written to
`mine.db` first.
"""

import contextlib
import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import sqlcipher3.dbapi2

from workstation.replica.errors import BadLuck, DiskFull, ReplicaDamaged, ReplicaReadOnly

Connection: TypeAlias = sqlite3.Connection
"""For the types only: sqlcipher3 has the standard library's shape, and no types of its own."""

sqlite: Any = sqlcipher3.dbapi2

REPLICA = "replica.db"
MINE = "mine.db"

_CORRUPT = ("malformed", "not a database", "disk i/o error", "corrupt", "hmac check failed")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)
_READ_ONLY = ("readonly", "read-only", "unable to open", "permission denied")


def connect(folder: Path, key: bytes) -> Connection:
    """A connection to both files, each made when it is not there. Raises `BadLuck`."""
    if len(key) != 32:
        raise ValueError("the key must be 32 bytes")
    raw = f"x'{key.hex()}'"
    with explained(folder):
        connection: Connection = sqlite.connect(
            str(folder / REPLICA), check_same_thread=False, isolation_level=None, timeout=30
        )
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{raw}"')
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # the server can give it again
        connection.execute("ATTACH DATABASE ? AS mine KEY ?", (str(folder / MINE), raw))
        connection.execute("PRAGMA mine.journal_mode = WAL")
        connection.execute("PRAGMA mine.synchronous = FULL")  # nobody can give this again
        connection.execute("PRAGMA cache_size = -2000")
        connection.execute("PRAGMA mine.cache_size = -1000")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("SELECT count(*) FROM main.sqlite_master").fetchone()
        connection.execute("SELECT count(*) FROM mine.sqlite_master").fetchone()
    return connection


@contextlib.contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into `BadLuck` that a person can act on."""
    try:
        yield
    except (sqlite.DatabaseError, OSError, MemoryError) as error:
        said = _explain(error, folder)
        if said is None:
            raise
        raise said from error


def _explain(error: Exception, folder: Path) -> BadLuck | None:
    text = str(error).lower()
    if "full" in text or getattr(error, "errno", None) in _NO_ROOM:
        return DiskFull("disk_full", folder=str(folder))
    if any(word in text for word in _READ_ONLY) or (
        isinstance(error, OSError) and error.errno in _NO_RIGHT
    ):
        return ReplicaReadOnly("read_only", folder=str(folder))
    if "disk i/o error" in text and not _may_grow(folder):
        return DiskFull("disk_full", folder=str(folder))
    if any(word in text for word in _CORRUPT) or isinstance(error, MemoryError):
        return ReplicaDamaged("damaged", folder=str(folder))
    return None


def _may_grow(folder: Path) -> bool:
    """Whether the system lets a file here grow beyond the largest there is. SQLite calls a spent
    quota an I/O error, which would pass for a damaged file."""
    probe = folder / "probe.new"
    try:
        largest = max((path.stat().st_size for path in folder.iterdir()), default=0)
        with probe.open("wb") as file:
            if os.name == "posix":  # elsewhere the hole before it would be filled
                file.seek(largest)
            file.write(b"\0" * (1 << 16))
    except OSError as error:
        return error.errno not in _NO_ROOM
    finally:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)
    return True


@contextlib.contextmanager
def writing(connection: Connection, folder: Path) -> Iterator[Connection]:
    """One writing transaction. Rolled back when anything goes wrong."""
    with explained(folder):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def throw_away(folder: Path) -> None:
    """Remove the memory, so that it is fetched again. Outbox and drafts stay."""
    with explained(folder):
        for name in (REPLICA, f"{REPLICA}-wal", f"{REPLICA}-shm"):
            (folder / name).unlink(missing_ok=True)


def mine_is_readable(folder: Path, key: bytes) -> bool:
    """Whether `mine.db` is whole, or not there yet."""
    path = folder / MINE
    if not path.exists():
        return True
    try:
        with contextlib.closing(sqlite.connect(str(path))) as connection:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite.DatabaseError:
        return False
    return bool(found and found[0] == "ok")


def set_aside(folder: Path, why: str) -> Path | None:
    """Move `mine.db` out of the way ("damaged", "of-another"), never delete it. Where it went."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    name, number = f"mine-{why}-{stamp}.db", 1
    while (folder / name).exists():
        number += 1
        name = f"mine-{why}-{stamp}-{number}.db"
    aside = folder / name
    with explained(folder):
        for suffix in ("", "-wal", "-shm"):
            source = folder / f"{MINE}{suffix}"
            if source.exists():
                source.replace(folder / f"{name}{suffix}")
    return aside if aside.exists() else None
