"""A webhook of Messenger or Instagram, read event by event.

What is heard on "standby", while another application has the word, counts like any other: whoever
answers there is heard as well, as an echo, so that nobody waits twice. Handing the word over, and
agreeing to marketing, are no matter for a transcript and are left out on purpose.
"""

import datetime as dt
import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workstation.channels.graph.envelope import entries
from workstation.channels.graph.fields import moment, part, parts, text, true
from workstation.channels.incoming import (
    Deleted,
    DeliveryNews,
    Edited,
    Inbound,
    Notice,
    NotUnderstood,
    Parsed,
    Reacted,
    ReadUpTo,
    Severity,
)
from workstation.channels.social import messages
from workstation.channels.social.account import OURS, PIECE, Account
from workstation.channels.social.messages import Sender
from workstation.models.text import storable
from workstation.rules.addresses import canonical
from workstation.rules.failures import coded

log = logging.getLogger(__name__)
_SILENT = frozenset(
    {
        "account_linking",
        "app_roles",
        "game_play",
        "optin",
        "pass_thread_control",
        "request_thread_control",
        "response_feedback",
        "take_thread_control",
    }
)
_FRAME = frozenset(
    {"sender", "recipient", "timestamp", "hop_context", "is_self", "prior_message", "id"}
)
_NAMES = {"messenger": "Messenger", "instagram": "Instagram"}
_FIRST = 1
"""A moment for what must have one and has none: any other is newer."""
_HEARTS = {
    "smile": "😆",
    "laugh": "😆",
    "angry": "😡",
    "sad": "😢",
    "wow": "😮",
    "love": "❤",
    "like": "👍",
    "dislike": "👎",
}
"""What a reaction looks like where only its name is told."""


@dataclass(slots=True)
class _Heard:
    messages: list[Inbound] = field(default_factory=list)
    news: list[DeliveryNews] = field(default_factory=list)
    reads: list[ReadUpTo] = field(default_factory=list)
    edits: list[Edited] = field(default_factory=list)
    deletions: list[Deleted] = field(default_factory=list)
    reactions: list[Reacted] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    broken: int = 0

    def parsed(self) -> Parsed:
        """Raises NotUnderstood when there is nothing but broken events."""
        if self.broken and self == _Heard(broken=self.broken):
            raise NotUnderstood("an event has no sender, or no id")
        return Parsed(
            messages=tuple(self.messages),
            news=tuple(self.news),
            reads=tuple(self.reads),
            edits=tuple(self.edits),
            deletions=tuple(self.deletions),
            reactions=tuple(self.reactions),
            notices=tuple(self.notices),
            unread=self.broken,
        )


def read(body: bytes, account: Account) -> Parsed:
    """What the provider posted; raises NotUnderstood."""
    heard = _Heard()
    for entry in entries(body, account.whose):
        ours = account.ids | {text(entry, "id")}
        at = instant(entry, "time")
        for under in ("messaging", "standby"):
            for event in parts(entry, under):
                _event(event, ours, at, account, heard)
        for change in parts(entry, "changes"):
            value = part(change, "value")
            if "sender" in value and "recipient" in value:
                _event(value, ours, at, account, heard)
            else:
                # What is public (comments, mentions) is answered where it stands.
                log.info("a change of %s is left alone", text(change, "field")[:80])
    return heard.parsed()


def instant(given: Any, name: str) -> int | None:
    """A moment in milliseconds, told in milliseconds, seconds, or as ISO 8601 in a text."""
    found = moment(given, name)
    if found is not None:
        return found
    try:
        told = dt.datetime.fromisoformat(text(given, name))
    except ValueError:
        return None
    if told.tzinfo is None:
        told = told.replace(tzinfo=dt.UTC)
    return max(int(told.timestamp() * 1000), 0)


