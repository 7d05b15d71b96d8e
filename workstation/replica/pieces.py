"""A piece of a file as it is sent: it says how much of it has left, and may be stopped within."""

from collections.abc import Callable, Iterator

Told = Callable[[int, int], None]
"""How many bytes of how many; raises `Stopped` to have it end here."""


class Piece:
    """What a request takes for an open file. `told` counts from the beginning of the file."""

    def __init__(self, content: bytes, start: int, length: int, told: Told | None = None) -> None:
        self._start = start
        self._content = memoryview(content)[start : start + length]
        self._whole = len(content)
        self._told = told
        self._at = 0

    def __len__(self) -> int:
        return len(self._content)

    def __iter__(self) -> Iterator[bytes]:
        while part := self.read(1 << 14):
            yield part

    def tell(self) -> int:
        return self._at

    def again(self) -> "Piece":
        """From its beginning, as for a second try."""
        self._at = 0
        return self

    def read(self, size: int = -1) -> bytes:
        if self._told is not None:
            self._told(self._start + self._at, self._whole)
        end = len(self._content) if size < 0 else self._at + size
        part = bytes(self._content[self._at : end])
        self._at += len(part)
        return part
