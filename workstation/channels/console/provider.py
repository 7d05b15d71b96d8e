"""The console's provider: keeps what it was asked to send, so that simulated customers can answer.

Entries are lines of a file, shared by all processes of an office and bounded: at most two files of
`KEPT` bytes. A reader's place is the number of bytes ever written before it.
"""

import json
from pathlib import Path
from typing import Any

from filelock import FileLock

KEPT = 32 << 20


class Provider:
    def __init__(self, folder: Path, *, kept: int = KEPT) -> None:
        self._folder = folder
        self._kept = kept
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(folder / "lock")

    def take(self, entry: dict[str, Any]) -> None:
        """Keep one message, in one piece also when this process is killed meanwhile."""
        line = json.dumps(entry, separators=(",", ":")).encode() + b"\n"
        with self._lock:
            starts = self._starts()
            start = starts[-1] if starts else 0
            path = self._path(start)
            size = path.stat().st_size if starts else 0
            if size >= self._kept:
                start, size = start + size, 0
                path = self._path(start)
                for old in starts[:-1]:
                    self._path(old).unlink()
            with path.open("ab", buffering=0) as file:
                if size and not self._ends_whole(path, size):
                    line = b"\n" + line
                file.write(line)

    def after(self, place: int, limit: int = 500) -> tuple[list[dict[str, Any]], int]:
        """What was sent after `place`, and the place after that. 0 is the oldest still kept."""
        with self._lock:
            starts = self._starts()
            found: list[dict[str, Any]] = []
            place = max(place, starts[0] if starts else 0)
            for start in starts:
                path = self._path(start)
                if start + path.stat().st_size <= place:
                    continue
                with path.open("rb") as file:
                    file.seek(max(place - start, 0))
                    for line in file:
                        if len(found) == limit or not line.endswith(b"\n"):
                            return found, place
                        place += len(line)
                        try:
                            found.append(json.loads(line))
                        except ValueError:  # cut short by a kill, then closed by the next line
                            continue
            return found, place

    def _starts(self) -> list[int]:
        return sorted(int(path.stem) for path in self._folder.glob("*.jsonl"))

    def _path(self, start: int) -> Path:
        return self._folder / f"{start:020d}.jsonl"

    @staticmethod
    def _ends_whole(path: Path, size: int) -> bool:
        with path.open("rb") as file:
            file.seek(size - 1)
            return file.read(1) == b"\n"
