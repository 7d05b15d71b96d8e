"""Ids are made by whoever creates a thing: UUIDv7 text, so they sort by time of creation."""

import os
import re
import threading
import time
from hashlib import sha1

_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""The name space of URLs (RFC 9562, 6.6), without loading the uuid module at the desk's start."""
_ID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")
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
    return _text(value | 0x2 << 62 | random62)


def id_for(source: str, key: str, *, at: int | None = None) -> str:
    """The same id for the same thing of another system, so that importing twice changes nothing.

    With `at` (milliseconds) the id carries that time like a UUIDv7 and sorts by it.
    """
    name = f"workstation:{source}:{key}".encode()
    # A version 5 UUID, without the detour over UUID objects: samples make millions.
    derived = int.from_bytes(sha1(_NAMESPACE + name, usedforsecurity=False).digest()[:16])
    version = 0x5
    if at is not None:
        derived = (max(at, 0) & ((1 << 48) - 1)) << 80 | derived & ((1 << 80) - 1)
        version = 0x7
    value = derived & ~(0xF << 76) & ~(0x3 << 62) | version << 76 | 0x2 << 62
    return _text(value)


def _text(value: int) -> str:
    """128 bits as the 36 characters of a UUID."""
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def is_id(given: str) -> bool:
    """Whether somebody else's text is written as our ids are."""
    return _ID.fullmatch(given) is not None


def time_of(identifier: str) -> int:
    """The milliseconds a UUIDv7 carries."""
    return int(identifier[:8] + identifier[9:13], 16)
