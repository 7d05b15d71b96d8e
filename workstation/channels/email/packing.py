"""The bytes of a part, out of whatever they were packed in for the way."""

import binascii
import quopri
import re
from email.message import Message

from workstation.channels.email.tree import inside
from workstation.channels.email.words import raw_text

Unpacked = tuple[bytes, list[str]]
"""And what was wrong with it, in English."""


def unpacked(part: "Message[str, str]") -> Unpacked:
    payload = inside(part)
    if not isinstance(payload, str):
        return b"", []
    raw = payload.encode("utf-8", "surrogateescape")
    said = raw_text(part.get("Content-Transfer-Encoding", "")).partition(";")[0]
    packing = re.sub(r"[\s'\"]", "", said).lower().replace("_", "-")
    if packing.startswith(("quoted-printable", "quotedprintable")) or packing == "qp":
        return quopri.decodestring(raw), []
    if packing.startswith("base64"):
        return _from_base64(raw)
    if packing in ("x-uuencode", "uuencode", "uue", "x-uue"):
        return _from_uuencode(raw)
    return raw, []


_END = re.compile(rb"={1,2}[ \t]*\r?\n")
_STRANGE = re.compile(rb"[^A-Za-z0-9+/=\s]")


def _from_base64(raw: bytes) -> Unpacked:
    trouble: list[str] = []
    end = _END.search(raw)
    if end is not None and _STRANGE.search(raw, end.end()):
        # A mailing list, or whoever looks for viruses, wrote something below what was packed.
        raw, trouble = raw[: end.end()], ["something was added below a part"]
    packed = re.sub(rb"[^A-Za-z0-9+/=]", b"", raw)
    whole = bytearray()
    # Some writers pad in the middle, where they joined two pieces.
    for piece in re.findall(rb"[^=]+", packed):
        if len(piece) % 4 == 1:
            trouble = ["a part is cut off"]
            piece = piece[:-1]
        whole += binascii.a2b_base64(piece + b"=" * (-len(piece) % 4))
    if raw.strip() and not whole:
        return raw, ["a part is not packed as it says"]
    return bytes(whole), trouble


def _from_uuencode(raw: bytes) -> Unpacked:
    lines = raw.splitlines()
    start = next((n for n, line in enumerate(lines) if line.startswith(b"begin ")), None)
    if start is None:
        return raw, ["a part is not packed as it says"]
    content = bytearray()
    for line in lines[start + 1 :]:
        if line.strip() in (b"end", b"`", b""):
            break
        try:
            content += binascii.a2b_uu(line)
        except binascii.Error:
            # Some writers pad a line more than it says; what it says counts.
            count = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                content += binascii.a2b_uu(line[:count])
            except binascii.Error:
                return bytes(content), ["a part is cut off"]
    return bytes(content), []
