"""Mail addresses: what one looks like, and finding them in headers however those are written."""

import re
from dataclasses import dataclass
from email.utils import getaddresses

from workstation.channels.email.words import decoded, flat

_ATOM = r"[^\s<>@,;:\"()\[\]\\\x00-\x20\x7f]"
_ADDRESS = re.compile(rf'(?:{_ATOM}+|"[^"\x00-\x1f<>]+")@(?:{_ATOM}+|\[[0-9A-Fa-f:.]+\])')
_LONGEST = 254
_MOST = 200
_LONGEST_HEADER = 50_000


@dataclass(frozen=True, slots=True)
class Person:
    address: str
    name: str = ""


def is_address(text: str) -> bool:
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def for_the_wire(address: str) -> str:
    """With its domain as the DNS has it, where it is written in other letters than ours."""
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return address
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return address


def people(values: list[str]) -> list[Person]:
    """Everybody named in these headers, as raw text. What is no address is left out."""
    values = [_quoted(flat(value)[:_LONGEST_HEADER]) for value in values]
    try:
        pairs = getaddresses(values, strict=False)
    except TypeError:  # a Python from before `strict`
        pairs = getaddresses(values)
    except (ValueError, IndexError, RecursionError):
        pairs = []
    found = [
        Person(address=address.strip(), name=_name(name, address))
        for name, address in pairs[:_MOST]
        if is_address(address.strip())
    ]
    if found:
        return found
    # Too strange to be taken apart: whatever looks like an address in it counts.
    return [
        Person(address=match.group().strip("'"))
        for value in values
        for match in list(_ADDRESS.finditer(decoded(value)))[:_MOST]
        if is_address(match.group().strip("'"))
    ]


def _quoted(value: str) -> str:
    """One person whose name holds a comma that nobody put in quotes: "Bakker, Anna <a@b.nl>"."""
    name, angle, rest = value.partition("<")
    if "," not in name or not angle or rest.find(">") != len(rest.rstrip()) - 1:
        return value
    plain = not any(sign in name for sign in '"@:;>()')
    return f'"{name.strip()}" <{rest}' if plain and name.strip(" ,") == name.strip() else value


def _name(name: str, address: str) -> str:
    name = decoded(name).strip().strip("'\"").strip()
    return "" if name.lower() == address.lower() else name[:200]
