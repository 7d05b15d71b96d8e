"""The head of a mail: who wrote it and when, and what it is called."""

import hashlib
import re
from email.message import Message
from email.utils import mktime_tz, parsedate_tz

from workstation.channels.email.addresses import Person, people
from workstation.channels.email.ids import ids_in
from workstation.channels.email.settings import Settings
from workstation.channels.email.tree import header, headers
from workstation.channels.incoming import (
    NotUnderstood,
)
from workstation.rules.failures import coded

NO_ID = "digest:"
"""What stands before the id of a mail that has none of its own."""

_LATEST = 1 << 45
_WITHOUT_SENDER = coded("arrival.no_sender")


def writer(mail: "Message[str, str]", settings: Settings) -> Person:
    """Whom an answer goes to. A form on the shop's own pages writes in the shop's name, with the
    customer in Reply-To. Raises NotUnderstood when there is nobody."""
    writers = people(headers(mail, "From"))
    wanted = [
        person
        for person in people(headers(mail, "Reply-To"))
        if not settings.is_ours(person.address)
    ]
    candidates = wanted[:1] + [person for person in writers if not settings.is_ours(person.address)]
    for name in ("Sender", "Return-Path", "X-Original-From", "X-Sender"):
        if candidates:
            break
        candidates += people(headers(mail, name))
    candidates += writers
    if not candidates:
        raise NotUnderstood(_WITHOUT_SENDER)
    first = candidates[0]
    if not first.name:
        named = [p.name for p in writers if p.address.lower() == first.address.lower() and p.name]
        return Person(address=first.address, name=named[0] if named else "")
    return first


def addressee(to: list[Person], settings: Settings) -> Person | None:
    """Whom a mail that we wrote elsewhere went to."""
    return next((person for person in to if not settings.is_ours(person.address)), None)


def own_id(mail: "Message[str, str]", raw: bytes) -> str:
    found = ids_in(headers(mail, "Message-ID"))
    return found[0] if found else NO_ID + hashlib.sha256(raw).hexdigest()


def written_at(mail: "Message[str, str]") -> int | None:
    """The writer's clock; None where it makes no sense."""
    for value in headers(mail, "Date"):
        try:
            parts = parsedate_tz(value)
            if parts is None:
                continue
            at = int(mktime_tz(parts)) * 1000
        except (ValueError, OverflowError, TypeError, IndexError, OSError):
            continue
        if 0 < at <= _LATEST:
            return at
    return None


def language(mail: "Message[str, str]") -> str:
    said = header(mail, "Content-Language").partition(",")[0].strip().lower()[:2]
    return said if re.fullmatch(r"[a-z]{2}", said) else ""