def _event(
    event: Mapping[str, Any],
    ours: frozenset[str],
    entry_at: int | None,
    account: Account,
    heard: _Heard,
) -> None:
    from_, to = text(part(event, "sender"), "id"), text(part(event, "recipient"), "id")
    told = part(event, "message")
    by_us = true(told, "is_echo") or from_ in ours
    customer = canonical(account.product, to if by_us else from_)
    edited = part(event, "message_edit")
    kinds = [name for name in event if name not in _FRAME]
    if kinds and _SILENT.issuperset(kinds):
        return
    if "policy_enforcement" in event or "policy-enforcement" in event:
        heard.notices.append(_policy(event, account))
        return
    at = instant(event, "timestamp")
    sender = Sender(customer, by_us, entry_at if at is None else at)
    if edited:  # Instagram does not always say by whom
        _edit(edited, sender, heard)
        return
    if not customer:
        heard.broken += 1
        return
    if customer in ours:
        return  # we wrote to ourselves
    if "message" in event:
        _message(event, told, sender, account, heard)
    elif "postback" in event:
        heard.messages.append(messages.postback(event, sender, account, _named(event)))
    elif "reaction" in event:
        _reaction(part(event, "reaction"), sender, heard)
    elif "delivery" in event:
        _delivery(part(event, "delivery"), sender, account, heard)
    elif "read" in event:
        _read(part(event, "read"), sender, account, heard)
    elif "referral" in event:
        heard.messages.append(messages.referral(event, sender, account, _named(event)))
    elif kinds:
        name = kinds[0]
        heard.messages.append(messages.unknown(name, sender, account, _named(event)))
    else:
        heard.broken += 1


def _message(
    event: Mapping[str, Any],
    told: Mapping[str, Any],
    sender: Sender,
    account: Account,
    heard: _Heard,
) -> None:
    mid = text(told, "mid")
    if not mid:
        heard.broken += 1
        return
    if true(told, "is_deleted"):
        gone = Deleted(provider_id=mid, at=sender.at or _FIRST, echo=sender.ours)
        heard.deletions.append(gone)
        return
    if sender.ours:
        metadata = text(told, "metadata")
        reference = metadata.removeprefix(OURS) if metadata.startswith(OURS) else None
        if metadata.startswith(PIECE):
            return  # the last piece tells of the whole
        if reference is not None or (account.app and text(told, "app_id") == account.app):
            heard.news.append(
                DeliveryNews(provider_id=mid, state="sent", at=sender.at, reference=reference)
            )
            return
    heard.messages.append(messages.message(event, sender, account))


def _reaction(told: Mapping[str, Any], sender: Sender, heard: _Heard) -> None:
    mid = text(told, "mid")
    if not mid:
        heard.broken += 1
        return
    emoji = text(told, "emoji") or _HEARTS.get(text(told, "reaction"), "❤")
    if text(told, "action") == "unreact":
        emoji = ""
    address = "" if sender.ours else sender.customer
    heard.reactions.append(
        Reacted(provider_id=mid, address=address, emoji=emoji[:20], at=sender.at or _FIRST)
    )


def _edit(told: Mapping[str, Any], sender: Sender, heard: _Heard) -> None:
    mid = text(told, "mid")
    if mid and "text" not in told:
        return  # "num_edit": 0 comes with a message that nobody changed
    if not mid:
        heard.broken += 1
        return
    heard.edits.append(
        Edited(provider_id=mid, text=text(told, "text"), at=sender.at or _FIRST, echo=sender.ours)
    )


def _delivery(told: Mapping[str, Any], sender: Sender, account: Account, heard: _Heard) -> None:
    mids = told.get("mids")
    watermark = instant(told, "watermark") or sender.at
    named = [mid for mid in mids if isinstance(mid, str) and mid] if isinstance(mids, list) else []
    for mid in named:
        heard.news.append(DeliveryNews(provider_id=storable(mid), state="delivered", at=watermark))
    if not named:
        _up_to("delivered", watermark, sender, account, heard)


def _read(told: Mapping[str, Any], sender: Sender, account: Account, heard: _Heard) -> None:
    """Messenger tells until when they have read, Instagram which message was the last."""
    mid = text(told, "mid")
    if mid:
        heard.news.append(DeliveryNews(provider_id=mid, state="read", at=sender.at))
    _up_to("read", instant(told, "watermark") or sender.at, sender, account, heard)


def _up_to(state: Any, at: int | None, sender: Sender, account: Account, heard: _Heard) -> None:
    if at is not None:
        heard.reads.append(
            ReadUpTo(channel=account.product, thread=sender.customer, state=state, at=at)
        )


def _policy(event: Mapping[str, Any], account: Account) -> Notice:
    told = part(event, "policy_enforcement") or part(event, "policy-enforcement")
    action = text(told, "action").lower() or "warning"
    severities: dict[str, Severity] = {"warning": "warning", "unblock": "fine"}
    return Notice(
        text=coded(
            "line.account_policy",
            product=_NAMES[account.product],
            action=action[:40],
            said=text(told, "reason")[:300].rstrip(".") or "-",
        ),
        severity=severities.get(action, "broken"),
    )


def _named(event: Mapping[str, Any]) -> str:
    """An id for what has none: the same for the same event, however often it comes."""
    plain = json.dumps(event, sort_keys=True)
    return f"event-{hashlib.sha256(plain.encode()).hexdigest()[:40]}"
