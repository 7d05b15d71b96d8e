"""Ids are made by whoever creates a thing: UUIDv7 text, so they sort by time of creation."""

import os
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0


def now_ms() -> int:
    """The machine's clock, in milliseconds since 1970-01-01 UTC: the unit of every time."""
    return time.time_ns() // 1_000_000


def new_id(at: int | None = None) -> str:
    """A UUIDv7 (RFC 9562) as 36 characters of lower-case text.

    `at` is the moment in milliseconds since the epoch; without it, now. Ids made in one
    process without `at` increase strictly, also within a millisecond: the 12 bits after the
    version hold a counter that borrows from the clock when it runs over.
    """
    global _last
    if at is None:
        with _lock:
            tick = max(now_ms() << 12, _last + 1)
            _last = tick
    else:
        tick = (at << 12) | (int.from_bytes(os.urandom(2)) & 0xFFF)
    random62 = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    value = ((tick >> 12) & ((1 << 48) - 1)) << 80 | 0x7 << 76 | (tick & 0xFFF) << 64
    return str(uuid.UUID(int=value | 0x2 << 62 | random62))


def id_for(source: str, key: str, *, at: int | None = None) -> str:
    """The same id for the same thing of another system, so that importing twice changes nothing.

    With `at` (milliseconds) the id carries that time like a UUIDv7 and sorts by it.
    """
    derived = uuid.uuid5(uuid.NAMESPACE_URL, f"workstation:{source}:{key}")
    if at is None:
        return str(derived)
    value = (max(at, 0) & ((1 << 48) - 1)) << 80 | derived.int & ((1 << 80) - 1)
    value = value & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=value))


def time_of(identifier: str) -> int:
    """The milliseconds a UUIDv7 carries."""
    return int(identifier[:8] + identifier[9:13], 16)
