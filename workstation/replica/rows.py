"""What the replica answers with: plain rows, detached from any database.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from workstation.replica.knowledge_rows import AnswerRow, NoteRow, OpenContactRow, RatingRow
from workstation.replica.lists import (
    InboxIds as InboxIds,  # noqa: PLC0414 - one place to import rows from
    Order as Order,  # noqa: PLC0414
    SavedViewRow as SavedViewRow,  # noqa: PLC0414
    View as View,  # noqa: PLC0414
    ViewKind as ViewKind,  # noqa: PLC0414
)
from workstation.replica.order_rows import OrderRow

SEEN: Final = "seen\n"
EntryState = Literal["waiting", "sending", "accepted", "refused"]
MoodName = Literal["online", "slow", "offline", "signed_out", "rebuilding", "resting"]
""""resting": a first download that a person stopped; what is here works."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Where a search found a contact: a line of what was said and in which message, "" when it was
    nowhere; or in its customer's name. `spans` and `in_name` are (start, end) offsets."""

    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    message_id: str = ""
    in_name: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class InboxRow:
    number: int
    contact_id: str
    name: str
    channel: str
    team_id: str
    product_type_id: str | None
    subject: str
    last_text: str
    last_side: str
    last_at: int
    waiting_since: int | None
    due_at: int | None
    unread: bool
    owner_id: str | None
    state: str
    snoozed_until: int | None
    language: str
    pending: bool
    """Something I did to it waits to be sent."""
    customers: tuple[str, ...] = ()
    """Whose it is, and who that turned out to be: when these change, so does the name."""
    tags: tuple[str, ...] = ()
    read_at: int | None = None
    found: FoundLine | None = None
    """In a list of what a search found."""


@dataclass(frozen=True, slots=True)
class ContactHead:
    contact_id: str
    name: str
    channel: str
    address: str
    state: str
    subject: str
    language: str
    team_id: str
    owner_id: str | None
    owner_name: str
    customer_id: str
    product_type_id: str | None
    product_id: str | None
    variant_id: str | None
    order_number: str
    opened_at: int
    last_at: int
    waiting_since: int | None
    due_at: int | None
    snoozed_until: int | None
    read_at: int | None
    guest: bool
    """Fetched as history: to read, not to act on."""
    own_customer_id: str = ""
    """The customer the contact was made for; `customer_id` is who they turned out to be."""
    reply_until: int | None = None
    """Until when the channel lets us answer freely; empty where it always does."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    attachment_id: str
    sha256: str
    size: int
    media_type: str
    name: str
    width: int | None
    height: int | None
    state: Literal["ready", "fetching", "failed"] = "ready"
    failure: str = ""
    role: str = ""
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class CallRow:
    """A telephone call; times in milliseconds since the epoch. `number` is empty when withheld."""

    call_id: str
    contact_id: str
    inbound: bool
    number: str
    state: Literal["dialling", "ringing", "talking", "held", "ended"]
    outcome: str
    agent_id: str | None
    started_at: int
    answered_at: int | None
    held_since: int | None
    held_ms: int
    ended_at: int | None
    wished: str
    failure: str
    name: str = ""
    """Of the customer, as far as they are known."""
    provisional: bool = False
    city: str = ""
    order_number: str = ""
    """Their newest order."""
    others: int = 0
    """Contacts of theirs that are open, beside the one of the call."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    message_id: str
    direction: Literal["inbound", "outbound", "internal"]
    kind: Literal["text", "note", "event", "call"]
    author_id: str | None
    author_name: str
    text: str
    facts: dict[str, Any]
    at: int
    delivery: str
    failure: str
    reply_to_id: str | None
    pending: bool
    """Still in the outbox."""
    attachments: tuple[AttachmentRow, ...] = ()
    send_at: int | None = None
    """When it is its turn to be sent, while the channel has it wait."""
    edited_at: int | None = None
    deleted_at: int | None = None
    call: CallRow | None = None
    """With kind "call"."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A stretch of a contact's messages, oldest first. `earlier` says there are older ones."""

    contact_id: str
    messages: tuple[MessageRow, ...]
    earlier: bool
    looked_at: int | None = None
    """The newest moment that was looked at on this desk, milliseconds since the epoch; else until
    when the contact counts as read."""
    answered: tuple[MessageRow, ...] = ()
    """Older messages that some of these answer, or that is being answered."""
    answering: str = ""
    """The id of the message that is being answered on this desk, empty when none is."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    action_id: str
    kind: str
    contact_id: str | None
    name: str
    text: str
    state: EntryState
    made_at: int
    attempts: int
    refusal_code: str
    refusal_facts: dict[str, str]
    returns_to_composer: bool
    data: dict[str, Any]
    posted: bool = False
    """The office may know of it: it is not taken back any more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and not sent. `files` are paths in the profile's folder."""

    contact_id: str
    text: str
    mode: Literal["reply", "note"] = "reply"
    files: tuple[dict[str, Any], ...] = ()
    reason: str = ""
    """Why it came back, when it did: a line each for the refusal's code, its facts as JSON, and
    the action's id. After `SEEN` when the person has read and dismissed it."""


@dataclass(frozen=True, slots=True)
class IdentityRow:
    channel: str
    address: str
    verified: bool
    customer_id: str = ""
    """Whose it was before they were merged."""


