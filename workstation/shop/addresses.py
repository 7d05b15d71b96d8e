"""Addresses in files: recognised in every usual spelling, rejected when they cannot be one."""

import re

from workstation.models import Channel
from workstation.rules.addresses import canonical, is_number
from workstation.shop.fields import Wrong

_MAIL = re.compile(r"[^@\s]+@[^@\s]+")


def normal(channel: Channel, address: str, name: str) -> str:
    """The one way to write it; raises `Wrong`."""
    written = canonical(channel, address)
    if channel == "email" and not _MAIL.fullmatch(written):
        raise Wrong(f"{name} is {address!r}, not a mail address")
    if channel in ("phone", "whatsapp") and not is_number(written):
        raise Wrong(f"{name} is {address!r}, not an international number such as +31201234567")
    return written
