"""What can be done with a message: the menu on it, and the wishes it passes on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.command_actions import Commands, shown_key
from workstation.ui.theme.menu import Menu
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.named import leads_somewhere, order_of
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.words import translate

DEEDS: Final = ("answer_message", "quote_message", "forward_message")
"""The commands about one message, in the menu's order."""
MOST_PLACES = 24
"""Entries of a menu for the lines of a card: no menu is higher than a screen."""


class Wishes(Protocol):
    """What a person asks of a message beyond looking at it."""

    def open_picture(self, attachment: AttachmentRow) -> None: ...
    def save_file(self, attachment: AttachmentRow) -> None: ...
    def save_all(self, attachments: Sequence[AttachmentRow]) -> None: ...
    def open_elsewhere(self, attachment: AttachmentRow) -> None: ...
    def show_designed(self, message: MessageRow) -> None: ...
    def retry(self, message: MessageRow) -> None: ...
    def too_long(self, message: MessageRow) -> bool: ...
    def read_whole(self, message: MessageRow) -> None: ...
    def open_link(self, target: str) -> None: ...
    def go_to(self, message_id: str) -> None: ...


def shown_target(target: str) -> str:
    """Where a link really goes: letters that only look Latin appear in their ASCII form."""
    if order_of(target):
        number = harmless_line(order_of(target))
        return translate("transcript", "order {number}").format(number=number)
    if not leads_somewhere(target):
        return ""
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


def place_tip(place: Place) -> str:
    """What a click on a place does, or what is there."""
    match place.what:
        case "copy":
            return translate("transcript", "Click to copy")
        case "link":
            return shown_target(place.value)
        case "quote":
            return translate("transcript", "Go to this message")
        case "reveal":
            return translate("transcript", "Press to show the number")
        case "events":
            return translate("transcript", "Press to unfold or fold")
        case "speed":
            return translate("transcript", "Speed")
    return shown_target(place.attachment.name) if place.attachment is not None else ""


def message_menu(
    parent: QWidget,
    line: Line,
    *,
    commands: Commands,
    wishes: Wishes,
    copy: Callable[[], None],
    copy_cited: Callable[[], None],
    use: Callable[[Place], None],
    part: str,
    several: int,
    links: list[str],
    places: list[Place],
    at: Place | None,
) -> Menu:
    """The menu of one line; it deletes itself when it closes. `places` are all that can be
    clicked in the line, `at` the one under the mouse; `part` is the text that is selected in it,
    `several` how many messages are chosen."""
    menu = Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    message = line.message
    if message is not None and line.kind in ("in", "out", "note") and several < 2:
        for name in DEEDS:
            if commands.enabled(name) and (message.deleted_at is None):
                words = f"{commands.title(name)}\t{commands.key(name)}"
                menu.addAction(words, partial(commands.run, name))
        menu.addSeparator()
    if several < 2:
        said = translate("transcript", "Copy")
        if part:
            said = translate("transcript", "Copy selection")
        menu.addAction(f"{said}\t{shown_key('Ctrl+C')}", copy)
    menu.addAction(
        f"{commands.title('copy_with_names')}\t{commands.key('copy_with_names')}", copy_cited
    )
    if several > 1:
        return menu
    _places(menu, [at] if at is not None and at.what in ("copy", "link") else places, use)
    for target in dict.fromkeys(filter(leads_somewhere, links)):
        shown = shown_target(target).replace("&", "&&")
        open_it = menu.addAction(translate("transcript", "Open {target}").format(target=shown))
        open_it.triggered.connect(lambda _=False, t=target: wishes.open_link(t))
        copy_it = menu.addAction(translate("transcript", "Copy link"))
        plain = order_of(target) or target.removeprefix("mailto:")
        copy_it.triggered.connect(lambda _=False, text=plain: copy_text(text))
    if message is None or message.deleted_at is not None:
        return menu
    one = at.attachment if at is not None else None
    here = [f for f in message.attachments if f.state == "ready" and not f.role]
    if len(here) > 1:
        words = translate("transcript", "Save all {count} files…").format(count=len(here))
        menu.addAction(words, partial(wishes.save_all, here))
    for file in [one] if one is not None else list(message.attachments):
        if file.state != "ready" or file.role in ("html", "inline"):
            continue
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


def _places(menu: Menu, places: list[Place], use: Callable[[Place], None]) -> None:
    """What a click would do, for who has no mouse."""
    for place in places[:MOST_PLACES]:
        named = harmless_line(place.value or place.text)[:60].replace("&", "&&")
        match place.what:
            case "copy":
                said = translate("transcript", "Copy {text}").format(text=named)
            case "link":
                target = shown_target(place.value).replace("&", "&&")
                said = translate("transcript", "Open {target}").format(target=target)
            case "reveal":
                said = translate("transcript", "Show the number")
                copied = partial(copy_text, place.value)
                menu.addAction(translate("transcript", "Copy the number"), copied)
            case "quote":
                said = translate("transcript", "Go to the answered message")
            case "play":
                said = translate("transcript", "Play or pause")
            case "speed":
                said = translate("transcript", "Other speed")
            case "designed" | "earlier" | "events":
                said = place.text
            case _:
                continue
        menu.addAction(said).triggered.connect(lambda _=False, p=place: use(p))
