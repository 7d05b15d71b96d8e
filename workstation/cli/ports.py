"""Which port of this machine a server of ours can have."""

import contextlib
import errno
import os
import socket
from pathlib import Path

_NOT_HERE = "{host} is no address of this machine: --host takes 127.0.0.1, or 0.0.0.0 for all"


def why_not(host: str, port: int) -> str:
    """Why nobody can listen there, and what to do about it; "" when somebody can."""
    if not 0 <= port < 65536:
        return f"there is no port {port:,}: one is between 1 and 65535"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError):
        return _NOT_HERE.format(host=host)
    with socket.socket(family, kind, protocol) as probe:
        if os.name == "posix":  # as the server does, so that one that just ended is no hindrance
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"another program listens on port {port} of {host}: choose one with --port"
            if error.errno == errno.EACCES:
                return f"this user may not listen on port {port}: choose one above 1023 with --port"
            if error.errno == errno.EADDRNOTAVAIL:
                return _NOT_HERE.format(host=host)
            return f"nobody can listen on port {port} of {host}: {error.strerror}"
    return ""


def _is_free(port: int) -> bool:
    return not why_not("127.0.0.1", port)


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
