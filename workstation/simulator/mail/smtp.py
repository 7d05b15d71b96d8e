"""What the office sends: taken, turned away, or taken without a word."""

import asyncio
import base64
import email
import email.policy
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from workstation.simulator.mail.knobs import Knobs
from workstation.simulator.mail.tokens import token_in

LARGEST = 50 << 20


@dataclass(frozen=True, slots=True)
class SentMail:
    sender: str
    recipient: str
    raw: bytes

    @property
    def mail(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def text(self) -> str:
        """What it says, as plain text."""
        body = self.mail.get_body(("plain",))
        return str(body.get_content()).replace("\r\n", "\n") if body else ""

    @property
    def message_id(self) -> str:
        return str(self.mail["Message-ID"]).strip("<> ")


class Postman:
    """aiosmtpd's handler. `taken` hears of each mail, in the server's thread."""

    def __init__(
        self, knobs: Knobs, logins: dict[str, str], taken: Callable[[SentMail], None]
    ) -> None:
        self._knobs = knobs
        self._logins = logins
        self._taken = taken

    async def auth_XOAUTH2(self, _server: SMTP, given: list[str]) -> AuthResult:
        said = base64.b64decode(given[1]).decode("utf-8", "replace") if len(given) > 1 else ""
        user, token = token_in(said)
        known = self._logins.get(user) == token and not self._knobs.smtp_login_fails
        return AuthResult(success=known, handled=False)

    async def handle_MAIL(
        self, _server: SMTP, _session: Session, envelope: Envelope, sender: str, _options: list[str]
    ) -> str:
        if sender.lower() in self._knobs.refused_senders:
            return "553 5.7.1 Not your address"
        envelope.mail_from = sender
        return "250 2.1.0 OK"

    async def handle_RCPT(
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if self._knobs.slow:
            await asyncio.sleep(self._knobs.slow)
        if address.lower() in self._knobs.refused:
            return "550 5.1.1 No such mailbox here"
        if address.lower() in self._knobs.greylisted:
            return "451 4.7.1 Greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        raw = envelope.original_content or b""
        for recipient in envelope.rcpt_tos:
            self._taken(SentMail(envelope.mail_from or "", recipient, raw))
        if any(recipient.lower() in self._knobs.silent for recipient in envelope.rcpt_tos):
            if isinstance(server.transport, asyncio.Transport):
                server.transport.abort()
            return "421 4.3.0 gone"
        return "250 2.0.0 Taken"


class Door:
    """Whoever knows the password may send."""

    def __init__(self, knobs: Knobs, logins: dict[str, str]) -> None:
        self._knobs = knobs
        self._logins = logins

    def __call__(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: object
    ) -> AuthResult:
        known = False
        if isinstance(given, LoginPassword) and not self._knobs.smtp_login_fails:
            password = self._logins.get(given.login.decode("utf-8", "replace"))
            known = password is not None and hmac.compare_digest(password.encode(), given.password)
        return AuthResult(success=known, handled=False)


class _Controller(Controller):
    """On any free port, when it is to be 0."""

    def _trigger_server(self) -> None:
        sockets = getattr(self.server, "sockets", None) or ()
        self.port = next(iter(sockets)).getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


def controller(
    knobs: Knobs, logins: dict[str, str], taken: Callable[[SentMail], None], *, port: int = 0
) -> Controller:
    return _Controller(
        Postman(knobs, logins, taken),
        hostname="127.0.0.1",
        port=port,
        authenticator=Door(knobs, logins),
        auth_require_tls=False,
        data_size_limit=LARGEST,
        enable_SMTPUTF8=True,
        decode_data=False,
    )
