"""A file on its way in: its bytes line by line, how far we are, and whether it is UTF-8 at all."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

from workstation.shop.records import FileRefused

_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"\x1f\x8b": "gzip",
    b"PK\x03\x04": "a zip archive or a spreadsheet",
}
_CHUNK = 1 << 16


class Mark(NamedTuple):
    """A place between two lines: bytes from the start, and how many lines lie before it."""

    offset: int
    line: int


class Source:
    """A file opened for reading once, front to back, with a step back when a row turns out bad.

    `position` is how many bytes have been read, of `size`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.position = 0
        self.line = 0
        self._line_start = 0
        self._file: BinaryIO | None = None
        try:
            self.size = path.stat().st_size
        except OSError as problem:
            raise FileRefused(f"{path.name}: {problem.strerror or problem}") from problem

    def __enter__(self) -> Self:
        try:
            self._file = self.path.open("rb")
            start = self._file.read(4)
        except OSError as problem:
            raise FileRefused(f"{self.path.name}: {problem.strerror or problem}") from problem
        for bom, name in _OTHER_BOMS.items():
            if start.startswith(bom):
                self._file.close()
                raise FileRefused(
                    f"{self.path.name} is {name}. Save it as text in UTF-8 and import that."
                )
        self._go(len(_BOM) if start.startswith(_BOM) else 0, 0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    @property
    def _open(self) -> BinaryIO:
        assert self._file is not None, "a source is opened by `with`"
        return self._file

    def _go(self, offset: int, line: int) -> None:
        self._open.seek(offset)
        self.position = offset
        self.line = line

    def mark(self) -> Mark:
        return Mark(self.position, self.line)

    def back_to(self, mark: Mark) -> None:
        self._go(*mark)

    def peek(self) -> bytes:
        """The first bytes from here on, without moving."""
        start = self._open.read(4096)
        self._open.seek(self.position)
        return start

    def read_line(self, limit: int) -> bytes | None:
        """The next line with its end; None after the last. A longer line than `limit` bytes is
        passed over and comes back cut to `limit` + 1 bytes."""
        line = self._open.readline(limit + 1)
        if not line:
            return None
        self.line += 1
        self.position += len(line)
        if len(line) > limit and not line.endswith(b"\n"):
            rest = self._open.readline(_CHUNK)
            while rest:
                self.position += len(rest)
                if rest.endswith(b"\n"):
                    break
                rest = self._open.readline(_CHUNK)
        return line

    def chunks(self) -> Iterator[bytes]:
        """What follows, in pieces."""
        while chunk := self._open.read(_CHUNK):
            self.position += len(chunk)
            yield chunk
