"""What a file really is, from its content, and whether we take it."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from workstation.server.settings import Settings

_HEAD = 4096


class FileRefusedError(Exception):
    """We do not take this file. `code` is a problem's: "type_refused" or "too_large"."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; `width` and `height` in pixels, for pictures."""

    media_type: str
    width: int | None = None
    height: int | None = None


_PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}


def _starts(*beginnings: bytes, at: int = 0) -> Callable[[bytes], bool]:
    return lambda head: head[at:].startswith(beginnings)


def _is_text(head: bytes) -> bool:
    try:
        # A character may be cut in two where the head ends.
        head[: len(head) - 3 if len(head) == _HEAD else None].decode()
    except UnicodeDecodeError:
        return False
    return b"\x00" not in head


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"heim", b"heis", b"mif1")


_MP4 = _starts(b"ftyp", at=4)
_OLE = _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_ZIP = _starts(b"PK\x03\x04")
_MATROSKA = _starts(b"\x1a\x45\xdf\xa3")
_OPEN_XML = "application/vnd.openxmlformats-officedocument."

_OTHERS: dict[str, Callable[[bytes], bool]] = {
    "application/pdf": lambda head: b"%PDF-" in head[:1024],
    "audio/ogg": _starts(b"OggS"),
    "audio/mpeg": _starts(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "audio/mp4": _MP4,
    "audio/aac": _starts(b"\xff\xf1", b"\xff\xf9"),
    "audio/amr": _starts(b"#!AMR"),
    "audio/wav": lambda head: head[:4] == b"RIFF" and head[8:12] == b"WAVE",
    "audio/webm": _MATROSKA,
    "video/mp4": _MP4,
    "video/quicktime": _MP4,
    "video/3gpp": _MP4,
    "video/webm": _MATROSKA,
    "text/plain": _is_text,
    "text/csv": _is_text,
    "application/zip": _ZIP,
    _OPEN_XML + "wordprocessingml.document": _ZIP,
    _OPEN_XML + "spreadsheetml.sheet": _ZIP,
    _OPEN_XML + "presentationml.presentation": _ZIP,
    "application/vnd.oasis.opendocument.text": _ZIP,
    "application/vnd.oasis.opendocument.spreadsheet": _ZIP,
    "application/msword": _OLE,
    "application/vnd.ms-excel": _OLE,
    "application/vnd.ms-powerpoint": _OLE,
    "application/rtf": _starts(b"{\\rtf"),
    "image/heic": _is_heic,
}
"""Every kind we take beside pictures that we can look into, and how its content begins."""

_BROUGHT: dict[str, Callable[[bytes], bool]] = {
    "text/html": _is_text,
    "text/calendar": _is_text,
    "text/vcard": _is_text,
    "message/rfc822": lambda _: True,
}
"""What channels bring beside that, and nobody sends: a mail as it came, and made harmless. Any
other page is text, since it may do anything where it is opened."""


def check_claim(settings: Settings, media_type: str, size: int, *, brought: bool = False) -> None:
    """Refuse early what cannot end well, from what is said about a file. `brought` is by a
    channel."""
    if (
        media_type not in _OTHERS
        and media_type not in _PICTURES.values()
        and not (brought and media_type in _BROUGHT)
    ):
        raise FileRefusedError(
            "type_refused", f"Files of the type {_shown(media_type)} are not accepted."
        )
    limit = settings.image_limit if media_type.startswith("image/") else settings.file_limit
    if size > limit:
        raise FileRefusedError(
            "too_large", f"The most for this type is {limit:,} bytes; this is {size:,}."
        )


def look_at(
    settings: Settings, content: Path | bytes, media_type: str, *, brought: bool = False
) -> Looked:
    """What the content is. Raises FileRefusedError unless it is what `media_type` says."""
    base = media_type.split(";", maxsplit=1)[0].strip().lower()
    if base == "image/jpg":
        base = "image/jpeg"
    size = len(content) if isinstance(content, bytes) else content.stat().st_size
    check_claim(settings, base, size, brought=brought)
    with BytesIO(content) if isinstance(content, bytes) else content.open("rb") as file:
        if base in _PICTURES.values():
            return _picture(settings, file, base)
        if not (_OTHERS.get(base) or _BROUGHT[base])(file.read(_HEAD)):
            raise FileRefusedError("type_refused", f"The content is not {_shown(base)}.")
    return Looked(base)


def recognised(content: bytes, said: str) -> str:
    """The type of a file by its content, whatever was said about it; empty when it is none that we
    take. What is said only chooses between sound and film in the same wrapping."""
    head = content[:_HEAD]
    for begins, kind in _BEGINNINGS.items():
        if head.startswith(begins):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    sound = said.lower().startswith("audio/")
    if _MATROSKA(head):
        return "audio/webm" if sound else "video/webm"
    if _is_heic(head):
        return "image/heic"
    if _MP4(head):
        brand = head[8:12]
        if sound or brand in (b"M4A ", b"M4B "):
            return "audio/mp4"
        return {b"qt  ": "video/quicktime", b"3gp4": "video/3gpp", b"3gp5": "video/3gpp"}.get(
            brand, "video/mp4"
        )
    for kind in _TELLING:
        if _OTHERS[kind](head):
            return kind
    # What reads as text may still be made to be run or shown: only who says text means text.
    return "text/plain" if said.lower().startswith("text/") and _is_text(head) else ""


_BEGINNINGS = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_TELLING = (
    "application/pdf",
    "audio/ogg",
    "audio/mpeg",
    "audio/aac",
    "audio/amr",
    "audio/wav",
    "application/rtf",
    "application/zip",
)
"""Types whose beginning tells them apart from all others."""


def _picture(settings: Settings, file: BinaryIO, media_type: str) -> Looked:
    try:
        # Only the head is read here; nothing is unpacked before its size is known.
        with Image.open(file, formats=list(_PICTURES)) as image:
            found = _PICTURES[image.format or ""]
            width, height = image.size
            if width * height > settings.pixel_limit:
                raise _too_many_pixels(settings)
            image.verify()
    except Image.DecompressionBombError:
        raise _too_many_pixels(settings) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError, EOFError):
        raise FileRefusedError("type_refused", "This picture cannot be read.") from None
    if found != media_type:
        raise FileRefusedError("type_refused", f"The content is {found}, not {_shown(media_type)}.")
    return Looked(found, width, height)


def _too_many_pixels(settings: Settings) -> FileRefusedError:
    return FileRefusedError(
        "too_large", f"The most for a picture is {settings.pixel_limit:,} pixels."
    )


def _shown(media_type: str) -> str:
    return media_type[:100] if media_type.isprintable() else "that was given"
