"""What IMAP and SMTP share in letting us in: TLS that checks, and access tokens."""

import ssl
import subprocess

from workstation.channels.email.settings import Server
from workstation.rules.failures import coded

_PATIENCE = 30


class TokenRefusedError(Exception):
    """The command that should print a token did not. `str` is a code of `rules/failures`."""


def tls(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca_file:
        context.load_verify_locations(cafile=server.ca_file)
    return context


def token(server: Server) -> str:
    """A fresh access token. Raises TokenRefusedError."""
    command = server.token_command
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_PATIENCE, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise TokenRefusedError(
            coded("line.token_not_run", command=command[0], what=type(error).__name__)
        ) from error
    printed = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode != 0 or not printed:
        raise TokenRefusedError(coded("line.token_none", command=command[0], code=done.returncode))
    return printed.splitlines()[-1].strip()


def xoauth2(user: str, access_token: str) -> str:
    return f"user={user}\x01auth=Bearer {access_token}\x01\x01"
