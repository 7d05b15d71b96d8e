"""Photos that visitors brought, until the office has fetched them: a folder a visitor, each file
under its SHA-256, so that bringing one twice is bringing it once and nobody can name another's."""

import hashlib
import os
import re
import time
from contextlib import suppress
from pathlib import Path

KEPT = 2 * 24 * 3600
"""Seconds that a file stays, whether or not a message came with it."""
MOST = 60
"""Files that one visitor may have in here."""
_REFERENCE = re.compile(r"[0-9a-f-]{36}/[0-9a-f]{64}")


class BoxFull(Exception):
    """This visitor has brought enough for now."""


class Box:
    """`folder` is shared by every process of an office."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, visitor_id: str, content: bytes) -> str:
        """Store it, durably; what to call it from now on. Raises BoxFull."""
        sha256 = hashlib.sha256(content).hexdigest()
        mine = self._folder / visitor_id
        if not (mine / sha256).is_file():
            mine.mkdir(parents=True, exist_ok=True)
            if sum(1 for _ in mine.iterdir()) >= MOST:
                raise BoxFull
            arriving = mine / f".{sha256}-{os.urandom(6).hex()}"
            with arriving.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            arriving.replace(mine / sha256)
        else:
            (mine / sha256).touch()
        return f"{visitor_id}/{sha256}"

    def has(self, reference: str) -> bool:
        return _REFERENCE.fullmatch(reference) is not None and self._path(reference).is_file()

    def read(self, reference: str) -> bytes | None:
        """The content; None when it is not here (any more)."""
        if _REFERENCE.fullmatch(reference) is None:
            return None
        try:
            return self._path(reference).read_bytes()
        except FileNotFoundError:
            return None

    def tidy(self, now: float | None = None) -> None:
        """Take out what is older than KEPT. `now` in seconds since the epoch, as files count."""
        before = (time.time() if now is None else now) - KEPT
        if not self._folder.is_dir():
            return
        for mine in self._folder.iterdir():
            for path in mine.iterdir():
                with suppress(FileNotFoundError):
                    if path.stat().st_mtime < before:
                        path.unlink()
            with suppress(OSError):  # unless something is in it
                mine.rmdir()

    def _path(self, reference: str) -> Path:
        visitor_id, sha256 = reference.split("/")
        return self._folder / visitor_id / sha256
