"""What a channel must offer: reading what its provider posts, sending, and its own rules.

A channel knows no database and no clock. It reads bytes into plain things, and hands plain things
to its provider; everything that must be durable happens around it. What it reads may come in any
order and more than once: whoever takes it in makes the same of it each time.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Any, Literal

from workstation.models.base import Channel as ChannelName
from workstation.models.message import DeliveryState

Severity = Literal["broken", "warning", "fine"]


# ---------------------------------------------------------------- what comes in


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
    """How it ended: "answered", "missed", "busy", "cancelled", "failed", "voicemail". With
    "ringing", "again": it rings for everybody, since who wanted to take it did not."""
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
    """Something about our own account at the provider that an admin must know, as a sentence."""

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


# ---------------------------------------------------------------- what goes out


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboundFile:
    content: bytes
    media_type: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledTemplate:
    """A template and what fills it in, in the order of its places."""

    name: str
    language: str
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A message of the same contact from before, newest first: for quoting and threading."""

    provider_id: str
    ours: bool
    text: str
    at: int
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
    template: FilledTemplate | None = None
    contact_id: str = ""
    customer_name: str = ""
    agent_name: str = ""
    subject: str = ""
    language: str = ""
    reply_to: str = ""
    """The provider's id of the message that it answers in particular."""
    customer_wrote_at: int | None = None
    """When the customer last wrote, milliseconds since the epoch."""
    now: int = 0
    earlier: tuple[Earlier, ...] = ()
    """Filled where the channel's rules ask for it (`quotes`)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider took it, and calls it this. `pieces` are its ids of what went before, where a
    message had to go as several: what it says of those alone is no news."""

    provider_id: str
    pieces: tuple[str, ...] = ()


class Rejected(Exception):
    """The provider will not take this message, now or later. `str` says why, to an agent: one
    sentence, with what to do next. `code` names it in `rules/failures.py`, where it is translated;
    empty where only the sentence is known."""

    def __init__(self, reason: str, code: str = "") -> None:
        super().__init__(reason)
        self.code = code


class Unavailable(Exception):
    """The provider certainly did not take it, but may later: after `retry_after` seconds. `pacing`
    says that nothing is wrong: it is only not yet its turn. `alone` says that only this message
    has to wait, for a reason of its own: the provider is there."""

    def __init__(
        self,
        reason: str,
        retry_after: float | None = None,
        *,
        pacing: bool = False,
        alone: bool = False,
    ) -> None:
        super().__init__(reason)
        self.retry_after = retry_after
        self.pacing = pacing
        self.alone = alone


class Uncertain(Exception):
    """The message was handed over and no answer came: it may have been taken. `code` as for
    Rejected, where more is known than that."""

    def __init__(self, reason: str, code: str = "") -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a channel takes. Lengths in characters, sizes in bytes, durations in milliseconds."""

    longest_text: int
    """0: it takes no text at all."""
    media_types: frozenset[str] = field(default_factory=frozenset)
    """Exact types, or "image/*"; empty is any."""
    largest_file: int = 0
    """0 is no limit of its own."""
    largest_files: Mapping[str, int] = field(default_factory=dict)
    """Narrower limits by type or "image/*"."""
    most_files: int = 30
    reply_window: int | None = None
    """How long after the customer's last message one may still answer freely."""
    templates: bool = False
    """Whether a template may be sent outside of the window."""
    quotes: bool = False
    """Whether `Outbound.earlier` is wanted."""
    calls: bool = False
    """Whether the channel can be told to answer, hold and hang up: `Channel.control`."""

    def takes(self, media_type: str, size: int) -> bool:
        family = media_type.split("/", maxsplit=1)[0] + "/*"
        known = not self.media_types or not {media_type, family}.isdisjoint(self.media_types)
        most = self.largest_files.get(media_type, self.largest_files.get(family, self.largest_file))
        return known and (not most or size <= most)

    def as_facts(self) -> dict[str, Any]:
        """The same as JSON, for the desks."""
        return {
            "longest_text": self.longest_text,
            "media_types": sorted(self.media_types),
            "largest_file": self.largest_file,
            "largest_files": dict(self.largest_files),
            "most_files": self.most_files,
            "reply_window": self.reply_window,
            "templates": self.templates,
            "calls": self.calls,
        }


