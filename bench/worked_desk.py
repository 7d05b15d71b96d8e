"""A desk at which somebody has opened contacts: `python -m bench.worked_desk PROFILE COUNT SEED`.

Says "painted" when the last of them is on the screen, and stays until it is ended.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop

from bench.open_desk import open_desk
from bench.opening import open_contacts

if __name__ == "__main__":
    with open_desk(Path(sys.argv[1])) as desk:
        open_contacts(desk, int(sys.argv[2]), seed=int(sys.argv[3]))
        print("painted", flush=True)
        QEventLoop().exec()
