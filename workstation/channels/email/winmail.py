"""Files out of winmail.dat, which some Microsoft servers send in place of them (MS-OXTNEF)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from workstation.channels.email.words import as_text

_SIGNATURE = 0x223E9F78
_MOST = 200
_ATTACHMENT_BEGINS = 0x00069002
_ATTACHMENT_TITLE = 0x00018010
_ATTACHMENT_DATA = 0x0006800F
_ATTACHMENT_PROPERTIES = 0x00069005
_MESSAGE_PROPERTIES = 0x00069003
_CODEPAGE = 0x00069007

_HTML = 0x1013
_DATA = 0x3701
_SHORT_NAME = 0x3704
_LONG_NAME = 0x3707
_MIME_TYPE = 0x370E
_CONTENT_ID = 0x3712

_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x0A: 4, 0x0B: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8}
_FIXED |= {0x40: 8, 0x48: 16}
_OBJECT, _BYTES_TEXT, _UTF_16_TEXT, _BINARY = 0x0D, 0x1E, 0x1F, 0x102


@dataclass(slots=True)
class Packed:
    """A file of it."""

    content: bytes = b""
    name: str = ""
    media_type: str = ""
    content_id: str = ""


def unwrapped(content: bytes) -> tuple[list[Packed], str]:
    """The files in it, and the HTML; nothing where it is not what it should be."""
    files: list[Packed] = []
    html = ""
    charset = "cp1252"
    try:
        for attribute, data in _attributes(content):
            if attribute == _CODEPAGE:
                charset = f"cp{struct.unpack_from('<I', data)[0]}"
            elif attribute == _MESSAGE_PROPERTIES:
                for number, value in _properties(data):
                    if number == _HTML and not html:
                        html = as_text(value, charset)
            elif attribute == _ATTACHMENT_BEGINS:
                files.append(Packed())
            elif files and attribute == _ATTACHMENT_TITLE:
                files[-1].name = files[-1].name or as_text(data.split(b"\0")[0], charset)
            elif files and attribute == _ATTACHMENT_DATA:
                files[-1].content = data
            elif files and attribute == _ATTACHMENT_PROPERTIES:
                _describe(files[-1], data)
    except (struct.error, ValueError):
        pass  # cut off: what was read so far stands
    return [file for file in files if file.content][:_MOST], html


def _describe(file: Packed, data: bytes) -> None:
    for number, value in _properties(data):
        text = as_text(value)
        if number == _LONG_NAME:
            file.name = text
        elif number == _SHORT_NAME:
            file.name = file.name or text
        elif number == _MIME_TYPE:
            file.media_type = text.lower()
        elif number == _CONTENT_ID:
            file.content_id = text.strip("<> ")
        elif number == _DATA and not file.content:
            file.content = value


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    if len(content) < 6 or struct.unpack_from("<I", content)[0] != _SIGNATURE:
        return
    place = 6
    while place + 9 <= len(content):
        _, attribute, length = struct.unpack_from("<BII", content, place)
        place += 9
        if place + length > len(content):
            raise ValueError
        yield attribute, content[place : place + length]
        place += length + 2  # a checksum


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and value of each property that holds text or bytes: text as UTF-8."""
    (count,) = struct.unpack_from("<I", data)
    place = 4
    for _ in range(min(count, 10_000)):
        kind, number = struct.unpack_from("<HH", data, place)
        place += 4
        if number >= 0x8000:
            place = _past_its_name(data, place)
        many, kind = bool(kind & 0x1000), kind & 0x0FFF
        if kind in _FIXED and not many:
            place += _FIXED[kind]
            continue
        (values,) = struct.unpack_from("<I", data, place)
        place += 4
        if kind in _FIXED:
            place += _FIXED[kind] * values
            continue
        if kind not in (_OBJECT, _BYTES_TEXT, _UTF_16_TEXT, _BINARY):
            raise ValueError
        for _ in range(min(values, 10_000)):
            (length,) = struct.unpack_from("<I", data, place)
            value = data[place + 4 : place + 4 + length]
            place += 4 + length + (-length % 4)
            yield number, _plain(kind, value)


def _past_its_name(data: bytes, place: int) -> int:
    (kind,) = struct.unpack_from("<I", data, place + 16)
    place += 20
    if kind == 0:
        return place + 4
    (length,) = struct.unpack_from("<I", data, place)
    return int(place + 4 + length + (-length % 4))


def _plain(kind: int, value: bytes) -> bytes:
    if kind == _OBJECT:
        return value[16:]  # what kind of object it is, by its id
    if kind == _UTF_16_TEXT:
        return value.decode("utf-16-le", "replace").partition("\0")[0].encode("utf-8", "replace")
    if kind == _BYTES_TEXT:
        return value.partition(b"\0")[0]
    return value
