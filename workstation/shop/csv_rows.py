"""CSV with a header: comma, semicolon or tab; one bad row never takes the next ones with it."""

import csv
from collections.abc import Collection, Iterator

from workstation.shop.records import FileRefused, RawRow, Rejection
from workstation.shop.source import Mark, Source

ROW_LIMIT = 1 << 20
"""Bytes of one row, and so of one field."""
ROW_LINES = 1000
"""Lines that one row may run over inside quotes."""
COLUMNS_LIMIT = 500
SHOWN = 500
_DELIMITERS = ",;\t"


class _TooLong(Exception):
    pass


class _Lines:
    """Feeds lines to the csv reader, and remembers where the row at hand began."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.begin()

    def begin(self) -> None:
        self.first_line = self._source.line + 1
        self.after_first: Mark | None = None
        self.shown = ""
        self._bytes = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._source.read_line(ROW_LIMIT)
        if line is None:
            raise StopIteration
        if self.after_first is None:
            self.after_first = self._source.mark()
        self._bytes += len(line)
        text = line.decode("utf-8", "surrogateescape")
        if len(self.shown) < SHOWN:
            self.shown += text[:SHOWN]
        if self._bytes > ROW_LIMIT or self._source.line - self.first_line >= ROW_LINES:
            raise _TooLong
        return text


def column_name(written: str) -> str:
    """ "Item Group ID", "item-group-id" and "g:item_group_id" are one column."""
    name = written.strip().lower().removeprefix("g:")
    return "_".join(name.replace("-", " ").replace("_", " ").split())


def csv_rows(
    source: Source, *, required: Collection[str], optional: Collection[str]
) -> Iterator[RawRow | Rejection]:
    """Every row after the header, by column. The delimiter is the one that makes the header name
    the most columns we know."""
    csv.field_size_limit(max(csv.field_size_limit(), 2 * ROW_LIMIT))
    lines = _Lines(source)
    names, delimiter = _header(source, lines, {*required, *optional})
    missing = [column for column in required if column not in names]
    if missing:
        raise FileRefused(
            f"{source.path.name} has no column {', '.join(missing)}. It has {', '.join(names)}."
        )
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin()
        try:
            values = next(reader, None)
        except (csv.Error, _TooLong) as problem:
            yield Rejection(lines.first_line, _reason(problem), _clean(lines.shown))
            assert lines.after_first is not None, "only a line that was read can be wrong"
            source.back_to(lines.after_first)
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        if values is None:
            return
        if not values:
            continue
        yield _row(lines, names, values)


def _row(lines: _Lines, names: list[str], values: list[str]) -> RawRow | Rejection:
    shown = _clean(lines.shown)
    if len(values) < len(names) or any(values[len(names) :]):
        reason = f"has {len(values)} fields where the header has {len(names)}"
        return Rejection(lines.first_line, reason, shown)
    for name, value in zip(names, values, strict=False):
        if not value.isascii() and _undecoded(value):
            return Rejection(lines.first_line, f"{name} is not UTF-8", shown)
    return RawRow(lines.first_line, shown, dict(zip(names, values, strict=False)))


def _undecoded(text: str) -> bool:
    """Bytes that are no UTF-8 come through decoding as U+DC80 to U+DCFF."""
    return any("\udc80" <= character <= "\udcff" for character in text)


def _header(source: Source, lines: _Lines, known: Collection[str]) -> tuple[list[str], str]:
    name = source.path.name
    try:
        header = next(lines, "")
    except _TooLong:
        raise FileRefused(f"{name}: its first line is too long to be a header.") from None
    if "\x00" in header:
        raise FileRefused(f"{name} is not UTF-8 text. Save it as CSV in UTF-8 and import that.")
    if _undecoded(header):
        raise FileRefused(f"{name}: its header is not UTF-8. Save the file in UTF-8.")
    if "\r" in header.rstrip("\r\n"):
        raise FileRefused(f"{name}: its lines end in CR alone. Save it with LF or CR LF.")
    best: tuple[list[str], str] = ([], ",")
    for delimiter in _DELIMITERS:
        try:
            found = next(csv.reader([header], delimiter=delimiter, strict=True), [])
        except csv.Error:
            continue
        names = [column_name(written) for written in found]
        if len(set(names) & set(known)) > len(set(best[0]) & set(known)):
            best = (names, delimiter)
    names = best[0]
    if not names:
        raise FileRefused(
            f"{name}: its first line names none of the columns {', '.join(sorted(known))}."
        )
    if len(names) > COLUMNS_LIMIT:
        raise FileRefused(f"{name} has more than {COLUMNS_LIMIT} columns.")
    twice = sorted({column for column in names if column and names.count(column) > 1})
    if twice:
        raise FileRefused(f"{name} has the column {twice[0]} twice.")
    return best


def _reason(problem: Exception) -> str:
    if isinstance(problem, _TooLong):
        return (
            f"runs over {ROW_LIMIT:,} bytes or {ROW_LINES:,} lines:"
            " probably a quote that is not closed"
        )
    said = str(problem)
    if "unexpected end" in said:
        return "has a quote that is not closed"
    if "expected after" in said:
        return "has a quote inside a quoted field; write it twice"
    return f"is not CSV: {said}"


def _clean(shown: str) -> str:
    """How the row looked, without what no report can hold."""
    return shown[:SHOWN].rstrip("\r\n").encode("utf-8", "replace").decode("utf-8")
