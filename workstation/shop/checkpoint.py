"""How far the import of a file has come, kept beside it until it is complete.

It is written after the rows are durable. Killed between the two, the next run writes those rows
once more, which changes nothing. The rows before it are read again (so that a key that comes
twice is still noticed) but not written.
"""

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

_HEAD = 1 << 16


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """`rows` counts rows and rejections of reading; `report` is the report's size in bytes."""

    fingerprint: str
    rows: int = 0
    report: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    rejected: int = 0


def fingerprint(path: Path, *, kind: str, target: str) -> str:
    """The same only for the same file going to the same place: its size, its time, its start."""
    facts = path.stat()
    with path.open("rb") as file:
        head = file.read(_HEAD)
    said = f"{kind}\n{target}\n{facts.st_size}\n{facts.st_mtime_ns}\n".encode()
    return sha256(said + head).hexdigest()


def load(path: Path, wanted: str) -> Checkpoint:
    """Where to go on; the beginning when there is no checkpoint of this very import."""
    try:
        found = Checkpoint(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Checkpoint(fingerprint=wanted)
    return found if found.fingerprint == wanted else Checkpoint(fingerprint=wanted)


def save(path: Path, checkpoint: Checkpoint) -> None:
    """Whole or not at all, whenever the machine stops."""
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as file:
        json.dump(asdict(checkpoint), file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
