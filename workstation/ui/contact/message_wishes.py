"""What happens when a person asks something of a message: look closer, save, send again, open."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.contact.reading_window import ReadingWindow
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.contact.save_all import SaveAll
from workstation.ui.context import DeskContext
from workstation.ui.long_work.counting import of_bytes
from workstation.ui.transcript.harmless import INLINE_AT_MOST, harmless_line
from workstation.ui.transcript.named import order_of
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.ui.viewer.viewer_window import ViewerWindow

PLAYED: Final = {
    "video/mp4": ".mp4",
    "video/3gpp": ".3gp",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/mpeg": ".mpg",
    "video/ogg": ".ogv",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/aac": ".aac",
    "audio/amr": ".amr",
    "audio/ogg": ".ogg",
    "audio/opus": ".opus",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/webm": ".webm",
}
"""What a player of the system plays, and how such a file's name ends."""


class MessageWishes:
    """Fits `transcript.message_menu.Wishes`."""

    def __init__(self, context: DeskContext, pictures: Pictures, window: QWidget) -> None:
        self._context = context
        self._pictures = pictures
        self._window = window
        self._viewer: ViewerWindow | None = None
        self._messages: TranscriptModel | None = None
        self._words: TranscriptWords | None = None
        self.contact_id = ""

    def look_among(self, messages: TranscriptModel, words: TranscriptWords) -> None:
        """Where the other pictures of a contact are, and what says who sent them."""
        self._messages, self._words = messages, words

    def open_picture(self, attachment: AttachmentRow) -> None:
        """Look at it, and at every other picture of the contact; one window at a time."""
        from workstation.ui.viewer.gallery import Gallery, shots_of  # rarely wanted
        from workstation.ui.viewer.sheets import Sheets
        from workstation.ui.viewer.viewer_window import ViewerWindow

        if self._viewer is not None and isValid(self._viewer):
            self._viewer.close()
        messages = self._messages.messages if self._messages is not None else ()
        words = self._words
        shots = shots_of(messages, words.who_and_when) if words is not None else []
        self._viewer = ViewerWindow(
            self._context,
            Gallery(shots, attachment),
            Sheets(self._pictures),
            self.save_file,
            self._window,
        )
        self._viewer.show()
        self._viewer.activateWindow()

    def save_file(self, attachment: AttachmentRow) -> None:
        """Ask where, then fetch the content and write it there."""
        path = self._ask_where(safe_name(attachment.name))
        if path:
            self.save_to(attachment, path)

    def save_all(self, attachments: Sequence[AttachmentRow]) -> None:
        """Ask for a folder, and save them there."""
        downloads = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DownloadLocation
        )
        folder = QFileDialog.getExistingDirectory(
            self._window, translate("contact", "Save all in"), downloads
        )
        if folder:
            names = [safe_name(one.name) for one in attachments]
            SaveAll(self._context, self._pictures, attachments, names, Path(folder))

    def _ask_where(self, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        path, _ = QFileDialog.getSaveFileName(
            self._window, translate("contact", "Save as"), str(Path(folder) / name)
        )
        return Path(path) if path else None

    def open_elsewhere(self, attachment: AttachmentRow) -> None:
        """Save a film or a recording where the person says, and open it with the system's own
        player. The name ends as its kind does, so that nothing but a player ever opens it."""
        ending = PLAYED.get(attachment.media_type.partition(";")[0].strip().lower())
        if ending is None:
            self.save_file(attachment)
            return
        name = Path(safe_name(attachment.name or translate("contact", "recording")))
        path = self._ask_where(name.stem + ending)
        if path:
            target = path.with_name(path.stem + ending)
            self.save_to(attachment, target, then=lambda: open_file(target))

    def show_designed(self, message: MessageRow) -> None:
        """Imported only now: most mails are read as text."""
        from workstation.ui.contact.mail_window import MailWindow

        MailWindow(message, self._pictures.content, self.open_link, self._window).open()

    def save_to(
        self, attachment: AttachmentRow, path: Path, then: Callable[[], None] | None = None
    ) -> None:
        notice = self._context.news.notice
        work = self._context.long_work.begin(
            translate("contact", "Fetching {name}").format(name=path.name),
            counts=of_bytes(self._context.language),
        )

        def saved(_: int) -> None:
            work.end()
            notice.emit(translate("contact", "Saved as {name}.").format(name=path.name), "ok")
            if then is not None:
                then()

        def write(content: bytes) -> None:
            self._context.fetcher.ask(
                f"save {path}",
                lambda _: path.write_bytes(content),
                saved,
                failed=failed,
            )

        def failed(error: Exception) -> None:
            work.end()
            if not isinstance(error, OSError):
                raise error
            words = translate("contact", "It could not be saved: {why}")
            notice.emit(words.format(why=error.strerror or type(error).__name__), "bad")

        def missed() -> None:
            stopped = work.stopping
            work.end()
            if not stopped:
                words = translate(
                    "contact", "The file cannot be fetched now. Try again when you are online."
                )
                notice.emit(words, "warn")

        self._pictures.content(attachment.sha256, write, missed, work.step)

    def go_to(self, message_id: str) -> None:
        """To a message further back than what was read."""
        self._context.news.open_contact.emit(self.contact_id, message_id)

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

    def open_link(self, target: str) -> None:
        """An order of the customer is shown here, an address of the web or of mail elsewhere."""
        if order_of(target):
            self._context.news.order_wanted.emit(order_of(target))
        else:
            open_address(target)


def open_address(target: str) -> None:
    """Only these schemes: a message must not start a program."""
    url = QUrl(target)
    if url.scheme() in ("http", "https", "mailto"):
        QDesktopServices.openUrl(url)


def open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def safe_name(name: str) -> str:
    """A file name from outside, without folders, control characters or leading dots."""
    kept = "".join(
        "_" if character in '<>:"/\\|?*' or character < " " or character == "\u2060" else character
        for character in harmless_line(name)
    )
    return kept.lstrip(". ")[-150:] or translate("contact", "file")
