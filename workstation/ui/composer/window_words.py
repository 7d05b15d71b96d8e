"""How long a customer may still be answered freely, in words and a tone."""

from typing import Final

from workstation.ui.contact.moments import moment_words
from workstation.ui.inbox.inbox_words import DAY, HOUR, MINUTE, length
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.pill import Tone
from workstation.ui.words import translate

SOON: Final = 2 * HOUR
VERY_SOON: Final = 20 * MINUTE
SHOWN: Final = DAY
"""Longer than this and the window is no news."""


def window_words(reply_until: int | None, now: int) -> tuple[str, Tone]:
    """The pill beside the tabs; ("", "quiet") where nothing needs to be said."""
    if reply_until is None:
        return "", "quiet"
    left = reply_until - now
    if left <= 0:
        return translate("composer", "Free replies closed"), "bad"
    if left > SHOWN:
        return "", "quiet"
    words = translate("composer", "Free reply for {time}").format(time=length(left))
    if left <= VERY_SOON:
        return words, "bad"
    return words, "warn" if left <= SOON else "quiet"


def window_hint(channel: str, reply_until: int, now: int, language: str) -> str:
    """The same in a sentence, for who wants to know."""
    moment = moment_words(reply_until, now, language)
    return translate(
        "composer",
        "{channel} lets us write freely until {moment}; their next message starts it anew.",
    ).format(channel=channel_name(channel), moment=moment)


def closed_words(channel: str, *, templates: bool) -> str:
    """Why the field is gone, and what can be done."""
    name = channel_name(channel)
    if templates:
        return translate(
            "composer",
            "The customer wrote too long ago for a free reply on {channel}. Send an approved "
            "template: when they answer, you can write freely again.",
        ).format(channel=name)
    return translate(
        "composer",
        "The customer wrote too long ago for a reply on {channel}. Call them, or write by mail.",
    ).format(channel=name)
