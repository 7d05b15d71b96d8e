"""Keeps Python 3.11 alive under PySide6 6.12, which gives back more of `None` than it took.

Since Python 3.12 `None` has no count of references, and PySide6 6.12 is built on that: nearly each
of its functions that returns nothing takes one reference too many away. On 3.11 the count of
`None` reaches zero within minutes of painting, and the interpreter aborts ("deallocating None").
Here `None` gets so many references that it lasts for ever, as it does from 3.12 on.
"""

import ctypes
import sys
from typing import Final

FOR_EVER: Final = 1 << 60
"""At a million a second, thirty thousand years."""


def keep_none() -> None:
    """Does nothing where Python already keeps `None` by itself."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        # True and False are given back too often as well, only more seldom: they have lasted until
        # the process ended, and then aborted it.
        for kept in (None, True, False):
            # An object begins with its reference count. One store, under the interpreter lock.
            ctypes.c_ssize_t.from_address(id(kept)).value = FOR_EVER
