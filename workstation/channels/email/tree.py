"""The tree of a mail as the standard library takes it apart, and its headers as text."""

import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from email.message import Message

from workstation.channels.email.damage import repaired
from workstation.channels.email.words import flat, raw_text

MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+\-]{0,99}/[a-z0-9][a-z0-9!#$&^_.+\-]{0,99}")


_BOUNDARY = re.compile(r"\bboundary\s*=\s*\"?([^\s\";]{1,200})", re.IGNORECASE)
_DELIMITER = re.compile(r"\s*--([!-~]{1,70})[ \t]*\r?\n(?=[A-Za-z-]{1,60}:)")
"""A first line that may part what follows, and a header after it."""
_MOST_PARTS = 400
_LONGEST_HEADER = 200_000
_LONGEST_PARAMETERS = 8_000
"""Characters of a header with parameters. Taking them apart takes the square of their length."""


class _AsItIs(email.policy.Compat32):
    """The oldest policy: the others take headers apart at once, and fall over strange ones. Bytes
    that are not ASCII stay in a header as they are, for `raw_text` to make something of."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        is_structured = name.lower().startswith("content-")
        return value[: _LONGEST_PARAMETERS if is_structured else _LONGEST_HEADER]


_AS_IT_IS = _AsItIs()
_DAMAGE = (
    email.errors.MissingHeaderBodySeparatorDefect,
    email.errors.FirstHeaderLineIsContinuationDefect,
    email.errors.MisplacedEnvelopeHeaderDefect,
)


def opened(raw: bytes) -> "Message[str, str]":
    """The mail's tree. Nothing that is wrong with a mail raises here, but depth does: see
    `RecursionError`."""
    mail = email.message_from_bytes(raw, policy=_AS_IT_IS)
    if "From" in mail and not any(isinstance(one, _DAMAGE) for one in mail.defects):
        return mail
    better = repaired(raw)
    return mail if better is None else email.message_from_bytes(better, policy=_AS_IT_IS)


def with_boundary(part: "Message[str, str]") -> "Message[str, str]":
    """A multipart whose parts were not found, taken apart by the boundary that its header names in
    a way that the library does not see, or else by the one that its lines begin with; itself where
    there is none."""
    content = inside(part)
    if not isinstance(content, str):
        return part
    named = _BOUNDARY.search(header(part, "Content-Type"))
    found = named or _DELIMITER.match(content[:_LONGEST_PARAMETERS])
    if found is None or f"--{found[1]}" not in content:
        return part
    kind = f'Content-Type: {media_type(part)}; boundary="{found[1]}"'
    raw = f"{kind}\r\n\r\n{content}".encode("utf-8", "surrogateescape")
    return email.message_from_bytes(raw, policy=_AS_IT_IS)


def inside(part: "Message[str, str]") -> str | list["Message[str, str]"]:
    """What is in a part: parts, or its bytes as they came (as text that `surrogateescape` turns
    back). The library's own door would make text of them at once, in whatever character set the
    part names, or fail."""
    found: object = getattr(part, "_payload", None)
    if isinstance(found, list):
        return [one for one in found if isinstance(one, Message)]
    return found if isinstance(found, str) else ""


def own_parts(mail: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """Its parts, without those of mails that are attached to it."""
    waiting = [mail]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        payload = inside(part)
        if isinstance(payload, list) and media_type(part).startswith("multipart/"):
            waiting += payload


def headers(mail: "Message[str, str]", name: str) -> list[str]:
    """Every header of this name, as one line of text each, encoded words still encoded."""
    return [flat(raw_text(value)) for value in mail.get_all(name, [])]


def header(mail: "Message[str, str]", name: str) -> str:
    """The first header of this name that says something."""
    return next((value for value in headers(mail, name) if value), "")


def media_type(part: "Message[str, str]") -> str:
    """In lower case; "text/plain" when there is none or it makes no sense."""
    said = header(part, "Content-Type").partition(";")[0].strip().lower()
    if MEDIA_TYPE.fullmatch(said):
        return said
    if said in ("text", "plain"):
        return "text/plain"
    found = MEDIA_TYPE.search(said) if "/" in said else None
    if found:
        return found.group()
    return "text/plain" if not said or part.is_multipart() else "application/octet-stream"


def whole(mail: "Message[str, str]") -> bytes:
    """A mail inside another, as bytes again; as much of it as can be written."""
    try:
        return mail.as_bytes(policy=_AS_IT_IS.clone(max_line_length=0))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        lines = [f"{key}: {raw_text(value)}" for key, value in mail.raw_items()]
        payload = inside(mail)
        text = payload if isinstance(payload, str) else ""
        return "\n".join([*lines, "", text]).encode("utf-8", "surrogateescape")
