"""What we hand to WhatsApp for a message: one or more requests, in order.

WhatsApp carries one file a message. Several files are several messages: the first has the text as
its caption, where its kind and the text's length allow that, else the text goes ahead by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workstation.channels.outgoing import (
    Outbound,
    OutboundFile,
    Rejected,
    Rules,
)
from workstation.channels.whatsapp.people import GROUP, is_user
from workstation.rules.failures import sentence

MIB = 1 << 20
LONGEST_CAPTION = 1024
WINDOW = 24 * 3_600_000
_OFFICE = "application/vnd.openxmlformats-officedocument."

KINDS: Mapping[str, str] = {
    "image/jpeg": "image",
    "image/png": "image",
    "video/mp4": "video",
    "video/3gpp": "video",
    "audio/aac": "audio",
    "audio/amr": "audio",
    "audio/mpeg": "audio",
    "audio/mp4": "audio",
    "audio/ogg": "audio",
    "text/plain": "document",
    "application/pdf": "document",
    "application/msword": "document",
    "application/vnd.ms-excel": "document",
    "application/vnd.ms-powerpoint": "document",
    f"{_OFFICE}wordprocessingml.document": "document",
    f"{_OFFICE}spreadsheetml.sheet": "document",
    f"{_OFFICE}presentationml.presentation": "document",
}
"""Media types that WhatsApp takes from businesses, and what it calls them. Its stickers are left
out: they must have one exact size in pixels."""

RULES = Rules(
    longest_text=4096,
    media_types=frozenset(KINDS),
    largest_file=100 * MIB,
    largest_files={"image/*": 5 * MIB, "video/*": 16 * MIB, "audio/*": 16 * MIB},
    reply_window=WINDOW,
    templates=True,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One request: its content, and the file in it, if there is one, that is to be uploaded."""

    kind: str
    content: Mapping[str, Any]
    file: OutboundFile | None = None


def plain_type(media_type: str) -> str:
    """Without its parameters: "audio/ogg; codecs=opus" is "audio/ogg"."""
    return media_type.partition(";")[0].strip().lower()


def refuse(message: Outbound) -> None:
    """Raise Rejected for what WhatsApp would refuse, before anything of it has left."""
    if len(message.text) > RULES.longest_text:
        raise rejected("131001")
    for file in message.files:
        if not RULES.takes(plain_type(file.media_type), len(file.content)):
            raise rejected("131053")
    if message.template is not None or message.customer_wrote_at is None:
        return
    if message.now - message.customer_wrote_at > WINDOW:
        raise rejected("131047")  # WhatsApp itself takes it, and tells of the failure afterwards


def rejected(code: str) -> Rejected:
    name = f"whatsapp.{code}"
    return Rejected(sentence(name, "en"), name)


def parts(message: Outbound) -> list[Part]:
    """The requests for a message that is no template; raises Rejected when there is nothing in
    it."""
    text = message.text
    if not message.files:
        if not text:
            raise Rejected(sentence("office.empty", "en"), "office.empty")
        return [_text(text)]
    found: list[Part] = []
    kinds = [KINDS[plain_type(file.media_type)] for file in message.files]
    captioned = bool(text) and kinds[0] != "audio" and len(text) <= LONGEST_CAPTION
    if text and not captioned:
        found.append(_text(text))
    for position, (kind, file) in enumerate(zip(kinds, message.files, strict=True)):
        content: dict[str, Any] = {}
        if kind == "document":
            content["filename"] = file.name or "document"
        if captioned and position == 0:
            content["caption"] = text
        found.append(Part(kind, content, file))
    return found


def request(message: Outbound, part: Part, *, media_id: str, place: int, of: int) -> dict[str, Any]:
    """The body to post for the part at this place, from 1. WhatsApp repeats our id of the message
    in its news; `whose` reads it."""
    content = dict(part.content) | ({"id": media_id} if media_id else {})
    body: dict[str, Any] = {
        "messaging_product": "whatsapp",
        **_recipient(message),
        "type": part.kind,
        part.kind: content,
        "biz_opaque_callback_data": message.reference + (f"/{place}" if place < of else ""),
    }
    if place == 1 and message.reply_to:
        body["context"] = {"message_id": message.reply_to}
    return body


def whose(reference: str) -> tuple[str, bool]:
    """Our id of the message that news is of, and whether it is of its last part: only with that
    one has all of it arrived."""
    found, slash, _ = reference.partition("/")
    return found, not slash


def template_part(name: str, language: str, components: Sequence[Mapping[str, Any]]) -> Part:
    content: dict[str, Any] = {"name": name, "language": {"code": language}}
    if components:
        content["components"] = list(components)
    return Part("template", content)


def _text(text: str) -> Part:
    return Part("text", {"body": text, "preview_url": False})


def _recipient(message: Outbound) -> dict[str, str]:
    """A user by id where we know one: a number beside it would be what WhatsApp goes by, and may
    be somebody else's by now."""
    if message.thread.startswith(GROUP):
        return {"recipient_type": "group", "to": message.thread.removeprefix(GROUP)}
    if is_user(message.address):
        return {"recipient_type": "individual", "recipient": message.address}
    return {"recipient_type": "individual", "to": message.address.removeprefix("+")}
