"""What the sign-in screen checks before it asks a server."""

from urllib.parse import urlsplit

from workstation.ui.words import translate


def address(typed: str) -> str | None:
    """The server's address in full, or None when it cannot be one. On this machine plain HTTP is
    meant, elsewhere HTTPS."""
    typed = typed.strip()
    if not typed or any(character.isspace() for character in typed):
        return None
    if "://" not in typed:
        host = typed.partition("/")[0].partition(":")[0]
        near = host in ("localhost", "127.0.0.1") or host.startswith("[::1]")
        typed = f"{'http' if near else 'https'}://{typed}"
    try:
        parts = urlsplit(typed)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return typed.rstrip("/")


def missing(server: str, login: str, password: str) -> tuple[str, str] | None:
    """The first field that cannot be right and a sentence about it; None when all may be."""
    if address(server) is None:
        return "server", translate(
            "sign in", "Type the server's address, such as desk.example.com."
        )
    if not login.strip():
        return "login", translate("sign in", "Type your name as your shop gave it to you.")
    if not password:
        return "password", translate("sign in", "Type your password.")
    return None
