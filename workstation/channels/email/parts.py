"""A mail taken apart: what it says and shows, what is attached, what nobody understands."""

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.utils import collapse_rfc2231_value, decode_rfc2231, unquote
from urllib.parse import unquote_to_bytes

from workstation.channels.email.damage import MARK
from workstation.channels.email.markup import bounded
from workstation.channels.email.packing import unpacked
from workstation.channels.email.reactions import KIND as REACTION
from workstation.channels.email.tree import (
    MEDIA_TYPE,
    header,
    inside,
    media_type,
    opened,
    whole,
    with_boundary,
)
from workstation.channels.email.winmail import unwrapped
from workstation.channels.email.words import as_text, decoded, flat, raw_text

DEEPEST = 40
MOST_PARTS = 400
_UNREADABLE = ("encrypted", "pkcs7-mime", "x-pkcs7-mime")
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
_META = re.compile(rb"<meta\b[^>]{0,200}\bcharset\s*=\s*[\"']?([A-Za-z0-9_.:\-]{1,40})", re.I)
"""Where HTML says itself what it is in."""
_HEAD = 4096
_WINMAIL = ("application/ms-tnef", "application/vnd.ms-tnef")
_TOO_MUCH = "its HTML is larger or deeper than is read"
_HALVES = re.compile("[\ud800-\udfff]")
_OTHER_WAYS = ("text/enriched", "text/richtext", "text/x-amp-html", "text/watch-html", REACTION)
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature")
"""Certificates, which only a program can check: nothing that anybody wrote."""
_VAGUE = {"application/octet-stream", "application/x-unknown", "application/download", ""}


@dataclass(slots=True)
class Piece:
    """A file in a mail."""

    content: bytes
    media_type: str
    name: str = ""
    content_id: str = ""
    inline: bool = False


@dataclass(slots=True)
class Taken:
    """What was in a mail. `strange` says, in English, what could not be understood."""

    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """HTML"""
    pieces: list[Piece] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    sealed: bool = False
    """Whether what it says can only be read with a key."""


def take(mail: "Message[str, str]") -> Taken:
    taken = Taken()
    if MARK in mail:
        taken.strange.append("its headers were damaged")
    for part, alternatives in _leaves(mail, taken):
        try:
            _take_part(part, taken, only_alternative=alternatives)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            taken.strange.append(f"a part could not be read ({type(error).__name__})")
    return taken


def _leaves(mail: "Message[str, str]", taken: Taken) -> Iterator[tuple["Message[str, str]", bool]]:
    """The parts that hold something, in order, and whether each is one way of saying what another
    part says too."""
    waiting: list[tuple[Message[str, str], int, bool]] = [(mail, 0, False)]
    count = 0
    while waiting:
        part, depth, alternative = waiting.pop()
        count += 1
        if count > MOST_PARTS or depth > DEEPEST:
            taken.strange.append("it has more parts than are looked at")
            return
        kind = media_type(part)
        payload = inside(part)
        if kind.startswith("multipart/") and isinstance(payload, str):
            payload = inside(with_boundary(part))
        if kind.startswith("multipart/") and isinstance(payload, list):
            if kind.endswith(_UNREADABLE):
                taken.sealed = True
            inner = alternative or kind == "multipart/alternative"
            waiting += [(child, depth + 1, inner) for child in reversed(payload)]
        else:
            yield part, alternative


def _take_part(part: "Message[str, str]", taken: Taken, *, only_alternative: bool) -> None:
    kind = media_type(part)
    disposition = header(part, "Content-Disposition").partition(";")[0].strip().lower()
    name = file_name(part)
    if isinstance(inside(part), list):  # a whole mail inside this one
        taken.pieces.append(_nested(part, name))
        return
    content, trouble = unpacked(part)
    taken.strange += trouble
    attached = disposition == "attachment" or bool(name and disposition != "inline")
    if kind in ("text/plain", "text/html") and not attached and not (name and taken.texts):
        charset = _charset(part)
        if kind == "text/html" and not charset and (said := _META.search(content, 0, _HEAD)):
            charset = said.group(1).decode("ascii")
        text = as_text(content, charset)
        if kind == "text/html":
            page, is_whole = bounded(text)
            taken.pages.append(page)
            if not is_whole:
                taken.strange.append(_TOO_MUCH)
        elif not (only_alternative and taken.texts and not text.strip()):
            taken.texts.append(_unflowed(part, text))
        return
    if kind in _OTHER_WAYS and only_alternative and not attached:
        return
    if kind.startswith("multipart/") and not name:
        # A multipart without its boundary: what is in it can still be read.
        taken.strange.append("its parts are not marked as it says")
        taken.texts.append(as_text(content, _charset(part)))
        return
    if kind.endswith(_UNREADABLE):
        taken.sealed = True
    if (not content and not name) or kind in _SIGNATURES:
        return
    if kind in _WINMAIL and _take_winmail(content, taken):
        return
    taken.pieces.append(
        Piece(
            content=content,
            media_type=_really(kind, name, content),
            name=name or _named(kind, len(taken.pieces) + 1),
            content_id=flat(header(part, "Content-ID")).strip("<> ")[:200],
            inline=disposition != "attachment",
        )
    )


