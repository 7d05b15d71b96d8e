"""JSON Lines: one object a line becomes one row; a bad line is rejected and the next one read."""

import json
from collections.abc import Iterator
from typing import Any

from workstation.shop.records import RawRow, Rejection
from workstation.shop.source import Source

LINE_LIMIT = 16 << 20
"""Bytes of one line: a long conversation fits, a file that forgot its line ends does not."""
SHOWN = 500


class _Twice(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two values under one name: nobody can know which was meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Twice(f"has {twice[:40]!r} twice")
    return found


def _no_constant(name: str) -> Any:
    raise _Twice(f"has {name}, which is not JSON")


def json_rows(source: Source) -> Iterator[RawRow | Rejection]:
    while (line := source.read_line(LINE_LIMIT)) is not None:
        number = source.line
        if len(line) > LINE_LIMIT:
            yield Rejection(number, f"is longer than {LINE_LIMIT:,} bytes", _shown(line[:SHOWN]))
            continue
        if not line.strip():
            continue
        yield _row(number, line)


def _row(number: int, line: bytes) -> RawRow | Rejection:
    shown = _shown(line)
    try:
        text = line.rstrip(b"\r\n").decode("utf-8")
    except UnicodeDecodeError as problem:
        return Rejection(number, f"is not UTF-8 at byte {problem.start + 1}", shown)
    try:
        values = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        return Rejection(number, f"is not JSON: {problem.msg} (column {problem.colno})", shown)
    except RecursionError:
        return Rejection(number, "is nested too deeply", shown)
    except _Twice as problem:
        return Rejection(number, str(problem), shown)
    except ValueError:
        return Rejection(number, "has a number that is too long", shown)
    if not isinstance(values, dict):
        return Rejection(number, "is JSON, but not an object", shown)
    return RawRow(number, shown, values)


def _shown(line: bytes) -> str:
    return line[:SHOWN].decode("utf-8", "replace").rstrip("\r\n")
