"""What a desk finds in a measured process, as its own entry would leave it: loaded first."""

import os

from workstation.ui.plain_import import import_plainly
from workstation.ui.threads.shared_heap import share_heaps

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "bench.known_key.KnownKey"
import_plainly()
share_heaps()
