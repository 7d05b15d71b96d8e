"""Read a file the way an import does, without writing it anywhere."""

from pathlib import Path

from workstation.shop.kinds import KINDS, rows_of
from workstation.shop.records import Record, Rejection, Row
from workstation.shop.source import Source


def read(kind: str, path: Path, content: str | bytes) -> list[Row | Rejection]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    with Source(path) as source:
        return list(rows_of(KINDS[kind], source))


def records(kind: str, path: Path, content: str | bytes) -> list[Record]:
    """All of it, none rejected."""
    found = []
    for row in read(kind, path, content):
        assert isinstance(row, Row), row
        found.append(row.record)
    return found


def rejections(kind: str, path: Path, content: str | bytes) -> list[tuple[int, str]]:
    rows = read(kind, path, content)
    return [(row.line, row.reason) for row in rows if isinstance(row, Rejection)]


def lines_taken(kind: str, path: Path, content: str | bytes) -> list[int]:
    return [row.line for row in read(kind, path, content) if isinstance(row, Row)]
