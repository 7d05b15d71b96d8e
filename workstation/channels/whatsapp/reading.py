"""A webhook of WhatsApp, read into plain things.

One body may tell of several numbers; only ours concerns us. Whatever nobody foresaw is left alone,
and one item that cannot be read never takes its neighbours with it.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workstation.channels.graph.envelope import entries
from workstation.channels.graph.faults import name_of
from workstation.channels.graph.fields import moment, part, parts, text
from workstation.channels.incoming import (
    AddressNews,
    CallNews,
    Deleted,
    DeliveryNews,
    Edited,
    Inbound,
    Notice,
    Parsed,
    Reacted,
    TemplateNews,
)
from workstation.channels.whatsapp import account
from workstation.channels.whatsapp.calls import call_news, call_status
from workstation.channels.whatsapp.news import delivery_news, told_of
from workstation.channels.whatsapp.people import GROUP, before_and_after, is_user, person
from workstation.channels.whatsapp.shapes import about, said
from workstation.rules.addresses import canonical
from workstation.rules.failures import coded

log = logging.getLogger(__name__)
Given = Mapping[str, Any]

ACCOUNT: Mapping[str, Callable[[Given], TemplateNews | Notice | None]] = {
    "message_template_status_update": account.template_status,
    "message_template_quality_update": account.template_quality,
    "message_template_components_update": account.template_components,
    "template_category_update": account.template_category,
    "account_update": account.account_update,
    "account_alerts": account.account_alert,
    "account_review_update": account.account_review,
    "phone_number_name_update": account.number_name,
    "phone_number_quality_update": account.number_quality,
    "security": account.security,
}
"""Changes of the account as a whole, by field. Of others (history that an application hands over,
contacts, groups, advertising preferences, prices) a desk makes nothing."""


def read(body: bytes, phone_number_id: str) -> Parsed:
    """What a posted body says about our number; raises NotUnderstood."""
    reading = _Reading(phone_number_id)
    for entry in entries(body, "whatsapp_business_account"):
        for change in parts(entry, "changes"):
            reading.change(text(change, "field"), part(change, "value"))
    return reading.parsed()


@dataclass
class _Reading:
    ours: str
    messages: list[Inbound] = field(default_factory=list)
    news: list[DeliveryNews] = field(default_factory=list)
    edits: list[Edited] = field(default_factory=list)
    deletions: list[Deleted] = field(default_factory=list)
    reactions: list[Reacted] = field(default_factory=list)
    calls: list[CallNews] = field(default_factory=list)
    addresses: list[AddressNews] = field(default_factory=list)
    templates: list[TemplateNews] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    unread: int = 0

    def parsed(self) -> Parsed:
        if self.unread:
            log.warning("items of a webhook of WhatsApp that cannot be read: %s", self.unread)
        return Parsed(
            messages=tuple(self.messages),
            news=tuple(self.news),
            edits=tuple(self.edits),
            deletions=tuple(self.deletions),
            reactions=tuple(self.reactions),
            calls=tuple(self.calls),
            addresses=tuple(self.addresses),
            templates=tuple(self.templates),
            notices=tuple(dict.fromkeys(self.notices)),
            unread=self.unread,
        )

    def change(self, name: str, value: Given) -> None:
        if name in ACCOUNT:
            self._account(ACCOUNT[name](value))
            return
        metadata = part(value, "metadata")
        number = text(metadata, "phone_number_id")
        if number and number != self.ours:
            self.notices.append(Notice(text=coded("line.other_number", number=number[:80])))
            return
        match name:
            case "messages":
                self._each(value, "messages", self._message)
                self._each(value, "statuses", self._status)
                self._errors(value)
            case "smb_message_echoes":
                self._each(value, "message_echoes", self._echo)
            case "calls":
                self._each(value, "calls", self._call)
                self._each(value, "statuses", self._status)
            case "user_id_update":
                self._each(value, "user_id_update", self._user_id)
            case _:
                log.info("a change of %s is left alone", name[:80])

    def _each(self, value: Given, name: str, read: Callable[[Given, Given], None]) -> None:
        items = value.get(name)
        for item in items if isinstance(items, list) else ():
            try:
                if not isinstance(item, Mapping):
                    raise ValueError(name)
                read(value, item)
            except (ValueError, TypeError, ArithmeticError, LookupError, RecursionError):
                self.unread += 1

    # ------------------------------------------------------------ items

    def _message(self, value: Given, message: Given, *, echo: bool = False) -> None:
        identifier = text(message, "id")
        at = moment(message, "timestamp")
        kind = text(message, "type")
        if kind in ("edit", "revoke"):
            self._changed(kind, message, at or 0, echo=echo)
            return
        if kind == "system" and self._moved(message, at or 0):
            return  # it may name nobody but in what it says
        who = person(value, message, "to" if echo else "from")
        if not identifier or not who.address:
            raise ValueError("a message without an id, or from nobody")
        if kind == "reaction":
            self._reaction(message, who.address, at or 0)
            return
        if kind == "request_welcome":
            return  # the conversation was opened, and nothing was written yet
        content = said(message)
        surroundings, reply_to, product = about(message)
        group = text(message, "group_id")
        self.messages.append(
            Inbound(
                channel="whatsapp",
                provider_id=identifier,
                thread=f"{GROUP}{group}" if group else who.thread,
                address=who.address,
                name=who.name,
                text=content.text,
                at=at,
                product_code=product or content.product_code,
                remote=content.remote,
                facts={**surroundings, **content.facts},
                reply_to=reply_to,
                verified=True,
                also=who.also,
                echo=echo,
            )
        )

    def _echo(self, value: Given, message: Given) -> None:
        """What somebody of ours did on a telephone; unless it went to ourselves."""
        ours = _number(text(part(value, "metadata"), "display_phone_number"))
        to = _number(text(message, "to"))
        self._message(value, message, echo=not to or to != ours)

    def _changed(self, kind: str, message: Given, at: int, *, echo: bool) -> None:
        given = part(message, kind)
        original = text(given, "original_message_id")
        if not original:
            raise ValueError("nothing to change")
        if kind == "revoke":
            self.deletions.append(Deleted(provider_id=original, at=at, echo=echo))
            return
        words = said(part(given, "message")).text
        self.edits.append(Edited(provider_id=original, text=words, at=at, echo=echo))

    def _reaction(self, message: Given, address: str, at: int) -> None:
        reaction = part(message, "reaction")
        target = text(reaction, "message_id")
        if not target:
            raise ValueError("a reaction to nothing")
        emoji = text(reaction, "emoji")
        self.reactions.append(Reacted(provider_id=target, address=address, emoji=emoji, at=at))

    def _moved(self, message: Given, at: int) -> bool:
        """A customer's number or id changed. Whether it was that."""
        system = part(message, "system")
        kind = text(system, "type")
        number = text(system, "customer") or text(message, "from")
        told = text(system, "body")
        user = text(message, "from_user_id") or text(system, "previous_user_id")
        if not user and kind == "user_changed_user_id":
            user = before_and_after(told)[0]
        new_number = text(system, "wa_id") or text(system, "new_wa_id")
        new_user = text(system, "user_id") or before_and_after(told)[1]
        if kind == "customer_identity_changed":
            # Their telephone has a new key: who they are at WhatsApp did not change.
            address = user or _number(number)
            self._address(address, address, at, told)
            return True
        if kind not in ("user_changed_number", "customer_changed_number", "user_changed_user_id"):
            return False
        if is_user(number):
            number, user = "", user or number
        moved = [(_number(number), _number(new_number))] if number and new_number else []
        moved += [(user, new_user)] if user and new_user and user != new_user else []
        if not moved:
            raise ValueError("an address that changed from, or to, nothing")
        for before, after in moved:
            self._address(before, after, at, told)
        return True

    def _user_id(self, value: Given, update: Given) -> None:
        ids = part(update, "user_id")
        before, after = text(ids, "previous"), text(ids, "current")
        at = moment(update, "timestamp") or 0
        self._address(before, after, at, text(update, "detail"))

    def _address(self, before: str, after: str, at: int, told: str) -> None:
        if not before or not after:
            raise ValueError("an address that changed from, or to, nothing")
        self.addresses.append(
            AddressNews(channel="whatsapp", before=before, after=after, at=at, text=told)
        )

    def _status(self, value: Given, status: Given) -> None:
        if not text(status, "id"):
            raise ValueError("a state of nothing")
        if text(status, "type") == "call":
            call = call_status(value, status)
            if call is not None:
                self.calls.append(call)
            return
        if text(status, "type") not in ("", "message"):
            return  # of a payment: that it failed says nothing of the message
        if text(status, "status") == "deleted":  # the customer took one of theirs back
            at = moment(status, "timestamp") or 0
            self.deletions.append(Deleted(provider_id=text(status, "id"), at=at))
            return
        news = delivery_news(status)
        if news is not None:
            self.news.append(news)

    def _call(self, value: Given, call: Given) -> None:
        if not text(call, "id"):
            raise ValueError("a call without an id")
        self.calls.extend(call_news(value, call))

    def _errors(self, value: Given) -> None:
        """Beside messages, errors are about one of those; else about our account or all of
        WhatsApp."""
        for error in parts(value, "errors"):
            told = told_of(error)[:1000]
            if value.get("messages"):
                said = coded("line.not_handed_over", said=told)
            else:
                said = name_of("whatsapp", text(error, "code"))
            self.notices.append(Notice(text=said or coded("line.account_alert", said=told)))

    def _account(self, found: TemplateNews | Notice | None) -> None:
        if isinstance(found, TemplateNews):
            self.templates.append(found)
        elif found is not None:
            self.notices.append(found)


def _number(given: str) -> str:
    return canonical("whatsapp", given)
