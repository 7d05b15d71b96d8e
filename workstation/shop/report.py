"""The report of rejected rows: a CSV file beside the imported one, written while we go."""

import csv
import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TextIO

from workstation.shop.records import Rejection

HEADER = ("line", "reason", "row")


class Report:
    """Made when the first row is rejected; gone when none is. `size` is its bytes so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: TextIO | None = None

    def resume_at(self, size: int) -> None:
        """Keep what was reported up to there; a run that was killed may have written more."""
        if size == 0 or not self.path.exists():
            self.path.unlink(missing_ok=True)
            return
        os.truncate(self.path, size)

    def add(self, rejections: Iterable[Rejection]) -> None:
        for rejection in rejections:
            if self._file is None:
                self._file = self.path.open("a", encoding="utf-8", newline="")
                if self._file.tell() == 0:
                    csv.writer(self._file).writerow(HEADER)
            csv.writer(self._file).writerow((rejection.line, rejection.reason, rejection.row))

    def flush(self) -> int:
        """On disk; returns its size in bytes."""
        if self._file is None:
            return self.path.stat().st_size if self.path.exists() else 0
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def first_of(path: Path, limit: int) -> list[Rejection]:
    """The first rejections that a report lists, to be shown at once."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = islice(csv.reader(file), 1, 1 + limit)
            return [Rejection(int(line), reason, row) for line, reason, row in rows]
    except FileNotFoundError:
        return []
