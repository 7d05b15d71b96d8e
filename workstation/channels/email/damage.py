"""Headers that were damaged on the way, put together again as far as they can be."""

import re

MARK = "X-Workstation-Repaired"
"""The header that says so: such a mail is shown with the original beside it."""

_LONGEST_HEAD = 1 << 20
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_FROM = re.compile(rb"^from[ \t]*:", re.IGNORECASE | re.MULTILINE)
_TELLING = re.compile(
    rb"(from|to|cc|subject|date|message-id|received|reply-to|mime-version|content-[a-z-]+"
    rb"|in-reply-to|references|x-[a-z0-9-]+|delivered-to|sender|return-path)[ \t]*:",
    re.IGNORECASE,
)


def repaired(raw: bytes) -> bytes | None:
    """The mail with the lines of its head that are no headers left out; None where that would not
    bring back any header."""
    whole = _without_gap(raw)
    head, gap, body = _split(whole)
    kept: list[bytes] = []
    is_damaged = head[:1] in (b" ", b"\t") or whole is not raw
    gained = False
    for line in head.splitlines():
        if not kept:
            line = line.lstrip()
        found = _FIELD.match(line)
        if found is not None:
            has_gap = found.group() != found.group(1) + b":"
            gained = gained or ((is_damaged or has_gap) and _TELLING.match(line) is not None)
            kept.append(found.group(1) + b":" + line[found.end() :])
        elif kept and line[:1] in (b" ", b"\t"):
            kept.append(line)
        elif kept or not line.startswith(b"From "):
            is_damaged = True
    if not gained:
        return None
    return b"\r\n".join([*kept, MARK.encode() + b": yes"]) + (gap or b"\r\n\r\n") + body


def _without_gap(raw: bytes) -> bytes:
    """The mail without the blank lines in its head, where nobody is named before them and somebody
    is in the fields that follow."""
    head, _, body = _split(raw)
    after = body.lstrip()
    rest = _split(after)[0]
    if not head or _FROM.search(head) or not _FROM.search(rest):
        return raw
    if not all(_FIELD.match(line) or line[:1] in (b" ", b"\t") for line in rest.splitlines()):
        return raw
    return head + b"\r\n" + after


def _split(raw: bytes) -> tuple[bytes, bytes, bytes]:
    found = re.compile(rb"\r?\n\r?\n").search(raw, 0, _LONGEST_HEAD)
    if found is None:
        return raw[:_LONGEST_HEAD], b"", b""
    return raw[: found.start()], found.group(), raw[found.end() :]
