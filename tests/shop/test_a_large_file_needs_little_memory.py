"""What reading a file needs does not grow with the file, but for a few bytes for each key."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from workstation.shop.kinds import KINDS, rows_of
from workstation.shop.records import Row
from workstation.shop.source import Source

ROWS = 6000
_NOTE = "x" * 1000


def _csv(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("key,name,note\n")
        file.writelines(f'{number},N,"{_NOTE}"\n' for number in range(ROWS))


def _jsonl(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(
            f'{{"key": {number}, "name": "N", "note": "{_NOTE}"}}\n' for number in range(ROWS)
        )


def _xml(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('<rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n')
        file.writelines(
            f"<item><g:id>{number}</g:id><title>N</title><g:price>1.00 EUR</g:price>"
            f"<description>{_NOTE}</description></item>\n"
            for number in range(ROWS)
        )
        file.write("</channel></rss>")


@pytest.mark.parametrize(
    ("kind", "write"),
    [("customers", _csv), ("customers", _jsonl), ("catalogue", _xml)],
    ids=["csv", "jsonl", "xml"],
)
def test_reading_streams(kind: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "large"
    write(path)
    size = path.stat().st_size
    tracemalloc.start()
    try:
        with Source(path) as source:
            taken = sum(isinstance(row, Row) for row in rows_of(KINDS[kind], source))
            assert source.position == size
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken == ROWS
    assert most < 1_000_000 + 100 * ROWS < size / 3
