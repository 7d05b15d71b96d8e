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

READ = """
from workstation.ui.plain_import import import_plainly
import_plainly()
import linecache
import workstation.ui.desk_process
print(*(name for name in linecache.cache if "workstation" in name))
"""


def test_the_window_and_the_replica_load_without_the_heavy_ones() -> None:
    found = subprocess.run(
        [sys.executable, "-c", LOADED, *HEAVY], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == []


def test_what_is_loaded_is_not_read_as_text_as_well() -> None:
    found = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=True)
    assert [name for name in found.stdout.split() if "workstation/ui" in name] == []
