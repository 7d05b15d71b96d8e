"""What can be done with a message: the menu on it, and the wishes it passes on."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from workstation.replica.rows import AttachmentRow, MessageRow
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.lines import Line
from workstation.ui.transcript.typesetter import Place
from workstation.ui.words import translate


class Wishes(Protocol):
    """What a person asks of a message beyond looking at it."""

    def open_picture(self, attachment: AttachmentRow) -> None: ...
    def save_file(self, attachment: AttachmentRow) -> None: ...
    def retry(self, message: MessageRow) -> None: ...
    def too_long(self, message: MessageRow) -> bool: ...
    def read_whole(self, message: MessageRow) -> None: ...
    def open_link(self, target: str) -> None: ...


def shown_target(target: str) -> str:
    """Where a link really goes: letters that only look Latin appear in their ASCII form."""
    if "://" in target:
        target = bytes(QUrl(target).toEncoded().data()).decode("ascii", "replace")
    line = harmless_line(target)
    return line if len(line) <= 300 else line[:299] + "…"


def copy_text(text: str) -> None:
    """Put `text` on the clipboard as plain text, as it was written; Qt's texts hold no halves of
    surrogate pairs, so each of those becomes the sign for a character that cannot be shown."""
    data = QMimeData()
    data.setText(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    QGuiApplication.clipboard().setMimeData(data)


def message_menu(
    parent: QWidget,
    line: Line,
    *,
    wishes: Wishes,
    copy: Callable[[], None],
    part: bool,
    links: list[str],
    place: Place | None,
) -> QMenu:
    """The menu of one line; it deletes itself when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said = translate("transcript", "Copy selection") if part else translate("transcript", "Copy")
    menu.addAction(said, copy)
    for target in dict.fromkeys(links):
        shown = shown_target(target).replace("&", "&&")
        open_it = menu.addAction(translate("transcript", "Open {target}").format(target=shown))
        open_it.triggered.connect(lambda _=False, t=target: wishes.open_link(t))
        copy_it = menu.addAction(translate("transcript", "Copy link"))
        copy_it.triggered.connect(lambda _=False, t=target: copy_text(t.removeprefix("mailto:")))
    message = line.message
    if message is None:
        return menu
    files = (
        [place.attachment]
        if place is not None and place.attachment is not None
        else list(message.attachments)
    )
    for file in files:
        name = harmless_line(file.name).replace("&", "&&") or file.media_type
        save = menu.addAction(translate("transcript", "Save {name}…").format(name=name))
        save.triggered.connect(lambda _=False, f=file: wishes.save_file(f))
    if message.delivery in ("failed", "uncertain"):
        again = menu.addAction(translate("transcript", "Send again"))
        again.triggered.connect(lambda: wishes.retry(message))
    if len(message.text) > 4_000:
        whole = menu.addAction(translate("transcript", "Read in a window"))
        whole.triggered.connect(lambda: wishes.read_whole(message))
    return menu
