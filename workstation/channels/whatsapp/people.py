"""Who wrote a message: by the id of a user where WhatsApp gives one, else by number.

A number may be withheld, and may pass to somebody else; the id of a user is theirs alone. Where a
webhook shows both, the number is named beside the id as an address of the same person, so that
somebody we knew by number stays who they were. The conversation keeps the number's name as long as
webhooks show it, so that it is the same one before and after ids of users appeared.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workstation.channels.graph.fields import part, parts, text
from workstation.models.base import Channel as ChannelName
from workstation.rules.addresses import canonical, is_number

GROUP = "group:"
"""Begins the thread of a conversation of more than two."""
_USER = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[0-9A-Za-z]{1,128}")


def is_user(address: str) -> bool:
    """Whether this is the id of a user ("NL.1234"), and not a number."""
    return _USER.fullmatch(address) is not None


def before_and_after(told: str) -> tuple[str, str]:
    """The ids in "User Anna changed from NL.1234 to NL.5678", each empty where it is no id: some
    webhooks say the former one nowhere else."""
    words = told.split()[-4:]
    if len(words) != 4 or (words[0], words[2]) != ("from", "to"):
        return "", ""
    before, after = (word if is_user(word) else "" for word in (words[1], words[3]))
    return before, after


@dataclass(frozen=True, slots=True)
class Person:
    """`number` has a plus; it or `user` may be empty, for what says neither is nobody."""

    number: str
    user: str
    name: str

    @property
    def address(self) -> str:
        return self.user or self.number

    @property
    def thread(self) -> str:
        return self.number or self.user

    @property
    def also(self) -> tuple[tuple[ChannelName, str], ...]:
        found: list[tuple[ChannelName, str]] = []
        if self.user and self.number:
            found.append(("whatsapp", self.number))
        if is_number(self.number):
            found.append(("phone", self.number))
        return tuple(found)


def person(value: Mapping[str, Any], given: Mapping[str, Any], side: str = "from") -> Person:
    """Who `given`, one thing of a change's `value`, came from; or went to, with "to"."""
    number = text(given, side) or text(given, "wa_id")
    user = text(given, f"{side}_user_id") or text(given, "user_id")
    if is_user(number):
        number, user = "", user or number
    contact = _contact(value, number, user)
    number = number or text(contact, "wa_id")
    profile = part(contact, "profile")
    return Person(
        number=canonical("whatsapp", number) if number else "",
        user=user or text(contact, "user_id"),
        name=text(profile, "name") or text(profile, "username"),
    )


def _contact(value: Mapping[str, Any], number: str, user: str) -> Mapping[str, Any]:
    """What the webhook says about them: found by id or number. A lone contact is theirs: WhatsApp's
    own name of somebody is not always the number they write from."""
    contacts = parts(value, "contacts")
    for contact in contacts:
        if (user and text(contact, "user_id") == user) or (
            number and text(contact, "wa_id") == number
        ):
            return contact
    return contacts[0] if len(contacts) == 1 else {}
