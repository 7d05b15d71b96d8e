"""Whether a link leads out of the house: a mail must not knock on doors of the shop's own network,
neither by an address nor by a name that leads there."""

import ipaddress
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QHostInfo

_INSIDE: Final = (".local", ".internal", ".localhost", ".lan", ".home.arpa")
_TRANSLATED: Final = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of the older kind, written as newer ones for a translator on the way (RFC 6052)."""


def is_public(link: str) -> bool:
    """Whether the link may lead out, as far as it says itself."""
    url = QUrl(link)
    host = url.host().rstrip(".").lower()
    if url.scheme() not in ("http", "https") or not {".", ":"}.intersection(host):
        return False
    if host.endswith(_INSIDE):
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return True
    return is_outside(host)


def is_outside(address: str) -> bool:
    """Whether an address is one of the internet at large."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            found = inner
    return found.is_global and not found.is_multicast


def look_up(host: str, found: Callable[[Sequence[str]], None]) -> None:
    """Tell the addresses that a name leads to, the older kind first. None at all when one of them
    is inside: whoever answers with both means no good."""

    def answered(info: QHostInfo) -> None:
        addresses = [one.toString() for one in info.addresses()]
        fine = addresses and all(is_outside(one) for one in addresses)
        found(sorted(addresses, key=lambda one: ":" in one) if fine else ())

    ask: Any = QHostInfo.lookupHost  # the stubs do not know it with a function
    ask(host, answered)
