"""The files of a message by how they are shown: pictures, players, tiles, the mail as designed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workstation.replica.rows.contact import AttachmentRow

SOUND_ROLES = frozenset({"voice", "recording", "voicemail"})
SMALL = 80
"""Pixels: a picture of a mail's own HTML below this is a logo or a line, not what is told."""


@dataclass(slots=True)
class Files:
    pictures: list[AttachmentRow] = field(default_factory=list)
    sounds: list[AttachmentRow] = field(default_factory=list)
    tiles: list[AttachmentRow] = field(default_factory=list)
    """Documents, films, the mail as it came, and whatever is not here."""
    page: AttachmentRow | None = None
    """The mail as it was designed."""
    inline: list[AttachmentRow] = field(default_factory=list)
    """The pictures that it shows."""

    @property
    def only_sticker(self) -> bool:
        return (
            len(self.pictures) == 1
            and self.pictures[0].role == "sticker"
            and not (self.sounds or self.tiles)
        )


def is_picture(media_type: str) -> bool:
    """Whether a file is shown as a picture. SVG is not: it is a program, not a photo."""
    return media_type in ("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp")


def is_sound(file: AttachmentRow) -> bool:
    return file.role in SOUND_ROLES or file.media_type.startswith("audio/")


def is_film(file: AttachmentRow) -> bool:
    return file.media_type.startswith("video/") and not is_sound(file)


def sorted_files(attachments: Iterable[AttachmentRow]) -> Files:
    found = Files()
    for file in attachments:
        if file.role == "html" and file.state == "ready":
            found.page = found.page or file
            continue
        if file.role == "inline":
            found.inline.append(file)
            if min(file.width or 0, file.height or 0) < SMALL:
                continue
        if file.state == "failed":
            found.tiles.append(file)
        elif is_picture(file.media_type):
            found.pictures.append(file)
        elif is_sound(file) and file.state == "ready":
            found.sounds.append(file)
        else:
            found.tiles.append(file)
    return found
