"""What a channel hands to its provider, how that may end, and what the channel takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from workstation.models.base import Channel as ChannelName


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
    sentence, with what to do next. `code` names it in `rules/failures`, where it is translated;
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
