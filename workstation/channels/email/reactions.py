"""A mail that is nothing but an emoji put on another mail, in the form in which Gmail sends it."""

from email.message import Message

import orjson

from workstation.channels.email.packing import unpacked
from workstation.channels.email.tree import header, media_type, own_parts
from workstation.models.text import storable

KIND = "text/vnd.google.email-reaction+json"
_VERSION = 1
_LONGEST = 20
"""Characters: a family of four with skin colours has eleven."""


def reaction_in(mail: "Message[str, str]") -> str:
    """The emoji; empty where it is a mail like any other."""
    for part in own_parts(mail):
        if media_type(part) != KIND:
            continue
        if header(part, "Content-Disposition").lower().startswith("attachment"):
            continue
        try:
            told = orjson.loads(unpacked(part)[0])
        except orjson.JSONDecodeError:
            continue
        emoji = told.get("emoji") if isinstance(told, dict) else None
        is_known = isinstance(told, dict) and told.get("version") == _VERSION
        if is_known and isinstance(emoji, str) and 0 < len(emoji.strip()) <= _LONGEST:
            return storable(emoji.strip())
    return ""
