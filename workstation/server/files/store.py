"""Content on disk under its SHA-256: whole or not there at all, also after a power cut."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from workstation.models import new_id

_PIECE = 1 << 20


class FileStore:
    """`folder` is shared by every process of an office."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._arriving = folder / "arriving"
        self._arriving.mkdir(parents=True, exist_ok=True)

    def path(self, sha256: str) -> Path:
        """Where this content is, when it is here. `sha256` must be 64 hexadecimal digits."""
        return self._folder / sha256[:2] / sha256[2:4] / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def read(self, sha256: str) -> bytes | None:
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def keep(self, content: bytes) -> str:
        """Store it, durably; its SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self.has(sha256):
            arriving = self.arriving(new_id())
            arriving.write_bytes(content)
            self.settle(arriving, sha256)
        return sha256

    def arriving(self, upload_id: str) -> Path:
        """Where the pieces of an upload are gathered."""
        return self._arriving / upload_id

    def forget_pieces(self, *, before: float) -> None:
        """Remove what came of uploads that nobody touched since (seconds since the epoch)."""
        for path in self._arriving.iterdir():
            with suppress(FileNotFoundError):  # it has just arrived whole
                if path.stat().st_mtime < before:
                    path.unlink()

    def settle(self, arriving: Path, sha256: str) -> None:
        """Move what has arrived, and was checked, to its place."""
        with arriving.open("rb") as file:
            os.fsync(file.fileno())
        final = self.path(sha256)
        final.parent.mkdir(parents=True, exist_ok=True)
        arriving.replace(final)
        _sync_folder(final.parent)


def sha256_of(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # there a rename is durable by itself, and a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
