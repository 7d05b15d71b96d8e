"""Where the real data are: `$WORKSTATION_DATA`, else the folder `shared/data` beside the project.

The data are not part of the project. What needs them is skipped, with this reason, without them.
"""

import os
from pathlib import Path

VARIABLE = "WORKSTATION_DATA"
_BESIDE = Path(__file__).parents[3] / "shared" / "data"


class NoDataError(Exception):
    """The real data are not on this machine."""


def real_data(*parts: str) -> Path:
    """A file or folder among them; raises NoDataError."""
    folder = Path(os.environ.get(VARIABLE) or _BESIDE)
    path = folder.joinpath(*parts)
    if not path.exists():
        raise NoDataError(f"no real data at {path}: set {VARIABLE} to the folder that holds them")
    return path
