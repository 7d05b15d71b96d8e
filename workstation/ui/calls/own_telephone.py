"""Calling somebody with this computer's own telephone (`tel:`), where the provider cannot be asked
to dial: what the provider tells of that call appears on the contact by itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from workstation.replica.rows.contact import ContactHead
from workstation.rules.addresses import is_number
from workstation.ui.contact.refusal_words import refusal_words
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.words import translate

_CHANNELS: Final = ("phone", "whatsapp")
"""Where an address is a telephone number, the likeliest first."""


def call_back(
    context: DeskContext,
    head: ContactHead,
    by_provider: Callable[[str], None],
    owner: QObject,
    called: Callable[[], None] = lambda: None,
) -> None:
    """Call the customer of a contact: `by_provider` on a number ("" when the desk knows none)
    where that can be, else here, of which `called` hears once a telephone was asked."""

    def work(replica: ReplicaDoor) -> tuple[str, bool]:
        line = replica.reference().lines.get("phone")
        here = line is not None and line.state != "closed" and not line.rules.get("calls", False)
        return number_of(replica, head), here

    def found(answer: tuple[str, bool]) -> None:
        number, here = answer
        if not here:
            by_provider(number)
        elif not number:
            context.news.notice.emit(refusal_words("no_number", context.language), "bad")
        elif QDesktopServices.openUrl(QUrl(f"tel:{number}")):
            said = translate("calls", "Your own telephone is asked to call {number}.")
            context.news.notice.emit(said.format(number=number), "ok")
            called()
        else:
            said = translate("calls", "Dial {number}: nothing on this computer makes calls.")
            context.news.notice.emit(said.format(number=number), "bad")

    context.reader.ask("call_back", work, found, owner=owner)


def number_of(replica: ReplicaDoor, head: ContactHead) -> str:
    """Where the customer can be called; empty when no number of theirs is known."""
    if head.channel == "phone" and is_number(head.address):
        return head.address
    card = replica.customer(head.customer_id)
    known = () if card is None else sorted(card.identities, key=lambda one: not one.verified)
    for channel in _CHANNELS:
        for one in known:
            if one.channel == channel and is_number(one.address):
                return one.address
    return ""