def _take_winmail(content: bytes, taken: Taken) -> bool:
    """Whether there was anything in it."""
    files, html = unwrapped(content)
    if html and not taken.pages:
        page, is_whole = bounded(html)
        taken.pages.append(page)
        if not is_whole:
            taken.strange.append(_TOO_MUCH)
    for file in files:
        name = file.name.replace("\\", "/").rpartition("/")[2].strip(". ")[:150]
        said = file.media_type if MEDIA_TYPE.fullmatch(file.media_type) else ""
        taken.pieces.append(
            Piece(
                content=file.content,
                media_type=_really(said, name, file.content),
                name=flat(name) or f"file-{len(taken.pieces) + 1}",
                content_id=flat(file.content_id)[:200],
                inline=bool(file.content_id),
            )
        )
    return bool(files or html)


def _charset(part: "Message[str, str]") -> str:
    try:
        said = part.get_param("charset", "")
    except (ValueError, LookupError, TypeError):
        return ""
    text = collapse_rfc2231_value(said) if isinstance(said, tuple) else str(said or "")
    return text.strip().strip("'\"").split(";")[0][:60]


def file_name(part: "Message[str, str]") -> str:
    """What the file is called: RFC 2231, encoded words, or plainly; never a path."""
    for where, parameter in (
        ("content-disposition", "filename"),
        ("content-type", "name"),
    ):
        try:
            found = part.get_param(parameter, None, header=where)
        except (ValueError, LookupError, TypeError):
            continue
        if found is None:
            continue
        name = _name_of(found)
        if name:
            return name
    return ""


def _name_of(found: object) -> str:
    if isinstance(found, tuple):
        charset, _, value = found
        text = as_text(str(value).encode("latin-1", "replace"), str(charset or ""))
        if _HALVES.search(str(value)):  # bytes that nobody wrote as percents
            text = as_text(str(value).encode("utf-8", "surrogateescape"), str(charset or ""))
    else:
        text = raw_text(unquote(str(found)))
        if "''" in text and "%" in text:  # a plain parameter with an RFC 2231 value
            charset, _, value = decode_rfc2231(text)
            if charset:
                text = as_text(unquote_to_bytes(value), charset)
    name = decoded(text).replace("\\", "/").rpartition("/")[2].strip()
    return name.strip(". ")[:150] if name.strip(". ") else ""


def _nested(part: "Message[str, str]", name: str) -> Piece:
    """A forwarded mail, as a file of its own; some programs pack it for the way, as no mail may
    be."""
    payload = inside(part)
    inner = payload[0] if isinstance(payload, list) and payload else None
    if inner is not None and not inner.keys() and "Content-Transfer-Encoding" in part:
        inner["Content-Transfer-Encoding"] = raw_text(part["Content-Transfer-Encoding"])
        inner = opened(unpacked(inner)[0])
    content = whole(inner) if inner is not None else b""
    if not name and inner is not None:
        subject = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", decoded(header(inner, "Subject")))
        name = f"{' '.join(subject.split())[:80] or 'message'}.eml"
    return Piece(content=content, media_type="message/rfc822", name=name or "message.eml")


def _really(kind: str, name: str, content: bytes) -> str:
    """What kind of file this is, where the mail says nothing useful."""
    for start, found in _MAGIC:
        if content.startswith(start):
            return found
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if kind == "image/jpg":
        return "image/jpeg"
    if kind in _VAGUE:
        return mimetypes.guess_type(name)[0] or "application/octet-stream"
    return kind


def _named(kind: str, number: int) -> str:
    known = {
        "image/jpeg": ".jpg",
        "text/calendar": ".ics",
        "text/plain": ".txt",
        "message/delivery-status": ".txt",
        "application/pgp-signature": ".asc",
        "application/pgp-encrypted": ".asc",
        "application/pkcs7-signature": ".p7s",
        "application/pkcs7-mime": ".p7m",
    }
    return f"file-{number}{known.get(kind) or mimetypes.guess_extension(kind) or ''}"


def _unflowed(part: "Message[str, str]", text: str) -> str:
    """Lines that the writer's program broke (RFC 3676), joined again."""
    said = header(part, "Content-Type").lower()
    if not re.search(r"format\s*=\s*\"?flowed", said):
        return text
    glue = "" if re.search(r"delsp\s*=\s*\"?yes", said) else " "
    lines: list[str] = []
    depth_before = -1  # no line to go on with
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip(">"))
        body = line[depth:].removeprefix(" ")
        if depth == depth_before and lines:
            lines[-1] += body
        else:
            lines.append((">" * depth + " " if depth else "") + body)
        flows = body.endswith(" ") and body != "-- "
        if flows and glue == "":
            lines[-1] = lines[-1][:-1]
        depth_before = depth if flows else -1
    return "\n".join(lines)
