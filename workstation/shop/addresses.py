"""What an address on each channel must look like to be the same as what that channel gives us."""

import re

from workstation.models import Channel
from workstation.shop.fields import Wrong

_PHONE = re.compile(r"\+[1-9][0-9]{5,14}")
_FILLING = re.compile(r"[\s().\-/]")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")


def normal(channel: Channel, address: str, name: str) -> str:
    """The one way to write it: mail in lower case, numbers as E.164 digits. Raises `Wrong`."""
    if channel == "email":
        if not _MAIL.fullmatch(address):
            raise Wrong(f"{name} is {address!r}, not a mail address")
        return address.lower()
    if channel in ("phone", "whatsapp"):
        digits = _FILLING.sub("", address)
        if channel == "whatsapp" and not digits.startswith("+"):
            digits = "+" + digits
        if not _PHONE.fullmatch(digits):
            raise Wrong(f"{name} is {address!r}, not an international number such as +31201234567")
        return digits if channel == "phone" else digits.removeprefix("+")
    return address
