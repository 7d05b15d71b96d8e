"""A contact that is open: its head, its messages and calls.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass
from typing import Any, Literal


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
