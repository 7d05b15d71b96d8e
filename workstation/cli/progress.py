"""Saying how far a long piece of work is: one line that moves on a terminal, now and then a line
in a log."""

import shutil
import sys
import time
from typing import TextIO

OFTEN = 0.1
SELDOM = 5.0


class Progress:
    """`say` may be called as often as one likes; only what somebody can read is written."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = sys.stderr if out is None else out
        self._moving = self._out.isatty()
        self._said_at = time.monotonic()
        self._dirty = False

    def say(self, line: str) -> None:
        """How far it is now."""
        now = time.monotonic()
        if now - self._said_at < (OFTEN if self._moving else SELDOM):
            return
        self._said_at = now
        if self._moving:
            width = shutil.get_terminal_size().columns - 1
            self._out.write(f"\r{line[:width]:<{width}}")
            self._dirty = True
        else:
            self._out.write(f"{line}\n")
        self._out.flush()

    def done(self, line: str) -> None:
        """The last word on it, always written, on a line of its own."""
        self.clear()
        self._out.write(f"{line}\n")
        self._out.flush()

    def clear(self) -> None:
        """Take the moving line away, before something else is written."""
        if self._dirty:
            width = shutil.get_terminal_size().columns - 1
            self._out.write(f"\r{'':<{width}}\r")
            self._dirty = False
