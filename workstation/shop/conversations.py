"""Earlier conversations: one thread a row, with everything that was said on it, in order."""

from typing import cast

from workstation.models import CHANNELS, Channel
from workstation.shop.addresses import normal
from workstation.shop.fields import LONG, Fields, Wrong
from workstation.shop.records import (
    AttachmentRecord,
    ConversationRecord,
    Speaker,
    TurnRecord,
    WrapUpRecord,
)

REQUIRED = ("thread", "channel", "customer", "messages")
OPTIONAL = ("key", "opened_at", "subject", "language", "sku", "order", "wrap_up")

MOST_MESSAGES = 20_000
MOST_ATTACHMENTS = 50
TEXT_LIMIT = 2_000_000
SPEAKERS = ("customer", "agent", "note")
REASON_KINDS = ("question", "complaint")


def conversation(fields: Fields) -> ConversationRecord:
    channel = cast(Channel, fields.choice("channel", CHANNELS))
    thread = fields.need("thread")
    customer = fields.inner("customer")
    if customer is None:
        raise Wrong("customer is missing")
    address = customer.text("address")
    if address:
        address = normal(channel, address, customer.name("address"))
    key = customer.text("id")
    if not key and not address:
        raise Wrong("customer.id and customer.address are both missing")
    turns = _turns(fields)
    return ConversationRecord(
        key=fields.text("key") or f"{channel}:{thread}",
        thread=thread,
        channel=channel,
        customer_key=key,
        customer_name=customer.text("name"),
        address=address,
        opened_at=min(fields.instant("opened_at") or turns[0].at, turns[0].at),
        turns=turns,
        subject=fields.text("subject"),
        language=fields.text("language").lower()[:2],
        sku=fields.text("sku"),
        order=fields.text("order"),
        wrap_up=_wrap_up(fields.inner("wrap_up")),
    )


def _turns(fields: Fields) -> tuple[TurnRecord, ...]:
    """The messages in the order in which they stand; a later one is never earlier, and two of
    the same moment come a millisecond apart, so that every screen keeps that order."""
    turns: list[TurnRecord] = []
    keys: set[str] = set()
    before = -(1 << 62)
    for number, inner in enumerate(fields.each("messages", limit=MOST_MESSAGES), start=1):
        at = inner.need_instant("at")
        before = max(at, before + 1)
        provider_id = inner.text("id", limit=180)
        turn_key = f"id:{provider_id}" if provider_id else f"{number}"
        if turn_key in keys:
            raise Wrong(f"{inner.name('id')} is there twice")
        keys.add(turn_key)
        attachments = _attachments(inner)
        text = inner.raw("text", limit=TEXT_LIMIT)
        if not text and not attachments:
            raise Wrong(f"{inner.name('text')} is missing, and so is any attachment")
        turns.append(
            TurnRecord(
                key=turn_key,
                speaker=cast(Speaker, inner.choice("from", SPEAKERS)),
                at=before,
                text=text,
                provider_id=provider_id,
                agent=inner.text("agent"),
                attachments=attachments,
            )
        )
    if not turns:
        raise Wrong("messages is empty")
    return tuple(turns)


def _attachments(fields: Fields) -> tuple[AttachmentRecord, ...]:
    return tuple(
        AttachmentRecord(
            path=inner.need("path", limit=1000),
            media_type=inner.need("media_type"),
            name=inner.text("name"),
        )
        for inner in fields.each("attachments", limit=MOST_ATTACHMENTS)
    )


def _wrap_up(fields: Fields | None) -> WrapUpRecord | None:
    if fields is None:
        return None
    return WrapUpRecord(
        at=fields.need_instant("at"),
        kind="complaint" if fields.choice("kind", REASON_KINDS) == "complaint" else "question",
        topic=fields.need("topic"),
        agent=fields.text("agent"),
        sku=fields.text("sku"),
        note=fields.text("note", limit=LONG),
    )
