"""What threads free is used by the others.

The GNU C library gives each thread a heap of its own, and keeps there what was freed. The desk's
threads work in turns, so that most of it lay idle: 7 MiB after fifty contacts.
"""

import ctypes
import sys
from typing import Final

ARENA_MAX: Final = -8
"""The name of the limit in glibc's malloc.h."""
HEAPS: Final = 2
"""One for the thread that paints, one for all the others."""


def share_heaps() -> bool:
    """From now on no more heaps are made than these. False where the system has no such limit:
    Windows, macOS and other C libraries give memory out differently."""
    if not sys.platform.startswith("linux"):
        return False
    limit = getattr(ctypes.CDLL(None), "mallopt", None)
    return limit is not None and bool(limit(ARENA_MAX, HEAPS))
