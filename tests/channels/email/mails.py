"""What tests of the mail channel share: a shop's settings, and mails to read."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

from workstation.channels.email.channel import Email
from workstation.channels.email.reading import read
from workstation.channels.email.settings import Settings
from workstation.channels.email.signing import Signer
from workstation.channels.incoming import (
    DeliveryNews,
    Inbound,
    Parsed,
)

SECRET = "a secret of the tested shop"
ADDRESS = "help@example.nl"
REFERENCE = "01990000-0000-7000-8000-000000000001"
CONTACT = "01990000-0000-7000-8000-0000000000c1"
SIGNER = Signer([SECRET], ADDRESS)
CORPUS = Path(__file__).parents[3].parent / "shared" / "data" / "mail"
ABSENT = f"the real mails are not here: {CORPUS.name} of the shared data"


def settings(**given: Any) -> Settings:
    table = {"address": ADDRESS, "name": "Example Shop", "secret": SECRET}
    return Settings.model_validate(table | given)


def channel(**given: Any) -> Email:
    return Email(settings(**given))


def parsed(raw: bytes | str, **given: Any) -> Parsed:
    content = raw.encode() if isinstance(raw, str) else raw
    return read(content, settings(**given), SIGNER)


def message(raw: bytes | str, **given: Any) -> Inbound:
    (found,) = parsed(raw, **given).messages
    return found


def news(raw: bytes | str, **given: Any) -> DeliveryNews:
    found = parsed(raw, **given)
    assert not found.messages
    (one,) = found.news
    return one


def mail(text: str = "It flickers.", **headers: str) -> bytes:
    """A plain mail; `headers` with underscores for hyphens."""
    given = {
        "From": "A. Bakker <a.bakker@example.org>",
        "To": ADDRESS,
        "Subject": "My television",
        "Message-ID": "<m-1@example.org>",
        "Date": "Sat, 21 Nov 2026 10:00:00 +0100",
    }
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in given.items() if value]
    return "\r\n".join([*lines, "", text, ""]).encode("utf-8", "surrogatepass")


def built(text: str = "See the picture.") -> EmailMessage:
    """A mail to go on with."""
    made = EmailMessage()
    made["From"] = "A. Bakker <a.bakker@example.org>"
    made["To"] = ADDRESS
    made["Subject"] = "My television"
    made["Message-ID"] = "<m-2@example.org>"
    made.set_content(text)
    return made


RETURNED = (
    f"From: {ADDRESS}\r\nTo: a@example.org\r\nSubject: Re: TV\r\n"
    f"Message-ID: <{SIGNER.message_id(REFERENCE)}>\r\n"
)
"""The head of a mail of ours."""


def report(
    action: str = "failed",
    status: str = "5.1.1",
    diagnostic: str = "smtp; 550 5.1.1 user unknown",
    returned: str = RETURNED,
    kind: str = "text/rfc822-headers",
    at: str = "Sat, 21 Nov 2026 11:00:00 +0100",
) -> bytes:
    """What a mail server says of a mail of ours."""
    parts = [
        "Content-Type: text/plain\r\n\r\nYour mail did not arrive.\r\n",
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n"
        f"\r\nFinal-Recipient: rfc822; a@example.org\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: {diagnostic}\r\n"
        f"Last-Attempt-Date: {at}\r\n",
        f"Content-Type: {kind}\r\n\r\n{returned}\r\n",
    ]
    body = "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--"
    return mail(
        body,
        From="MAILER-DAEMON@mx.example.org",
        Subject="Undelivered Mail Returned to Sender",
        Content_Type='multipart/report; report-type=delivery-status; boundary="b"',
    )
