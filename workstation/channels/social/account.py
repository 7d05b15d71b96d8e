"""Whose webhooks these are, as far as reading them goes."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from workstation.channels.graph.client import MEDIA_HOSTS, PUBLIC_HOSTS

Product = Literal["messenger", "instagram"]
OURS = "workstation "
"""What the metadata of a message begins with when we sent it; our own id of it follows."""
PIECE = "workstation-piece "
"""The same, for a message of which more follows: only the last piece tells of the whole."""

INBOXES = {
    "263902037430900": "Meta Business Suite",
    "1217981644879628": "Instagram",
}
"""The provider's own applications with which one can answer, by their ids."""


@dataclass(frozen=True, slots=True)
class Account:
    """`ids` are those by which the provider knows us: the page, the Instagram account. `base` is
    where its API is, `app` its id of our application, where we know it."""

    product: Product
    ids: frozenset[str]
    base: str
    app: str = ""

    @property
    def whose(self) -> str:
        """What the provider calls us in a webhook."""
        return "instagram" if self.product == "instagram" else "page"

    def keeps(self, link: str) -> bool:
        """Whether the provider keeps a file at this address, so that it may be fetched. Any other
        address is only something that a customer wrote."""
        try:
            asked, ours = urlsplit(link), urlsplit(self.base)
            if (asked.scheme, asked.hostname, asked.port) == (
                ours.scheme,
                ours.hostname,
                ours.port,
            ):
                return True
            host, plain = asked.hostname or "", asked.port in (None, 443)
        except ValueError:
            return False
        hosts = (*MEDIA_HOSTS, *PUBLIC_HOSTS)
        known = any(host == one or host.endswith("." + one) for one in hosts)
        return asked.scheme == "https" and plain and known
