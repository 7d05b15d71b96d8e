"""What a channel must offer: reading what its provider posts, sending, and its own rules.

A channel knows no database and no clock. It reads bytes into plain things, and hands plain things
to its provider; everything that must be durable happens around it.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Protocol

from workstation.models.base import Channel as ChannelName
from workstation.models.message import DeliveryState


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundFile:
    content: bytes
    media_type: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """One message of a customer. Texts are storable; `at` is the provider's clock in milliseconds
    since the epoch."""

    channel: ChannelName
    provider_id: str
    """Unique at the provider: what tells a message delivered twice from two messages."""
    thread: str
    """What the provider calls the conversation; one thread has at most one open contact."""
    address: str
    name: str = ""
    text: str = ""
    at: int | None = None
    subject: str = ""
    language: str = ""
    product_code: str = ""
    team: str = ""
    """A team's id or English name, when the provider's side chose one."""
    files: tuple[InboundFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNews:
    """What became of a message we sent. `reference` is our own id of it, where the provider gives
    it back: that settles messages whose answer was lost."""

    provider_id: str
    state: DeliveryState
    at: int | None = None
    reference: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    messages: tuple[Inbound, ...] = ()
    news: tuple[DeliveryNews, ...] = ()


class NotUnderstood(Exception):
    """A body that is not what this channel's provider sends. The sentence is for an engineer and
    holds nothing of the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboundFile:
    content: bytes
    media_type: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbound:
    """A message to a customer. `reference` is our id of it."""

    reference: str
    channel: ChannelName
    thread: str
    address: str
    text: str
    files: tuple[OutboundFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider took it, and calls it this."""

    provider_id: str


class Rejected(Exception):
    """The provider will not take this message, now or later. `str` says why, to an agent."""


class Unavailable(Exception):
    """The provider certainly did not take it, but may later: after `retry_after` seconds."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Uncertain(Exception):
    """The message was handed over and no answer came: it may have been taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a channel takes. Lengths in characters, sizes in bytes, durations in milliseconds."""

    longest_text: int
    media_types: frozenset[str] = field(default_factory=frozenset)
    """Exact types, or "image/*"; empty is any."""
    largest_file: int = 0
    """0 is no limit of its own."""
    reply_window: int | None = None
    """How long after the customer's last message one may still answer freely."""

    def takes(self, media_type: str, size: int) -> bool:
        family = media_type.split("/", maxsplit=1)[0] + "/*"
        known = not self.media_types or not {media_type, family}.isdisjoint(self.media_types)
        return known and (not self.largest_file or size <= self.largest_file)


class Channel(Protocol):
    """A provider's mail slot. One object serves every thread of a process."""

    name: str

    @property
    def rules(self) -> Rules: ...

    def parse(self, body: bytes) -> Parsed:
        """What the provider posted; raises NotUnderstood. Quick: no network, no disk."""
        ...

    def send(self, message: Outbound) -> Sent:
        """Hand it over, once. Raises Rejected, Unavailable or Uncertain; anything else that goes
        wrong counts as Uncertain."""
        ...


def signature(secret: str, body: bytes) -> str:
    """HMAC-SHA256 over the raw body, as lower-case hexadecimal."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_signed(secret: str, body: bytes, given: str) -> bool:
    """Whether `given` ("sha256=<hex>", or the hex alone) signs `body`. Shut without a secret."""
    if not secret:
        return False
    offered = given.removeprefix("sha256=").encode("utf-8", "surrogateescape")
    return hmac.compare_digest(signature(secret, body).encode(), offered)
