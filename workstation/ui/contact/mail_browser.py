"""Shows the page of a mail. Pictures come from what was put in; nothing else is ever loaded."""

from typing import Any

from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QPen, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from workstation.ui.contact.mail_page import MailPage
from workstation.ui.theme.fonts import font
from workstation.ui.theme.tokens import LIGHT
from workstation.ui.transcript.pictures import Unreadable, decode

PLACE = (160, 90)
"""The place of a remote picture of which no size is said."""
ROOM = 40_000_000
"""Pixels that the pictures of one page may have in all: a small file can claim a wall of them."""


class MailBrowser(QTextBrowser):
    """Mails are designed on white: in the dark too, the page is paper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFont(font(13))
        self.setUndoRedoEnabled(False)
        self.setStyleSheet(
            f"QTextBrowser {{ background: {LIGHT.surface}; color: {LIGHT.text};"
            f" selection-background-color: {LIGHT.accent}; selection-color: {LIGHT.on_accent}; }}"
        )
        self.document().setDefaultStyleSheet(f"a {{ color: {LIGHT.accent}; }}")
        self.document().setDocumentMargin(16)
        self._images: dict[str, QImage] = {}
        self._room = ROOM
        self._html = ""

    def show_page(self, page: MailPage, instead: str) -> None:
        """`instead` stands in the place of each remote picture."""
        for picture in page.remote:
            size = (picture.width or PLACE[0], picture.height or PLACE[1])
            if size[0] * size[1] > ROOM // 4 // len(page.remote):
                size = size[0] // 20, size[1] // 20  # the page stretches it to what it says
            self._images[picture.name] = _place(*size, instead)
        self._html = page.html
        self.setHtml(page.html)

    def put(self, name: str, image: QImage, width: int = 0, height: int = 0) -> None:
        """A picture is here; it is left out where the page has no more room."""
        if width and height:
            image = image.scaled(
                width,
                height,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._images[name] = self._within(image)

    def _within(self, image: QImage) -> QImage:
        area = image.width() * image.height()
        if area > self._room:
            return _nothing()
        self._room -= area
        return image

    def lay_again(self) -> None:
        """Pictures came: the page is laid out with them, where the eye is."""
        at = self.verticalScrollBar().value()
        self.setHtml(self._html)
        self.verticalScrollBar().setValue(at)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Only pictures that were put in, and those that the page itself holds."""
        name = url if isinstance(url, str) else url.toString()
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        if name.startswith("data:image/") and name not in self._images:
            self._images[name] = self._within(_held(name))
        return self._images.get(name, _nothing())


def _held(name: str) -> QImage:
    """A picture that is written in the page, within the same limits as any other."""
    import base64
    import binascii

    try:
        content = base64.b64decode(QUrl.fromPercentEncoding(name.partition(",")[2].encode()))
        return decode(content, None)
    except (binascii.Error, ValueError, Unreadable):
        return _nothing()


def _nothing() -> QImage:
    empty = QImage(1, 1, QImage.Format.Format_ARGB32)
    empty.fill(Qt.GlobalColor.transparent)
    return empty


def _place(width: int, height: int, words: str) -> QImage:
    """A quiet frame of a picture's size, with a word in it where there is room."""
    drawn = QImage(max(width, 8), max(height, 8), QImage.Format.Format_ARGB32)
    drawn.fill(LIGHT.sunken)
    painter = QPainter(drawn)
    painter.setPen(QPen(LIGHT.line))
    painter.drawRect(QRect(0, 0, drawn.width() - 1, drawn.height() - 1))
    if width >= 90 and height >= 24:
        painter.setFont(font(11))
        painter.setPen(LIGHT.faint)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(drawn.rect().adjusted(6, 2, -6, -2), flags, words)
    painter.end()
    return drawn
