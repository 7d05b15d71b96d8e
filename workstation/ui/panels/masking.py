"""Hiding the middle of an address, so that a glance over a shoulder learns little."""

import re
from typing import Final

DOTS: Final = "••••"
_NUMBER: Final = re.compile(r"\+?[\d ()./-]{8,24}")


def masked(channel: str, address: str) -> str:
    """Enough to recognise an address one knows: "+31 6 •••• 2210", "a.b•••@example.nl"."""
    if "@" in address[1:]:
        name, _, domain = address.rpartition("@")
        return f"{name[: min(3, max(1, len(name) // 2))]}•••@{domain}"
    digits = "".join(character for character in address if character.isdigit())
    if len(digits) >= 8 and len(digits) >= len(address.replace(" ", "")) - 3:
        return f"{_start(address, digits)} {DOTS} {digits[-4:]}"
    if len(address) <= 3:
        return "•••"
    return f"{address[: 3 if address.startswith('@') else 2]}{DOTS}{address[-1]}"


def number_masked(text: str) -> str:
    """A text that is nothing but a telephone number, masked; any other as it is."""
    return masked("phone", text) if _NUMBER.fullmatch(text.strip()) else text


def masked_name(name: str) -> str:
    """Somebody of whom we know no more than their number or address is called by that."""
    digits = sum(character.isdigit() for character in name)
    if digits >= 8 and digits >= len(name.replace(" ", "")) - 3:
        return masked("phone", name)
    if "@" in name[1:] and " " not in name.strip():
        return masked("email", name)
    return name


def _start(address: str, digits: str) -> str:
    """The country and the first digit after it: "+31 6"."""
    if address.strip().startswith("+"):
        return f"+{digits[:2]} {digits[2]}"
    return digits[:2]
