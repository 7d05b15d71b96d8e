"""What happens when a person asks something of a message: look closer, save, send again, open."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.replica.rows import AttachmentRow, MessageRow
from workstation.ui.contact.picture_window import PictureWindow
from workstation.ui.contact.reading_window import ReadingWindow
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.transcript.harmless import INLINE_AT_MOST, harmless_line
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.words import translate


class MessageWishes:
    """Fits `transcript.message_menu.Wishes`."""

    def __init__(self, context: DeskContext, pictures: Pictures, window: QWidget) -> None:
        self._context = context
        self._pictures = pictures
        self._window = window
        self.contact_id = ""

    def open_picture(self, attachment: AttachmentRow) -> None:
        PictureWindow(
            self._context.theme, attachment, self._pictures, self.save_file, self._window
        ).open()

    def save_file(self, attachment: AttachmentRow) -> None:
        """Ask where, then fetch the content and write it there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        path, _ = QFileDialog.getSaveFileName(
            self._window,
            translate("contact", "Save as"),
            str(Path(folder) / safe_name(attachment.name)),
        )
        if path:
            self.save_to(attachment, Path(path))

    def open_elsewhere(self, attachment: AttachmentRow) -> None: ...
    def show_designed(self, message: MessageRow) -> None: ...

    def save_to(self, attachment: AttachmentRow, path: Path) -> None:
        notice = self._context.news.notice

        def write(content: bytes) -> None:
            self._context.fetcher.ask(
                f"save {path}",
                lambda _: path.write_bytes(content),
                lambda _: notice.emit(
                    translate("contact", "Saved as {name}.").format(name=path.name), "ok"
                ),
                failed=failed,
            )

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            words = translate("contact", "It could not be saved: {why}")
            notice.emit(words.format(why=error.strerror or type(error).__name__), "bad")

        self._pictures.content(
            attachment.sha256,
            write,
            lambda: notice.emit(
                translate(
                    "contact", "The file cannot be fetched now. Try again when you are online."
                ),
                "warn",
            ),
        )

    def retry(self, message: MessageRow) -> None:
        """Have a failed or uncertain message sent again: only a person decides this."""

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._context.news.notice.emit(why, "bad")

        self._context.writer.act(
            "retry_delivery",
            contact_id=self.contact_id,
            message_id=message.message_id,
            failed=failed,
        )

    @staticmethod
    def too_long(message: MessageRow) -> bool:
        return len(message.text) > INLINE_AT_MOST

    def read_whole(self, message: MessageRow) -> None:
        ReadingWindow(message, self._window).open()

    @staticmethod
    def open_link(target: str) -> None:
        """Only these schemes: a message must not start a program."""
        url = QUrl(target)
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)


def safe_name(name: str) -> str:
    """A file name from outside, without folders, control characters or leading dots."""
    kept = "".join(
        "_" if character in '<>:"/\\|?*' or character < " " or character == "\u2060" else character
        for character in harmless_line(name)
    )
    return kept.lstrip(". ")[-150:] or translate("contact", "file")
