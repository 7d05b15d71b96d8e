"""How the desk is started by somebody else: the words of its command line."""

import sys
from pathlib import Path


def program() -> list[str]:
    """The program itself, wherever it was installed."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    beside = Path(sys.executable).parent
    for name in ("workstation.exe", "workstation"):
        if (beside / name).is_file():
            return [str(beside / name)]
    return [sys.executable, "-m", "workstation"]


def opening(profile: str) -> list[str]:
    """What opens a link that is added to it."""
    return [*program(), "desk", "--profile", profile]
