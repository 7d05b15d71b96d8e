"""What takes long to load comes after the first paint: the list is there before the network is."""

import subprocess
import sys

HEAVY = ("sqlalchemy", "pydantic", "requests", "keyring", "urllib3", "PySide6.QtNetwork")

LOADED = """
import sys
import workstation.ui.desk_process
import workstation.replica.session
print(" ".join(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_the_window_and_the_replica_load_without_the_heavy_ones() -> None:
    found = subprocess.run(
        [sys.executable, "-c", LOADED, *HEAVY], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == []
