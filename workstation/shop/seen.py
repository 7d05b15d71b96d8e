"""The keys a file has named so far, in 14 to 28 bytes each, so that a second one is noticed."""

from array import array
from hashlib import blake2b


class Seen:
    """A set that only grows. It keeps 64-bit digests, open-addressed in one array: among twenty
    million keys the chance of taking a new one for an old one is one in a hundred thousand."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * 1024))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, key: str) -> bool:
        """Whether the key is new."""
        digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        value = int.from_bytes(digest) or 1
        if not self._put(self._slots, value):
            return False
        self._count += 1
        if self._count * 5 > len(self._slots) * 3:
            larger = array("Q", bytes(16 * len(self._slots)))
            for value in self._slots:
                if value:
                    self._put(larger, value)
            self._slots = larger
        return True

    @staticmethod
    def _put(slots: "array[int]", value: int) -> bool:
        last = len(slots) - 1
        place = value & last
        while slots[place]:
            if slots[place] == value:
                return False
            place = (place + 1) & last
        slots[place] = value
        return True
