"""What files are called, and what stands in their place while they are not here."""

from typing import Literal

from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.contact.moments import size_words
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

InkTone = Literal["faint", "warn", "bad", "accent"]


class FileWords:
    """Says files in the desk's language."""

    language: str

    def cannot_show(self, name: str) -> str:
        return translate("transcript", "This picture cannot be shown now. {name}").format(name=name)

    def to_fetch(self, attachment: AttachmentRow) -> str:
        """Two lines in the place of a picture that comes when a person asks for it."""
        size = size_words(attachment.size, self.language)
        return f"{size}\n" + translate("transcript", "Click to fetch")

    def coming(self, attachment: AttachmentRow) -> str:
        size = size_words(attachment.size, self.language)
        return f"{size}\n" + translate("transcript", "On its way…")

    def being_fetched(self) -> str:
        return translate("transcript", "Being fetched…")

    def tile(self, attachment: AttachmentRow) -> tuple[str, InkTone]:
        """The small line of a file's tile: what it is, or why it is not here."""
        if attachment.state == "fetching":
            return self.being_fetched(), "faint"
        if attachment.state == "failed":
            return translate("transcript", "This file could not be fetched"), "warn"
        return f"{self.document_kind(attachment)} · {self.size(attachment)}", "faint"

    def size(self, attachment: AttachmentRow) -> str:
        return size_words(attachment.size, self.language)

    def file_name(self, attachment: AttachmentRow) -> str:
        """What a file is called, or what it is."""
        match attachment.role:
            case "voice":
                return translate("transcript", "Voice message")
            case "recording":
                return translate("transcript", "Recording")
            case "voicemail":
                return translate("transcript", "Voicemail")
            case "sticker":
                return translate("transcript", "Sticker")
            case "original":
                return translate("transcript", "The mail as it came")
            case "html":
                return translate("transcript", "The mail as designed")
        name = harmless_line(attachment.name)
        if name:
            return name
        match attachment.media_type.partition("/")[0]:
            case "image":
                return translate("transcript", "Picture")
            case "audio":
                return translate("transcript", "Sound")
            case "video":
                return translate("transcript", "Film")
        return self.document_kind(attachment)

    def document_kind(self, attachment: AttachmentRow) -> str:
        """A short word for what a file is: its extension, else the last part of its type."""
        stem, dot, extension = attachment.name.rpartition(".")
        if dot and stem and 1 <= len(extension) <= 5 and extension.isalnum():
            return extension.upper()
        kind = attachment.media_type.rpartition("/")[2]
        return kind.upper()[:8] if kind.isalnum() else translate("transcript", "File")
