"""Import as Python does it, without PySide's look into the source of every module.

PySide takes the place of `import` to offer `from __feature__ import …`. After each module that is
loaded, its own or not, it reads the module's source to see whether that names PySide, and
Python's `linecache` keeps the lines: up to 22 MiB, and some 7 % of the time to the first paint. The
desk asks for no such feature.
"""

import builtins


def import_plainly() -> None:
    """Load Qt's core, which brings the look, and put back what it took the place of."""
    import PySide6.QtCore  # noqa: F401 - loaded for what it does to `import`

    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
