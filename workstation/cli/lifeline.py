"""How a child process notices that its parent is gone, on every operating system.

The parent holds the other end of the child's standard input and never writes to it. When the parent
ends, however it ends, the operating system closes the pipe and the child reads its end.
"""

import argparse
import sys
import threading
from collections.abc import Callable


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--until-stdin-closes",
        action="store_true",
        help="stop when standard input ends: for a parent that starts this as its child",
    )


def watch(ended: Callable[[], None]) -> None:
    """Call `ended` from a thread of its own once standard input has ended."""

    def wait() -> None:
        try:
            while sys.stdin.buffer.read(1):
                pass
        except (OSError, ValueError):
            pass  # closed or never open: the same news
        ended()

    threading.Thread(target=wait, name="lifeline", daemon=True).start()
