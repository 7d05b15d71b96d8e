"""A real world of mail for a test: a mailbox on Dovecot (or the simulator's, where that cannot be
had), and a real SMTP server that carries both ways.

    def test_something(mail_world: MailWorld) -> None: ...

What the shop sends to customers is in `sent`; what a customer sends comes in over SMTP and IMAP.
"""

import shutil
import smtplib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import dovecot
from workstation.simulator.mail import MailSimulator, SentMail
from workstation.simulator.mail.knobs import Knobs
from workstation.simulator.mail.letters import letter
from workstation.simulator.mail.smtp import controller

SHOP = "help@example.nl"
SECRET = "a secret of the shop with mail"


@dataclass
class MailWorld:
    imap: dict[str, object]
    """How the shop reaches its mailbox: the table [email.imap]."""
    deliver: Callable[[bytes], None]
    smtp_port: int = 0
    sent: list[SentMail] = field(default_factory=list)
    knobs: Knobs = field(default_factory=Knobs)

    def table(self) -> dict[str, object]:
        """The table [email]."""
        smtp = {"host": "127.0.0.1", "port": self.smtp_port, "security": "none"}
        return {
            "address": SHOP,
            "name": "Example Shop",
            "secret": SECRET,
            "imap": self.imap,
            "smtp": smtp,
        }

    def configuration(self) -> str:
        """The same as a file."""
        table = self.table()
        lines = ["[email]"]
        lines += [f"{key} = {_toml(value)}" for key, value in table.items() if key not in _TABLES]
        for name in _TABLES:
            part = table[name]
            assert isinstance(part, dict)
            lines += [f"[email.{name}]", *(f"{key} = {_toml(part[key])}" for key in part)]
        return "\n".join(lines) + "\n"

    def customer_sends(
        self,
        sender: str,
        text: str,
        *,
        answers: SentMail | None = None,
        subject: str = "",
        name: str = "",
    ) -> None:
        """Over SMTP, as their own mail program does it."""
        raw = letter(sender=sender, to=SHOP, text=text, answers=answers, subject=subject, name=name)
        to = str(answers.mail["Reply-To"].addresses[0].addr_spec) if answers else SHOP
        self.carry(raw, sender=sender, to=to)

    def carry(self, raw: bytes, *, sender: str, to: str) -> None:
        with smtplib.SMTP("127.0.0.1", self.smtp_port, timeout=10) as server:
            server.sendmail(sender, [to], raw)

    def taken(self, mail: SentMail) -> None:
        """The SMTP server has one: it goes to the shop's mailbox, or to a customer."""
        local, _, domain = mail.recipient.partition("@")
        if f"{local.partition('+')[0]}@{domain}".lower() != SHOP:
            self.sent.append(mail)
            return
        trace = f"Return-Path: <{mail.sender}>\r\nDelivered-To: {mail.recipient}\r\n"
        self.deliver(trace.encode() + mail.raw)


_TABLES = ("imap", "smtp")


def _toml(value: object) -> str:
    if isinstance(value, int | float):
        return str(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.fixture(scope="session")
def real_dovecot() -> Iterator[dovecot.Dovecot]:
    """One for all tests of a process: each takes a user of its own. Not below pytest's own folder,
    which nobody else may enter."""
    why = dovecot.absent()
    if why:
        pytest.skip(why)
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    try:
        with dovecot.running_dovecot(folder) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def mail_world(request: pytest.FixtureRequest) -> Iterator[MailWorld]:
    with ExitStack() as closing:
        if not dovecot.absent():
            server: dovecot.Dovecot = request.getfixturevalue("real_dovecot")
            user = f"{abs(hash(request.node.name)):x}@example.nl"
            imap: dict[str, object] = {
                "host": "localhost",
                "port": server.tls_port,
                "security": "tls",
                "ca_file": str(server.ca_file),
                "user": user,
                "password": dovecot.PASSWORD,
            }
            world = MailWorld(imap, lambda raw: server.deliver(user, raw))
        else:
            fake = closing.enter_context(MailSimulator(SHOP))
            found = fake.table()["imap"]
            assert isinstance(found, dict)
            world = MailWorld(found, lambda raw: _put(fake, raw))
        smtp = controller(world.knobs, {}, world.taken)
        smtp.start()
        closing.callback(smtp.stop)
        world.smtp_port = int(smtp.port)
        yield world


def _put(fake: MailSimulator, raw: bytes) -> None:
    fake.arrives(raw)
