"""One file from start to end: read, write in batches, report what is rejected, remember how far."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from workstation.shop import checkpoint as checkpoints
from workstation.shop.checkpoint import Checkpoint
from workstation.shop.kinds import Kind, rows_of, weight_of
from workstation.shop.port import Writer
from workstation.shop.records import Rejection, Row
from workstation.shop.report import Report
from workstation.shop.source import Source

BATCH = 500
"""About how many rows of the office one transaction writes: a writer keeps others waiting."""
LOOK = 2000
"""Rows between two words of progress while nothing is written."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far an import is. `position` and `size` are bytes of the file; `seconds` is this run."""

    path: Path
    position: int
    size: int
    rows: int
    seconds: float
    resumed_at: int
    new: int
    changed: int
    same: int
    rejected: int

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return 1.0 if self.size == 0 else min(1.0, self.position / self.size)

    @property
    def rows_a_second(self) -> float:
        return (self.rows - self.resumed_at) / self.seconds if self.seconds > 0 else 0.0


Watcher = Callable[[Progress], None]
Rest = Callable[[float], None]


def report_of(path: Path, beside: Path | None = None) -> Path:
    """Where the rejected rows of a file are listed."""
    return (beside or path.parent) / f"{path.name}.rejected.csv"


def checkpoint_of(path: Path, beside: Path | None = None) -> Path:
    return (beside or path.parent) / f"{path.name}.progress.json"


def import_file(
    kind: Kind,
    path: Path,
    writer: Writer,
    *,
    target: str,
    watch: Watcher = lambda progress: None,
    beside: Path | None = None,
    fresh: bool = False,
    rest: Rest | None = None,
) -> Progress:
    """Import one file; returns what was done. Raises `FileRefused` when none of it can be read.

    `target` says where to, so that a checkpoint is not taken for another database's. `beside` is
    the folder for report and checkpoint, when the file's own folder should stay as it is.
    `fresh` begins anew even where an earlier run stopped halfway. `rest` is called after each
    batch, with the seconds that it took: a place to leave room for others.
    """
    with Source(path) as source:
        run = _Run(
            kind, source, writer, target=target, watch=watch, beside=beside, fresh=fresh, rest=rest
        )
        try:
            return run.all()
        finally:
            run.close()


class _Run:
    def __init__(
        self,
        kind: Kind,
        source: Source,
        writer: Writer,
        *,
        target: str,
        watch: Watcher,
        beside: Path | None,
        fresh: bool,
        rest: Rest | None,
    ) -> None:
        self._kind = kind
        self._source = source
        self._writer = writer
        self._watch = watch
        self._rest = rest
        self._checkpoint_path = checkpoint_of(source.path, beside)
        self._report = Report(report_of(source.path, beside))
        known = checkpoints.fingerprint(source.path, kind=kind.name, target=target)
        self._done = (
            Checkpoint(fingerprint=known)
            if fresh
            else checkpoints.load(self._checkpoint_path, known)
        )
        self._resumed_at = self._done.rows
        self._report.resume_at(self._done.report)
        self._started = monotonic()
        self._waiting: list[Row] = []
        self._weight = 0
        self._rejected: list[Rejection] = []

    def all(self) -> Progress:
        rows = 0
        for rows, row in enumerate(rows_of(self._kind, self._source), start=1):
            if rows <= self._resumed_at:
                if rows % LOOK == 0:
                    self._tell(rows)
                continue
            if isinstance(row, Row):
                self._waiting.append(row)
                self._weight += weight_of(row.record)
            else:
                self._rejected.append(row)
            if self._weight + len(self._rejected) >= BATCH:
                self._write(rows)
        self._write(rows)
        self._checkpoint_path.unlink(missing_ok=True)
        return self._progress(rows)

    def close(self) -> None:
        self._report.close()

    def _write(self, rows: int) -> None:
        """The batch, then the report, then the checkpoint: each leans on the one before."""
        began = monotonic()
        done = self._done
        if self._waiting:
            written = self._writer.write(self._waiting)
            self._rejected.extend(written.rejected)
            done = replace(
                done,
                new=done.new + written.new,
                changed=done.changed + written.changed,
                same=done.same + written.same,
            )
        self._rejected.sort(key=lambda rejection: rejection.line)
        self._report.add(self._rejected)
        self._done = replace(
            done,
            rows=max(rows, done.rows),
            rejected=done.rejected + len(self._rejected),
            report=self._report.flush(),
        )
        checkpoints.save(self._checkpoint_path, self._done)
        self._waiting = []
        self._weight = 0
        self._rejected = []
        self._tell(rows)
        if self._rest is not None:
            self._rest(monotonic() - began)

    def _progress(self, rows: int) -> Progress:
        return Progress(
            path=self._source.path,
            position=self._source.position,
            size=self._source.size,
            rows=rows,
            seconds=monotonic() - self._started,
            resumed_at=self._resumed_at,
            new=self._done.new,
            changed=self._done.changed,
            same=self._done.same,
            rejected=self._done.rejected,
        )

    def _tell(self, rows: int) -> None:
        self._watch(self._progress(rows))
