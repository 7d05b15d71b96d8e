"""Text out of bytes and headers, whatever character set they are in or say that they are in."""

import base64
import binascii
import codecs
import quopri
import re

_ALIASES = {
    "ansi_x3.110-1983": "cp1252",
    "unicode-1-1-utf-7": "utf-7",
    "x-unknown": "",
    "unknown-8bit": "",
    "x-user-defined": "",
    "default": "",
    "8bit": "",
    "_iso-2022-jp$esc": "iso2022_jp",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-8-i": "iso8859_8",
    "iso-8859-8-e": "iso8859_8",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "",
    "ascii": "",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "win-1252": "cp1252",
    "utf8": "utf-8",
    "utf-8": "utf-8",
}
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(=\?[^?\s]{1,60}\?[BbQq]\?[^?]*\?=)\s+(?==\?[^?\s]{1,60}\?[BbQq]\?)")
_CUT = re.compile(r"(=\?([^?\s]{1,60})\?[Bb]\?[^?=]*)\?=\s*=\?\2\?[Bb]\?")
"""Two words of base64 that were one, cut anywhere."""
_FOLD = re.compile(r"[\r\n]+[ \t]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LONGEST_HEADER = 100_000
_TELLING = 1 << 20


def as_text(content: bytes, charset: str = "") -> str:
    """The text of these bytes. What they say they are in is believed when it fits; else UTF-8 when
    that fits, and Windows' Western European, which anything fits."""
    text = _decoded(content, _candidates(content, charset))
    if text is not None:
        return text
    # Most of it in what it is, and a mark where that fails; never an error.
    broken = content.decode("utf-8", "replace")
    if any(char > "\x7f" and char != "\ufffd" for char in broken[:_TELLING]):
        return broken
    known = _codec(charset)
    return content.decode("cp1252" if known in ("", "utf-8") else known, "replace")


def _decoded(content: bytes, names: list[str]) -> str | None:
    """In the first character set that fits."""
    for name in names:
        try:
            return content.decode(name).removeprefix("\ufeff")
        except (UnicodeError, LookupError, ValueError):
            continue
    return None


def _candidates(content: bytes, charset: str) -> list[str]:
    if content.startswith(codecs.BOM_UTF8):
        return ["utf-8"]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    said = _codec(charset)
    if said == "cp1252" and any(byte > 0x7F for byte in content):
        # Anything decodes as that, so UTF-8 that calls itself Latin is believed only to be UTF-8.
        return ["utf-8", said, "latin-1"]
    if not said and b"\x1b$" in content:
        return ["iso2022_jp_ext", "utf-8", "cp1252"]
    return [said, "utf-8"] if said else ["utf-8", "cp1252"]


def _codec(charset: str) -> str:
    """Python's name of a character set; empty when there is none that turns bytes into text."""
    name = charset.strip().strip("'\"").lower()
    name = _ALIASES.get(name, name)
    try:
        known = codecs.lookup(name)
        # Some codecs turn text into text, or bytes into bytes ("rot13", "zip").
        return name if isinstance(b"".decode(name), str) and known else ""
    except (LookupError, ValueError, UnicodeError, TypeError, AssertionError):
        return ""


def raw_text(value: object) -> str:
    """A header's value as `email` gives it: bytes that are not ASCII come back as what they are."""
    text = str(value)[:_LONGEST_HEADER]
    if text.isascii():
        return text
    content = text.encode("utf-8", "surrogateescape")
    return _decoded(content, ["utf-8", "cp1252"]) or content.decode("latin-1")


def flat(value: str) -> str:
    """One line of a header that was folded over several."""
    return _CONTROL.sub("", _FOLD.sub(" ", value)).strip()


def decoded(value: str) -> str:
    """A header with its encoded words (RFC 2047) read; words that cannot be read stay as they are.

    Neighbouring words of one character set are joined before they are read, since writers cut in
    the middle of a character.
    """
    value = flat(value)
    if "=?" not in value:
        return value
    value = _BETWEEN.sub(r"\1", value)
    joined = 1
    while joined:  # each round leaves half of them
        value, joined = _CUT.subn(r"\1", value)
    pieces: list[str] = []
    waiting = b""
    charset = ""
    end = 0
    for match in _WORD.finditer(value):
        said = match.group(1).partition("*")[0].lower()
        content = _unpacked(match.group(2), match.group(3))
        if match.start() > end or said != charset or content is None:
            pieces.append(as_text(waiting, charset))
            pieces.append(value[end : match.start()])
            waiting = b""
        if content is None:
            pieces.append(match.group())
        else:
            waiting += content
        charset = said
        end = match.end()
    pieces += [as_text(waiting, charset), value[end:]]
    return flat("".join(pieces))


def _unpacked(kind: str, text: str) -> bytes | None:
    try:
        if kind in "Bb":
            packed = re.sub(r"[^A-Za-z0-9+/]", "", text)
            return base64.b64decode(packed + "=" * (-len(packed) % 4))
        return quopri.decodestring(text.replace("_", " ").encode("utf-8"), header=False)
    except (binascii.Error, ValueError):
        return None
