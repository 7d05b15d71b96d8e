"""One way to write an address, so that it is recognised whichever way somebody wrote it."""

import re

from workstation.models.base import Channel

_NUMBER = re.compile(r"\+[1-9][0-9]{5,14}")
_FILLING = re.compile(r"[\s().\-/]")


def canonical(channel: Channel, address: str) -> str:
    """Mail in lower case; an international number as "+31201234567" (WhatsApp leaves the plus
    out); anything else as it was given."""
    address = address.strip()
    if channel == "email":
        return address.lower()
    if channel in ("phone", "whatsapp"):
        number = _FILLING.sub("", address)
        if channel == "whatsapp" and not number.startswith("+"):
            number = "+" + number
        return number if is_number(number) else address
    return address


def is_number(address: str) -> bool:
    return _NUMBER.fullmatch(address) is not None
