"""What a replay has sent, kept beside its file, so that one that was stopped can go on."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workstation.models import new_id


class Journal:
    """`run` tells this replay's messages from those of an earlier one of the same file; `sent`
    holds the ids of what was sent. `file` is the recording's fingerprint."""

    def __init__(self, path: Path, *, file: str, fresh: bool = False) -> None:
        self._path = path
        self.run = f"replay-{new_id()}"
        self.sent: set[str] = set()
        lines = [] if fresh else _lines(path)
        if lines and lines[0].get("file") == file:
            self.run = str(lines[0]["run"])
            self.sent = {str(sent) for line in lines[1:] for sent in line["sent"]}
        self._begin(file)

    def add(self, ids: Iterable[str]) -> None:
        """Note it. What is noted too late, after a kill, is posted again under the same id."""
        new = list(ids)
        self.sent.update(new)
        with self._path.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps({"sent": new}) + "\n")

    def finish(self) -> None:
        """All was sent: the next replay is a new one."""
        self._path.unlink(missing_ok=True)

    def _begin(self, file: str) -> None:
        """Whole or not at all, so that a kill never makes another run of this one."""
        lines = [{"file": file, "run": self.run}, {"sent": sorted(self.sent)}]
        new = self._path.with_name(self._path.name + ".new")
        new.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        new.replace(self._path)


def _lines(path: Path) -> list[dict[str, Any]]:
    """Every whole line; the last one may have been cut short."""
    found: list[dict[str, Any]] = []
    try:
        written = path.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return []
    for line in written[:-1]:
        try:
            found.append(json.loads(line))
        except ValueError:
            return found
    return found
