"""A mail as it was designed, in a window of its own: remote pictures only when asked for."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QThreadPool, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.contact.mail_browser import MailBrowser
from workstation.ui.contact.mail_page import LONGEST, MailPage, RemotePicture, page_of
from workstation.ui.threads.returning import Returning
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.message_menu import shown_target
from workstation.ui.transcript.pictures import Unreadable, decode
from workstation.ui.transcript.shapes.facts import text
from workstation.ui.transcript.shapes.files import sorted_files
from workstation.ui.words import translate

WIDEST_PICTURE: Final = 1_600
GetContent = Callable[[str, Callable[[bytes], None], Callable[[], None]], None]


class MailWindow(QDialog):
    """`content` fetches a file by its hash; `open_link` opens a link in the browser."""

    def __init__(
        self,
        message: MessageRow,
        content: GetContent,
        open_link: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        subject = harmless_line(text(message.facts, "subject"))
        self.setWindowTitle(subject or translate("contact", "Mail"))
        self._content = content
        self._page = MailPage("", ())
        self._back = Returning(self)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self.page = MailBrowser(self)
        self.page.setAccessibleName(self.windowTitle())
        self.page.anchorClicked.connect(lambda url: open_link(url.toString()))
        self.page.highlighted.connect(self._tell_target)
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.why.setProperty("look", "muted")
        self.fetch = QPushButton(translate("contact", "Show remote pictures"), self)
        self.fetch.clicked.connect(self._fetch_remote)
        self.target = QLabel(self)
        self.target.setProperty("look", "faint")
        self.target.setTextFormat(Qt.TextFormat.PlainText)
        close = QPushButton(translate("contact", "Close"), self)
        close.clicked.connect(self.accept)
        self._lay_out(close)
        files = sorted_files(message.attachments)
        if files.page is not None:
            self._read(files.page, files.inline)

    def _lay_out(self, close: QPushButton) -> None:
        self._notice = QWidget(self)
        above = QHBoxLayout(self._notice)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(12)
        above.addWidget(self.why, 1)
        above.addWidget(self.fetch)
        self._notice.hide()
        below = QHBoxLayout()
        below.addWidget(self.target, 1)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self._notice)
        layout.addWidget(self.page, 1)
        layout.addLayout(below)
        screen = self.screen().availableGeometry().size()
        self.resize(min(860, screen.width() - 40), min(720, screen.height() - 60))

    # ------------------------------------------------------------------ the page and its pictures

    def _read(self, page: AttachmentRow, inline: list[AttachmentRow]) -> None:
        def come(content: bytes) -> None:
            if len(content) > 4 * LONGEST:
                self._cannot()
                return
            self._page = page_of(content.decode("utf-8", "replace"))
            self.page.show_page(self._page, translate("contact", "Remote picture"))
            self._offer(len(self._page.remote))
            for file in inline:
                self._own_picture(file)

        self._content(page.sha256, come, self._cannot)

    def _own_picture(self, file: AttachmentRow) -> None:
        if file.state == "ready" and file.content_id:
            name = f"own:{file.content_id.strip('<> ')}"
            self._content(
                file.sha256, lambda content: self._decode(name, content, 0, 0), lambda: None
            )

    def _offer(self, count: int) -> None:
        self._notice.setVisible(count > 0)
        self.why.setText(
            translate(
                "contact",
                "%n picture(s) of this mail are elsewhere. Fetching them tells the sender that, "
                "when and where the mail is read.",
                None,
                count,
            )
        )

    def _fetch_remote(self) -> None:
        """Qt's network is loaded only for this."""
        from workstation.ui.contact.remote_pictures import RemotePictures

        self._notice.hide()
        self.page.setFocus()
        fetching = RemotePictures(self._arrived, self)
        fetching.fetch(self._page.remote)

    def _arrived(self, picture: RemotePicture, content: bytes) -> None:
        self._decode(picture.name, content, picture.width, picture.height)

    def _decode(self, name: str, content: bytes, width: int, height: int) -> None:
        def work() -> None:
            try:
                image = decode(content, None)
            except Unreadable:
                return
            if image.width() > WIDEST_PICTURE:
                image = image.scaledToWidth(
                    WIDEST_PICTURE, Qt.TransformationMode.SmoothTransformation
                )
            self._back.call(lambda: self._put(name, image, width, height), self)

        self._pool.start(work)

    def _put(self, name: str, image: QImage, width: int, height: int) -> None:
        self.page.put(name, image, width, height)
        self.page.lay_again()

    def _cannot(self) -> None:
        self.page.setPlainText(
            translate("contact", "This mail cannot be shown as designed now. Its text is in the "
                      "conversation.")
        )  # fmt: skip

    def _tell_target(self, url: QUrl) -> None:
        """Where a link really goes, before it is clicked."""
        said = shown_target(url.toString()) if not url.isEmpty() else ""
        self.target.setText(
            self.target.fontMetrics().elidedText(
                said, Qt.TextElideMode.ElideMiddle, max(80, self.target.width() - 8)
            )
        )
        self.target.setToolTip(said)