CallWish = Literal["dial", "answer", "hold", "resume", "hang_up", "transfer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallControl:
    """What an agent wants of a call. `reference` is our id of it, `provider_id` the provider's
    (empty before a call that we dial has one). `target` is the number to dial or transfer to."""

    wish: CallWish
    reference: str
    provider_id: str = ""
    agent: str = ""
    """Login of the agent, or their extension where the shop's settings know one."""
    target: str = ""


# ---------------------------------------------------------------- the doors


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a provider asked of us over HTTP. Header names are in lower case; `url` is the whole
    address as the provider wrote it, also behind a proxy."""

    method: str
    url: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a provider wants to hear."""

    status: int = 200
    body: bytes = b""
    media_type: str = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a look at a channel's configuration found, as a sentence for an admin that says what to
    do about it."""

    severity: Severity
    english: str
    dutch: str


class Office:
    """What a channel's listener may ask of the office around it."""

    def receive(self, body: bytes) -> None:
        """Make a body durable, as if it had been posted. Returns when it is; raises OSError when
        that cannot be done now."""
        raise NotImplementedError

    def recall(self, name: str) -> Any:
        """What was remembered under this name: JSON, None when nothing was."""
        raise NotImplementedError

    def remember(self, name: str, value: Any) -> None:
        """Keep a JSON value under this name: durable when this returns."""
        raise NotImplementedError

    def say(self, state: Literal["open", "degraded", "down"], reason: str = "") -> None:
        """Tell the desks how the line is. `reason` is a sentence in English."""
        raise NotImplementedError


Listen = Callable[[Office, Event], None]
"""A loop that runs in one thread of one process of the office, until the event is set. It comes
back when it raises, after a pause."""


class Channel:
    """A provider's mail slot. One object serves every thread of a process.

    The defaults are those of a channel that has nothing of the kind; `name`, `rules`, `parse` and
    `send` each channel brings.
    """

    name: str
    asks_names: bool = False
    """Whether its messages do not say what people are called, so that `profile` is asked."""

    @property
    def rules(self) -> Rules:
        raise NotImplementedError

    def parse(self, body: bytes) -> Parsed:
        """What the provider posted; raises NotUnderstood. Quick: no network, no disk."""
        raise NotImplementedError

    def send(self, message: Outbound) -> Sent:
        """Hand it over, once. Raises Rejected, Unavailable or Uncertain; anything else that goes
        wrong counts as Uncertain."""
        raise NotImplementedError

    def fetch(self, file: RemoteFile) -> InboundFile:
        """Get a file of a message from the provider. Raises Rejected when it will never come,
        Unavailable to try again."""
        raise Rejected("This channel keeps no files.")

    def profile(self, address: str) -> str:
        """What somebody who writes from this address calls themselves, where the provider does not
        say so with each message; empty when it cannot be known. Raises Unavailable to try again."""
        return ""

    def control(self, control: CallControl) -> Sent | None:
        """Have something done to a call. Raises Rejected, Unavailable or Uncertain."""
        raise Rejected("This channel carries no calls.")

    def is_genuine(self, request: Request) -> bool:
        """Whether the provider really posted this. Shut unless a channel says otherwise."""
        return False

    def greet(self, request: Request) -> Response | None:
        """The answer to a GET by which a provider makes sure that we are us; None: there is no
        such door."""
        return None

    def acknowledge(self, request: Request) -> Response:
        """What the provider hears once the body is durable."""
        return Response(status=200)

    def wrap(self, request: Request) -> bytes:
        """The body to keep of a genuine request: whatever `parse` needs of it."""
        return request.body

    def listener(self) -> Listen | None:
        """A loop that fetches or hears by itself, where the provider posts nothing."""
        return None

    def templates(self) -> Sequence[TemplateNews]:
        """The templates the provider has for us now. Raises Rejected or Unavailable."""
        return ()

    def check(self) -> Sequence[Finding]:
        """Look whether everything is as it should be, asking the provider where that helps."""
        return ()


def signature(secret: str, body: bytes) -> str:
    """HMAC-SHA256 over the raw body, as lower-case hexadecimal."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_signed(secret: str, body: bytes, given: str) -> bool:
    """Whether `given` ("sha256=<hex>", or the hex alone) signs `body`. Shut without a secret."""
    if not secret:
        return False
    offered = given.removeprefix("sha256=").encode("utf-8", "surrogateescape")
    return hmac.compare_digest(signature(secret, body).encode(), offered)
