"""What a channel reads of its provider's posts: messages, news of them, calls, and the rest.

All of it may come in any order and more than once: whoever takes it in makes the same of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from workstation.models.base import Channel as ChannelName
from workstation.models.message import DeliveryState

Severity = Literal["broken", "warning", "fine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundFile:
    """A file of a message. `role` is empty, or says what it is to its message: "voice", "sticker",
    "inline" (a picture that the HTML of a mail shows, by `content_id`), "html" (the mail as it was
    designed, made harmless), "original" (the mail as it came), "recording", "voicemail"."""

    content: bytes
    media_type: str
    name: str = ""
    role: str = ""
    content_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFile:
    """A file that is still with the provider, and must be fetched soon: `Channel.fetch`.
    `reference` is whatever the channel needs to find it again."""

    reference: str
    media_type: str = ""
    name: str = ""
    role: str = ""


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
    remote: tuple[RemoteFile, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the text does not say, as JSON: see `models/message.py` for the shapes."""
    reply_to: str = ""
    """The provider's id of the message it answers, the customer's or ours."""
    continues: tuple[str, ...] = ()
    """The provider's ids of messages whose contact it goes on with, the nearest first."""
    contact_id: str = ""
    """The contact it certainly belongs to: read from something that we signed ourselves."""
    customer_id: str = ""
    """Who it certainly is: read from something that the shop signed."""
    order_number: str = ""
    """An order that it names, where the channel has a place for one."""
    verified: bool = False
    """Whether the provider, or a signature, vouches that the address is theirs."""
    also: tuple[tuple[ChannelName, str], ...] = ()
    """Other addresses that the provider says are theirs: channel, address. Never a proof."""
    automatic: bool = False
    """Written by a machine (an absence notice): nobody waits, and nothing answers it by itself."""
    echo: bool = False
    """Written by us, outside of Workstation: shown as ours, sent by nobody here."""


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
class ReadUpTo:
    """All that we sent on a thread until this moment of the provider's clock got this far: what a
    provider says that names no message."""

    channel: ChannelName
    thread: str
    state: Literal["delivered", "read"]
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The writer of a message changed it. The newest `at` holds."""

    provider_id: str
    text: str
    at: int
    echo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """The writer of a message took it back, for good."""

    provider_id: str
    at: int
    echo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted:
    """Somebody put an emoji on a message (theirs or ours); empty takes it off. For each person the
    newest `at` holds."""

    provider_id: str
    address: str
    emoji: str
    at: int


CallStep = Literal["ringing", "answered", "held", "resumed", "transferred", "ended", "recorded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNews:
    """A step of a telephone call, known by the provider's id of the call. Steps may overtake one
    another; `at` is when it happened. `address` is the customer's number, empty when withheld."""

    channel: ChannelName
    provider_id: str
    step: CallStep
    at: int
    address: str = ""
    name: str = ""
    inbound: bool = True
    agent: str = ""
    """The login or extension of the colleague who took it, or at whom it rings."""
    team: str = ""
    """A team's id or English name, where the number that was dialled is one's own."""
    how: str = ""
    """How it ended: "answered", "missed", "busy", "cancelled", "failed", "voicemail"; "forwarded"
    where nobody took it and it goes on as a further call. With "ringing", "again": it rings for
    everybody, since who wanted to take it did not."""
    reference: str | None = None
    """Our own id of a call that we asked for."""
    remote: tuple[RemoteFile, ...] = ()
    """With "recorded": the recording, or the voice mail."""
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressNews:
    """A customer's address changed at the provider: `before` is now `after`."""

    channel: ChannelName
    before: str
    after: str
    at: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateNews:
    """A message template as the provider has it now. `body` holds {{1}}, {{2}} ... to fill in."""

    channel: ChannelName
    name: str
    language: str
    status: str
    """"approved", "pending", "rejected", "paused", "disabled"; empty when only `body` is news."""
    category: str = ""
    header: str | None = None
    body: str | None = None
    footer: str | None = None
    buttons: tuple[str, ...] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something about our own account at the provider that an admin must know: a code of
    `rules/failures`, or a sentence in English."""

    text: str
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    messages: tuple[Inbound, ...] = ()
    news: tuple[DeliveryNews, ...] = ()
    reads: tuple[ReadUpTo, ...] = ()
    edits: tuple[Edited, ...] = ()
    deletions: tuple[Deleted, ...] = ()
    reactions: tuple[Reacted, ...] = ()
    calls: tuple[CallNews, ...] = ()
    addresses: tuple[AddressNews, ...] = ()
    templates: tuple[TemplateNews, ...] = ()
    notices: tuple[Notice, ...] = ()
    unread: int = 0
    """Items of it that cannot be read: the others count, and the body is kept for a person."""


class NotUnderstood(Exception):
    """A body that is not what this channel's provider sends. The sentence is for an engineer and
    holds nothing of the body."""
