"""What went wrong with a mail server, told apart and said to an admin."""

import socket
import ssl

from imapclient.exceptions import (
    IMAPClientAbortError,
    IMAPClientError,
    LoginError,
    ProtocolError,
)

from workstation.channels.email.settings import Imap
from workstation.rules.failures import coded


def is_refusal(error: BaseException) -> bool:
    """Whether a server answered NO or BAD to a command, and goes on."""
    if isinstance(error, IMAPClientAbortError | OSError):
        return False
    return isinstance(error, IMAPClientError | ValueError) and not isinstance(error, ProtocolError)


def is_no_folder(error: BaseException) -> bool:
    return is_refusal(error) and "select" in str(error).lower()


def login_failure(settings: Imap, error: LoginError) -> str:
    """Why nobody was let in, as a code of `rules/failures`."""
    said = str(error)
    if any(word in said.upper() for word in ("UNAVAILABLE", "INUSE", "LIMIT", "TOO MANY")):
        return coded("line.imap_full", host=settings.host)
    return coded("line.imap_login", host=settings.host)


def broken_failure(settings: Imap, error: BaseException) -> str:
    """Why there is no connection, as a code of `rules/failures`."""
    host, port = settings.host, settings.port
    if isinstance(error, ssl.SSLCertVerificationError):
        return coded("line.imap_certificate", host=host, what=error.verify_message.rstrip("."))
    if isinstance(error, ssl.SSLError):
        return coded("line.imap_tls", host=host, port=port)
    if isinstance(error, socket.gaierror):
        return coded("line.imap_unknown", host=host)
    if isinstance(error, ConnectionRefusedError):
        return coded("line.imap_refuses", host=host, port=port)
    return coded("line.imap_away", host=host)
