"""Handing a mail to the SMTP server, and saying exactly how that ended.

A server has taken a mail when it answers the dot that ends it. Whatever breaks before that dot was
written, the mail was not taken; what breaks after it, nobody knows.
"""

import smtplib
import socket
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable
from email.message import EmailMessage

from workstation.channels.email.bounces import failure_code
from workstation.channels.email.settings import Smtp
from workstation.channels.email.tokens import TokenRefusedError, tls, token, xoauth2
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.rules.failures import coded

_GREYLISTED = 300.0
_NO_SERVER = 30.0
_NO_LOGIN = 120.0
_END = b".\r\n"
_WRONG = (smtplib.SMTPException, OSError, ValueError)


class Sending:
    """`domain` is what we call ourselves to the server."""

    def __init__(
        self, settings: Smtp, domain: str, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._settings = settings
        self._domain = domain
        self._clock = clock
        self._lock = threading.Lock()
        self._lately: deque[float] = deque()

    def send(self, mail: EmailMessage, *, sender: str, recipient: str) -> None:
        """Raises Rejected, Unavailable or Uncertain."""
        self._wait_our_turn()
        server = self.opened()
        try:
            self._hand_over(server, mail, sender, recipient)
        finally:
            _leave(server)

    def try_sender(self, sender: str) -> None:
        """Whether the server lets us in and takes mail from this address; nothing is sent. Raises
        Rejected or Unavailable."""
        server = self.opened()
        try:
            try:
                code, said = server.mail(sender)
                server.rset()
            except _WRONG as error:
                raise Unavailable(_broken(error)) from error
            if code >= 400:
                raise Rejected(coded("line.smtp_not_from", sender=sender, said=_said(code, said)))
        finally:
            _leave(server)

    def opened(self) -> smtplib.SMTP:
        """A connection on which we are signed in. Raises Unavailable."""
        given = self._settings
        try:
            if given.security == "tls":
                server: smtplib.SMTP = smtplib.SMTP_SSL(
                    given.host,
                    given.port,
                    local_hostname=self._domain,
                    timeout=given.timeout_seconds,
                    context=tls(given),
                )
            else:
                server = smtplib.SMTP(
                    given.host,
                    given.port,
                    local_hostname=self._domain,
                    timeout=given.timeout_seconds,
                )
        except smtplib.SMTPResponseException as error:
            raise Unavailable(
                coded("line.smtp_turned_away", said=_said(error.smtp_code, error.smtp_error)),
                retry_after=_NO_SERVER,
            ) from error
        except _WRONG as error:
            raise Unavailable(_broken(error), retry_after=_NO_SERVER) from error
        try:
            self._sign_in(server)
        except BaseException:
            server.close()
            raise
        return server

    def _sign_in(self, server: smtplib.SMTP) -> None:
        given = self._settings
        try:
            server.ehlo_or_helo_if_needed()
            if given.security == "starttls":
                server.starttls(context=tls(given))
                server.ehlo()
            if not given.user:
                return
            if given.token_command:
                answer = xoauth2(given.user, token(given))
                server.auth("XOAUTH2", lambda challenge=None: "" if challenge else answer)
            else:
                server.login(given.user, given.password.get_secret_value())
        except TokenRefusedError as error:
            raise Unavailable(str(error), retry_after=_NO_LOGIN) from error
        except smtplib.SMTPAuthenticationError as error:
            raise Unavailable(
                coded("line.smtp_no_login", said=_said(error.smtp_code, error.smtp_error)),
                retry_after=_NO_LOGIN,
            ) from error
        except _WRONG as error:
            raise Unavailable(_broken(error), retry_after=_NO_SERVER) from error

    def _hand_over(
        self, server: smtplib.SMTP, mail: EmailMessage, sender: str, recipient: str
    ) -> None:
        needs_utf8 = not recipient.isascii()
        if needs_utf8 and not server.has_extn("smtputf8"):
            raise Rejected(
                "Our mail server cannot write to an address with these letters. Ask for another"
                " address.",
                "email.letters",
            )
        content = mail.as_bytes()
        most = server.esmtp_features.get("size", "") if server.does_esmtp else ""
        if most.isdecimal() and 0 < int(most) < len(content):
            raise Rejected(
                "The mail is larger than our mail server takes. Send fewer or smaller files.",
                "email.too_large",
            )
        try:
            options = ["SMTPUTF8", "BODY=8BITMIME"] if needs_utf8 else []
            _expect(server.mail(sender, options), is_sender=True)
            _expect(server.rcpt(recipient), is_recipient=True)
            _expect(server.docmd("DATA"), good=354)
            server.send(_stuffed(content))
        except _WRONG as error:
            raise Unavailable(_broken(error), retry_after=_NO_SERVER) from error
        try:
            server.send(_END)
            code, said = server.getreply()
        except _WRONG as error:
            raise Uncertain(
                "The connection broke before the mail server said that it has the mail."
            ) from error
        _expect((code, said))
        with self._lock:
            self._lately.append(self._clock())

    def _wait_our_turn(self) -> None:
        most = self._settings.per_minute
        if not most:
            return
        with self._lock:
            now = self._clock()
            while self._lately and self._lately[0] <= now - 60:
                self._lately.popleft()
            if len(self._lately) >= most:
                wait = self._lately[0] + 60 - now
                raise Unavailable("It is not its turn yet.", retry_after=wait, pacing=True)


def _expect(
    reply: tuple[int, bytes],
    *,
    is_sender: bool = False,
    is_recipient: bool = False,
    good: int = 0,
) -> None:
    """Raises what an answer that is not good means."""
    code, said = reply
    if code == good or (not good and 200 <= code < 300):
        return
    told = _said(code, said)
    if code == 421 or 400 <= code < 500:
        wait = _GREYLISTED if is_recipient else None
        # What a server says of one customer's address (greylisting) stops nobody else.
        alone = is_recipient and code != 421
        raise Unavailable(coded("line.smtp_waits", said=told), wait, alone=alone)
    if code == -1:
        raise Unavailable(coded("line.smtp_ended"), retry_after=_NO_SERVER)
    if code >= 500:
        name = failure_code(told)
        if is_sender and name != "email.too_large":
            name = "email.sender"
        elif not is_recipient and name in ("email.unknown_address", "email.mailbox_full"):
            name = "email.refused"
        raise Rejected(f"The mail was refused: {told}", name)
    raise Unavailable(coded("line.smtp_strange", said=told), retry_after=_NO_SERVER)


def _stuffed(content: bytes) -> bytes:
    """Lines end as they must, and one that begins with a dot gets another (RFC 5321)."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if lines and not lines[-1]:
        lines.pop()
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines)


def _said(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"[:180].rstrip(".")


def _broken(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return coded("line.smtp_certificate", what=error.verify_message.rstrip("."))
    if isinstance(error, TimeoutError):
        return coded("line.smtp_late")
    if isinstance(error, ConnectionRefusedError):
        return coded("line.smtp_refuses")
    if isinstance(error, socket.gaierror):
        return coded("line.smtp_unknown")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return coded("line.smtp_lacks")
    return coded("line.smtp_broke", what=type(error).__name__)


def _leave(server: smtplib.SMTP) -> None:
    try:
        server.quit()
    except _WRONG:
        server.close()
