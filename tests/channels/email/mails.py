"""What tests of the mail channel share: a shop's settings, and mails to read."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

from workstation.channels.email.channel import Email
from workstation.channels.email.reading import read
from workstation.channels.email.settings import Settings
from workstation.channels.email.signing import Signer
from workstation.channels.port import DeliveryNews, Inbound, Parsed

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
    return "\r\n".join([*lines, "", text, ""]).encode("utf-8", "surrogateescape")


def built(text: str = "See the picture.") -> EmailMessage:
    """A mail to go on with."""
    made = EmailMessage()
    made["From"] = "A. Bakker <a.bakker@example.org>"
    made["To"] = ADDRESS
    made["Subject"] = "My television"
    made["Message-ID"] = "<m-2@example.org>"
    made.set_content(text)
    return made
