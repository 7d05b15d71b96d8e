"""What hangs on a message: files, shared links, places, products, stories."""

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workstation.channels.graph.fields import moment, number, part, parts, text
from workstation.channels.incoming import (
    RemoteFile,
)
from workstation.channels.social.account import Account
from workstation.models.text import storable

_TYPES = {
    "image": "image/jpeg",
    "animated_image": "image/gif",
    "sticker": "image/png",
    "video": "video/mp4",
    "audio": "audio/mp4",
}
"""What a file most likely is, until it has been fetched."""
_LONGEST_NAME = 120


@dataclass(slots=True)
class Content:
    """What a message holds, gathered from its parts. The first shape is the message's."""

    lines: list[str] = field(default_factory=list)
    files: list[RemoteFile] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    product_code: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.files or self.facts)

    def say(self, *lines: str) -> None:
        """Add lines, but none that is there already."""
        for line in lines:
            if line and line not in self.text:
                self.lines.append(line)

    def shape(self, shape: str, /, **facts: Any) -> None:
        if "shape" not in self.facts:
            self.facts |= {"shape": shape, **facts}


def gather(attachment: Mapping[str, Any], account: Account, content: Content) -> None:
    """Add what one attachment holds."""
    kind = text(attachment, "type")
    _KINDS.get(kind, _unknown)(kind, attachment, account, content)


def _file(kind: str, attachment: Mapping[str, Any], account: Account, content: Content) -> None:
    payload = part(attachment, "payload")
    link = text(payload, "url") or text(attachment, "url")
    if not account.keeps(link):
        _unknown(kind, attachment, account, content)
        return
    if any(file.reference == link for file in content.files):
        return  # a sticker comes as a picture too
    name = _name(link)
    role = ""
    if kind == "sticker" or text(payload, "sticker_id"):
        role = "sticker"
        content.files = [file for file in content.files if file.role != "sticker"]
    elif kind == "audio" and (account.product == "instagram" or "audioclip" in name):
        role = "voice"
    guessed = mimetypes.guess_type(name)[0] if name else None
    media_type = guessed or _TYPES.get(kind, "application/octet-stream")
    content.files.append(RemoteFile(reference=link, media_type=media_type, name=name, role=role))


def _link(_: str, attachment: Mapping[str, Any], __: Account, content: Content) -> None:
    """A link that was shared: what it is called, and where it leads."""
    payload = part(attachment, "payload")
    title = text(attachment, "title") or text(payload, "title")
    link = text(attachment, "url") or text(attachment, "URL") or text(payload, "url")
    if not title and not link:
        content.shape("unsupported", what="share")
        return
    content.say(title, link)


def _shared(kind: str, attachment: Mapping[str, Any], account: Account, content: Content) -> None:
    """A post or a film of the network itself: its picture where the provider keeps one for us."""
    payload = part(attachment, "payload")
    link = text(payload, "url") or text(attachment, "url")
    if not account.keeps(link):
        _link(kind, attachment, account, content)
        return
    content.say(text(payload, "title") or text(attachment, "title"))
    if all(file.reference != link for file in content.files):
        media_type = "video/mp4" if "reel" in kind else "image/jpeg"
        content.files.append(RemoteFile(reference=link, media_type=media_type))


def _location(_: str, attachment: Mapping[str, Any], __: Account, content: Content) -> None:
    payload = part(attachment, "payload")
    coordinates = part(payload, "coordinates")
    latitude, longitude = number(coordinates, "lat"), number(coordinates, "long")
    if latitude is None or longitude is None:
        content.shape("unsupported", what="location")
        return
    content.shape(
        "location",
        latitude=latitude,
        longitude=longitude,
        name=text(attachment, "title") or text(payload, "title"),
        address="",
    )


def _template(_: str, attachment: Mapping[str, Any], __: Account, content: Content) -> None:
    """Products that somebody asks about; or, when it is we who sent it, cards and buttons."""
    payload = part(attachment, "payload")
    products = parts(part(payload, "product"), "elements")
    for product in products:
        code, name = text(product, "retailer_id") or text(product, "id"), text(product, "title")
        content.product_code = content.product_code or code
        content.shape("product", code=code, name=name)
        if len(products) > 1 or not (code or name):
            content.say(name or code)
    if products:
        return
    cards = parts(payload, "elements") or parts(part(payload, "generic"), "elements")
    content.say(text(payload, "text"))
    for card in cards:
        content.say(text(card, "title"), text(card, "subtitle"))
        content.say(*(f"[{text(button, 'title')}]" for button in parts(card, "buttons")))
    content.say(*(f"[{text(button, 'title')}]" for button in parts(payload, "buttons")))
    content.say(text(attachment, "title"))
    if not content.lines:
        content.shape("unsupported", what=text(payload, "template_type") or "template")


def _story(kind: str, attachment: Mapping[str, Any], _: Account, content: Content) -> None:
    """Somebody named us in a story of theirs, or sent us one of ours. A story ends within a day:
    only the way to it is kept, as the provider asks."""
    payload = part(attachment, "payload")
    link = text(payload, "url") or text(payload, "story_media_url")
    content.shape("story", of="mention" if kind == "story_mention" else "reply", link=link)


def _booking(_: str, attachment: Mapping[str, Any], __: Account, content: Content) -> None:
    """An appointment that somebody asks for, in the time of the place that it is made for."""
    payload = part(attachment, "payload")
    where = text(payload, "timezone")
    told = {"status": text(payload, "status")}
    told |= {name: _when(payload, f"{name}_time", where) for name in ("start", "end")}
    told["timezone"] = where
    answers = {name: answer for name, answer in told.items() if answer}
    if answers:
        content.shape("form", answers=answers)
    else:
        content.shape("unsupported", what="appointment_booking")


def _when(payload: Mapping[str, Any], name: str, where: str) -> str:
    at = moment(payload, name)
    if at is None:
        return ""
    try:
        zone: tzinfo = ZoneInfo(where)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = UTC
    return datetime.fromtimestamp(at / 1000, zone).strftime("%Y-%m-%d %H:%M")


def _unknown(kind: str, attachment: Mapping[str, Any], account: Account, content: Content) -> None:
    """What Meta keeps a file of can be looked at, whatever it calls it."""
    if kind not in _KINDS and account.keeps(text(part(attachment, "payload"), "url")):
        _file(kind, attachment, account, content)
    else:
        content.shape("unsupported", what=kind[:100])


def _name(link: str) -> str:
    """What a file is called, where its address ends like a file."""
    name = PurePosixPath(unquote(urlsplit(link).path, errors="replace")).name
    suffix = PurePosixPath(name).suffix
    return storable(name) if 1 < len(suffix) <= 6 and len(name) <= _LONGEST_NAME else ""


_KINDS: dict[str, Callable[[str, Mapping[str, Any], Account, Content], None]] = {
    "image": _file,
    "animated_image": _file,
    "sticker": _file,
    "video": _file,
    "audio": _file,
    "file": _file,
    "fallback": _link,
    "share": _shared,
    "post": _shared,
    "ig_post": _shared,
    "reel": _shared,
    "ig_reel": _shared,
    "ig_story": _story,
    "location": _location,
    "template": _template,
    "story_mention": _story,
    "appointment_booking": _booking,
    "like_heart": lambda _, __, ___, content: content.say("❤"),
}
