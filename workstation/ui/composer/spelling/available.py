"""Whether words can be looked up on this computer at all."""

import sys
from importlib.util import find_spec


def spelling_there() -> bool:
    """Hunspell has no wheel for every computer: none for Macs with an Intel processor."""
    return (
        find_spec("hunspell") is not None
        and bool(sys.executable)
        and not getattr(sys, "frozen", False)
    )
