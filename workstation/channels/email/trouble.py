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


def is_refusal(error: BaseException) -> bool:
    """Whether a server answered NO or BAD to a command, and goes on."""
    if isinstance(error, IMAPClientAbortError | OSError):
        return False
    return isinstance(error, IMAPClientError | ValueError) and not isinstance(error, ProtocolError)


def is_no_folder(error: BaseException) -> bool:
    return is_refusal(error) and "select" in str(error).lower()


def login_sentence(settings: Imap, error: LoginError) -> str:
    said = str(error)
    if any(word in said.upper() for word in ("UNAVAILABLE", "INUSE", "LIMIT", "TOO MANY")):
        return f"The mail server {settings.host} lets nobody in at the moment. It is tried again."
    return (
        f"The mail server {settings.host} does not accept the user name and password in"
        " [email.imap]. Correct them in the configuration and start again."
    )


def broken_sentence(settings: Imap, error: BaseException) -> str:
    server = f"The mail server {settings.host}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{server} shows a certificate that is not valid: {error.verify_message}."
    if isinstance(error, ssl.SSLError):
        return f"{server} does not speak TLS on port {settings.port}. Look at security and port."
    if isinstance(error, socket.gaierror):
        return f"{server} is not known by that name. Look at host in [email.imap]."
    if isinstance(error, ConnectionRefusedError):
        return f"{server} refuses connections on port {settings.port}."
    return f"{server} cannot be reached. Mail waits there, and is fetched once it can."
