"""What a channel must offer: reading what its provider posts, sending, and its own rules.

A channel knows no database and no clock. It reads bytes into plain things (`incoming.py`), hands
plain things to its provider (`outgoing.py`), and everything that must be durable happens around it.
"""

import hashlib
import hmac
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any, Literal, Protocol

from workstation.channels.incoming import InboundFile, Parsed, RemoteFile, Severity, TemplateNews
from workstation.channels.outgoing import CallControl, Outbound, Rejected, Rules, Sent


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


class Office(Protocol):
    """What a channel's listener may ask of the office around it."""

    def receive(self, body: bytes) -> None:
        """Make a body durable, as if it had been posted. Returns when it is; raises OSError when
        that cannot be done now."""
        ...

    def recall(self, name: str) -> Any:
        """What was remembered under this name: JSON, None when nothing was."""
        ...

    def remember(self, name: str, value: Any) -> None:
        """Keep a JSON value under this name: durable when this returns."""
        ...

    def say(self, state: Literal["open", "degraded", "down"], reason: str = "") -> None:
        """Tell the desks how the line is. `reason` is a code of `rules/failures`."""
        ...


Listen = Callable[[Office, Event], None]
"""A loop that runs in one thread of one process of the office, until the event is set. It comes
back when it raises, after a pause."""


class Channel(ABC):
    """A provider's mail slot. One object serves every thread of a process.

    The defaults are those of a channel that has nothing of the kind; `name`, `rules`, `parse` and
    `send` each channel brings.
    """

    name: str
    asks_names: bool = False
    """Whether its messages do not say what people are called, so that `profile` is asked."""

    @property
    @abstractmethod
    def rules(self) -> Rules: ...

    @abstractmethod
    def parse(self, body: bytes) -> Parsed:
        """What the provider posted; raises NotUnderstood. Quick: no network, no disk."""

    @abstractmethod
    def send(self, message: Outbound) -> Sent:
        """Hand it over, once. Raises Rejected, Unavailable or Uncertain; anything else that goes
        wrong counts as Uncertain."""

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