@dataclass(frozen=True, slots=True)
class MergedRow:
    """Somebody who turned out to be this customer."""

    customer_id: str
    name: str
    merged_at: int | None
    merged_by: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Somebody who is likely this customer too. `facts` holds what they share."""

    match_id: str
    customer_id: str
    name: str
    city: str
    reason: str
    facts: dict[str, Any]
    addresses: tuple[tuple[str, str], ...]
    """channel, address"""
    provisional: bool


@dataclass(frozen=True, slots=True)
class TimelineRow:
    contact_id: str
    channel: str
    at: int
    state: str
    subject: str
    last_text: str
    reason_en: str
    reason_nl: str
    reason_id: str = ""
    kind: str = ""
    """Of the reason: a question or a complaint."""
    product: str = ""
    offered: tuple[str, ...] = ()
    """Ids of what was offered."""
    agent_name: str = ""
    """Who wrapped it up."""
    wrapped_note: str = ""
    call_seconds: int | None = None
    """How long was talked, of a telephone contact."""


@dataclass(frozen=True, slots=True)
class CustomerCard:
    customer_id: str
    name: str
    city: str
    language: str
    since: int | None
    provisional: bool
    note: str
    identities: tuple[IdentityRow, ...]
    orders: tuple[OrderRow, ...]
    timeline: tuple[TimelineRow, ...]
    merged: tuple[MergedRow, ...] = ()
    matches: tuple[MatchRow, ...] = ()
    """Open suggestions, the oldest first."""
    preferred_channel: str = ""
    ratings: tuple[RatingRow, ...] = ()
    """The newest first."""
    notes: tuple[NoteRow, ...] = ()
    """The newest first."""


@dataclass(frozen=True, slots=True)
class VariantRow:
    variant_id: str
    sku: str
    name: str
    attributes: dict[str, Any]
    price: int
    currency: str
    stock: int | None


@dataclass(frozen=True, slots=True)
class ProductCard:
    product_id: str
    variant_id: str | None
    name: str
    brand: str
    type_en: str
    type_nl: str
    description: str
    specifications: dict[str, Any]
    variants: tuple[VariantRow, ...]
    answers: tuple[AnswerRow, ...]
    """The product's own first."""
    product_type_id: str | None = None
    image: str = ""
    """Where the shop's feed says that its picture is."""
    link: str = ""
    open_contacts: tuple[OpenContactRow, ...] = ()
    """Not wrapped up, the oldest first."""
    open_count: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One contact found by search, with the message that matched; `spans` are (start, end)
    offsets into `snippet`."""

    contact_id: str
    message_id: str
    name: str
    channel: str
    at: int
    snippet: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TeamRow:
    team_id: str
    name_en: str
    name_nl: str
    icon: str
    mine: bool


@dataclass(frozen=True, slots=True)
class AgentRow:
    agent_id: str
    name: str
    role: str
    presence: str
    presence_reason: str
    presence_until: int | None = None
    """When they mean to be back, if they said so."""


@dataclass(frozen=True, slots=True)
class ReasonRow:
    reason_id: str
    parent_id: str | None
    kind: str
    name_en: str
    name_nl: str


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    resolution_id: str
    name_en: str
    name_nl: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """How a channel is doing, and what it takes (`Rules.as_facts` of the channels)."""

    channel: str
    provider: str
    state: Literal["open", "degraded", "down", "closed"]
    reason: str
    since: int
    rules: dict[str, Any]


@dataclass(frozen=True, slots=True)
class DialRow:
    """A channel's dial, and what it did in the last hour (`seen_at` 0: nothing was counted yet)."""

    channel: str
    active: bool
    share: int
    per_hour: int | None
    at_once: int | None
    hours: dict[str, list[list[str]]]
    told_en: str
    told_nl: str
    instead: str
    seen_at: int
    offered: int
    kept_back: int
    begun: int
    told: int
    open_now: int


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A message the provider approved; `places` are what there is to fill in, in order."""

    channel: str
    name: str
    language: str
    category: str
    header: str
    body: str
    footer: str
    buttons: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """What every screen needs to say names: small, loaded whole."""

    me: AgentRow
    teams: tuple[TeamRow, ...]
    agents: tuple[AgentRow, ...]
    reasons: tuple[ReasonRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    product_types: dict[str, tuple[str, str]]
    """id: name_en, name_nl"""
    lines: dict[str, LineRow] = field(default_factory=dict)
    """By channel."""
    views: tuple[SavedViewRow, ...] = ()
    """Those I keep and those of my teams, in their order."""
    promises: dict[tuple[str, str], int] = field(default_factory=dict)
    """(channel, "first_reply" or "next_reply"): minutes."""


MOST_COUNTED: Final = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """Open contacts per list of the sidebar; `late` are those whose promise has run out."""

    mine: int
    snoozed: int
    teams: dict[str, int]
    late: dict[str, int]
    mine_late: int
    views: dict[str, int] = field(default_factory=dict)
    """By saved view how many contacts are in it, counted to `MOST_COUNTED`."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change touched, so that each screen can decide whether it concerns it."""

    contacts: frozenset[str] = frozenset()
    customers: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Mood:
    """How the connection is. `detail` is for a person who asks; `next_try_at` when offline."""

    name: MoodName
    detail: str = ""
    waiting: int = 0
    refused: int = 0
    next_try_at: int | None = None
    contacts: int = 0
    """How many are here, while a first download runs or rests."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What a look at a channel's configuration found, in both languages."""

    severity: Literal["broken", "warning", "fine"]
    english: str
    dutch: str


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """A body of a provider that could not be read, kept for a person."""

    arrival_id: str
    slot: str
    at: int
    size: int
    error: str


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What only the server knows of its channels: findings by channel ("" is all of them), and
    what could not be read."""

    findings: dict[str, tuple[FindingRow, ...]]
    arrivals: tuple[ArrivalRow, ...]
