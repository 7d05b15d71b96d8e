"""A message, a pressed button, or a link that somebody followed, as a plain message."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workstation.channels.graph.fields import part, parts, text, true
from workstation.channels.incoming import (
    Inbound,
)
from workstation.channels.social.account import INBOXES, Account
from workstation.channels.social.attachments import Content, gather


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose event it is: the customer it is about, whether it was we who did it, and when."""

    customer: str
    ours: bool
    at: int | None


def message(event: Mapping[str, Any], sender: Sender, account: Account) -> Inbound:
    """What was written, by the customer or, elsewhere, by us."""
    told = part(event, "message")
    content = Content()
    content.say(text(told, "text"))
    for attachment in parts(told, "attachments"):
        gather(attachment, account, content)
    answered = part(told, "reply_to")
    if "story" in answered:
        link = text(part(answered, "story"), "url")
        content.facts = {"shape": "story", "of": "reply", "link": link}
    if part(told, "quick_reply") and not sender.ours:
        content.shape("choice", label=text(told, "text"), of="button")
    _refer(part(told, "referral") or part(event, "referral"), content)
    if true(told, "is_unsupported") or content.is_empty:
        content.shape("unsupported", what="message")
    if sender.ours:
        app = text(told, "app_id")
        content.facts["via"] = INBOXES.get(app, f"app {app}" if app else "")
    return _inbound(account, sender, text(told, "mid"), content, reply_to=text(answered, "mid"))


def postback(
    event: Mapping[str, Any], sender: Sender, account: Account, identifier: str
) -> Inbound:
    """A button of a message, of the menu, or a question that the shop proposes."""
    told = part(event, "postback")
    label = text(told, "title") or text(told, "payload")
    content = Content()
    content.say(label)
    content.shape("choice", label=label, of="button")
    _refer(part(told, "referral"), content)
    return _inbound(account, sender, text(told, "mid") or identifier, content)


def referral(
    event: Mapping[str, Any], sender: Sender, account: Account, identifier: str
) -> Inbound:
    """Somebody came by a link or an advertisement, and has not yet written: nobody waits."""
    content = Content()
    _refer(part(event, "referral"), content)
    return _inbound(account, sender, identifier, content, automatic=True)


def unknown(kind: str, sender: Sender, account: Account, identifier: str) -> Inbound:
    """Something customers can do since this was written: shown, and nobody waits."""
    content = Content()
    content.shape("unsupported", what=kind[:100])
    return _inbound(account, sender, identifier, content, automatic=True)


def _inbound(
    account: Account,
    sender: Sender,
    identifier: str,
    content: Content,
    *,
    reply_to: str = "",
    automatic: bool = False,
) -> Inbound:
    return Inbound(
        channel=account.product,
        provider_id=identifier,
        thread=sender.customer,
        address=sender.customer,
        text=content.text,
        at=sender.at,
        product_code=content.product_code,
        remote=tuple(content.files),
        facts=content.facts,
        reply_to=reply_to,
        verified=True,
        automatic=automatic,
        echo=sender.ours,
    )


def _refer(given: Mapping[str, Any], content: Content) -> None:
    """How somebody came to us, and about what."""
    if not given:
        return
    advertised = part(given, "ads_context_data")
    told = {
        "headline": text(advertised, "ad_title"),
        "body": text(given, "ref"),
        "link": text(given, "referer_uri"),
        "source": text(given, "source").lower() or text(given, "type").lower(),
    }
    if any(told.values()):
        content.facts["referral"] = told
    code = text(part(given, "product"), "id") or text(advertised, "product_id")
    if code:
        content.product_code = content.product_code or code
        content.shape("product", code=code, name="")
