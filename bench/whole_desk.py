"""The desk, in a process of its own, through its real entry: `python -m bench.whole_desk PROFILE`.

Says "painted" when the inbox is on the screen, and stays until it is ended.
"""

import sys
from pathlib import Path

from workstation.ui.desk import run


def _tell() -> None:
    print("painted", flush=True)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), painted=_tell))
