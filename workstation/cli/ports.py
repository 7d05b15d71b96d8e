"""Which port of this machine a server of ours can have."""

import contextlib
import socket
from pathlib import Path


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        with contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return True
    return False


def any_free() -> int:
    """A port that nobody has now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def remembered(note: Path) -> int:
    """The port written in `note` when it is free, else another one, written there for next time.

    A desk remembers its server by address, so the same one again saves it a new beginning.
    """
    with contextlib.suppress(OSError, ValueError):
        port = int(note.read_text(encoding="ascii"))
        if 1024 <= port < 65536 and _is_free(port):
            return port
    port = any_free()
    note.write_text(str(port), encoding="ascii")
    return port
