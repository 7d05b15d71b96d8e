"""Taking a file in: read, checked, measured and kept, away from the GUI thread."""

import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase, QSize
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from workstation.ui.composer.channel_limits import ChannelLimits
from workstation.ui.composer.file_rules import FILE_LIMIT, refusal
from workstation.ui.doors import ReplicaDoor
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.pictures import Unreadable, decode
from workstation.ui.words import translate

PREVIEW = QSize(88, 88)
"""Device pixels: 44 logical ones, crisp at twice the resolution."""


class NotTaken(Exception):
    """A sentence for the person who offered the file."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file in the replica: `facts` are the fields of `actions.File`."""

    facts: dict[str, Any]
    preview: QImage | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        return str(self.facts.get("name", ""))

    @property
    def size(self) -> int:
        return int(self.facts.get("size", 0))


def take_path(
    replica: ReplicaDoor, path: Path, *, count: int, language: str, limits: ChannelLimits
) -> Taken:
    """Keep the file at `path`. Raises NotTaken with a sentence."""
    name = harmless_line(path.name)[:80]
    try:
        if path.is_dir():
            raise NotTaken(
                translate("composer", "{name} is a folder: add the files that are in it.").format(
                    name=name
                )
            )
        if not path.is_file():
            raise NotTaken(translate("composer", "{name} is not a file.").format(name=name))
        size = path.stat().st_size
        media_type = QMimeDatabase().mimeTypeForFile(str(path)).name()
        _check(path.name, media_type, size, count, language, limits)
        with path.open("rb") as opened:
            content = opened.read(FILE_LIMIT + 1)
    except OSError as error:
        raise NotTaken(
            translate("composer", "{name} could not be read: {why}").format(
                name=name, why=error.strerror or type(error).__name__
            )
        ) from error
    return take_content(
        replica,
        content,
        name=path.name,
        media_type=media_type,
        count=count,
        language=language,
        limits=limits,
    )


def take_content(
    replica: ReplicaDoor,
    content: bytes,
    *,
    name: str,
    media_type: str,
    count: int,
    language: str,
    limits: ChannelLimits,
) -> Taken:
    """Keep these bytes under a name. Raises NotTaken with a sentence."""
    if media_type in ("", "application/octet-stream"):
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    _check(name, media_type, len(content), count, language, limits)
    width, height = _measure(content) if media_type.startswith("image/") else (None, None)
    facts = replica.add_file(
        content, name=name[-190:], media_type=media_type[:190], width=width, height=height
    )
    return Taken(facts, _preview(content, media_type))


def take_again(replica: ReplicaDoor, facts: dict[str, Any]) -> Taken:
    """A file of a draft that was kept before: only its preview is made again."""
    media_type = str(facts.get("media_type", ""))
    content = replica.file(str(facts["sha256"])) if media_type.startswith("image/") else None
    return Taken(dict(facts), _preview(content, media_type) if content else None)


def as_png(image: QImage) -> bytes:
    """A pasted picture as a file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _check(
    name: str, media_type: str, size: int, count: int, language: str, limits: ChannelLimits
) -> None:
    why = refusal(name=name, media_type=media_type, size=size, count=count, language=language)
    if why is None:
        why = limits.refusal(
            name=harmless_line(name)[:80], media_type=media_type, size=size, language=language
        )
    if why is not None:
        raise NotTaken(why)


def _measure(content: bytes) -> tuple[int | None, int | None]:
    """Width and height in pixels as they will be seen, turned the way the camera was held."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() > 100_000 or size.height() > 100_000:
        return None, None
    if reader.transformation().value & 4:
        size.transpose()
    return size.width(), size.height()


def _preview(content: bytes, media_type: str) -> QImage | None:
    if not media_type.startswith("image/"):
        return None
    try:
        return decode(content, PREVIEW, cover=True)
    except Unreadable:
        return None
