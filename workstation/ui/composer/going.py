"""The way out: the send button with its menu and its key, and a last look before anything goes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt

from workstation.ui.command_actions import shown_key
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.departing import Departing, Then
from workstation.ui.composer.draft_shown import DraftShown
from workstation.ui.composer.send_menu import send_menu
from workstation.ui.composer.writing_tools import WritingTools
from workstation.ui.context import DeskContext
from workstation.ui.preferences import SEND_KEY

THEN: Final[dict[str, Then]] = {"send_and_snooze": "snooze", "send_and_wrap_up": "wrap_up"}


class Going(QObject):
    """Belongs to a composer. `ask_first` is asked whether there is something to be seen before it
    is sent."""

    def __init__(
        self,
        context: DeskContext,
        page: ComposerPage,
        shown: DraftShown,
        departing: Departing,
        tools: WritingTools,
        *,
        may_reply: Callable[[], bool],
        ask_first: Callable[[Then], bool],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._shown = shown
        self._departing = departing
        self._tools = tools
        self._may_reply = may_reply
        self._ask_first = ask_first
        self._then: Then = "stay"
        self._sure = False
        """The person was asked whom the text is for, and said so."""
        page.snooze_button.clicked.connect(lambda: self.send(then="snooze"))
        page.send_button.clicked.connect(lambda: self.send(then="stay"))
        page.more_button.clicked.connect(self._open_menu)
        page.doubt.anyway.connect(self._send_surely)
        shown.typed.connect(page.doubt.hide)
        context.preferences.changed.connect(self._show_key)
        context.commands.keys_changed.connect(self._show_key)
        self._show_key()

    def send_named(self, command: str) -> None:
        """Do one of the commands that send."""
        self.send(then=THEN.get(command, "stay"))

    def send(self, *, then: Then = "stay") -> None:
        """Hand it to the outbox, unless there is a reason to look again. The field is free at
        once; if the desk refuses, it comes back."""
        if not self._page.send_button.isEnabled():
            return
        note = self._shown.mode == "note"
        self._then = "stay" if note else then
        if note or self._page.templates.chosen is None:
            look = self._tools.look
            if look.stops_at_place() or (not self._sure and look.doubts(self._shown.mode)):
                return
        if self._ask_first(self._then):
            return
        self._sure = False
        self._departing.send(
            next_mode="reply" if self._may_reply() else "note",
            then=self._then,
            after=self._tools.take_after(),
        )

    def doubt_again(self) -> None:
        """Another text, or for others: what was said of the last one does not count."""
        self._sure = False
        self._page.doubt.hide()

    def enter_sends(self) -> bool:
        return self._context.preferences.of(SEND_KEY) == "enter"

    def change_key(self) -> None:
        """Send with Enter from now on, or no longer."""
        enter = self.enter_sends()
        self._context.preferences.choose(SEND_KEY, "ctrl_enter" if enter else "enter")
        words = (
            self.tr("Ctrl+Enter sends; Enter is a new line.")
            if enter
            else self.tr("Enter sends; Shift+Enter is a new line.")
        )
        self._context.news.notice.emit(words, "quiet")

    def _send_surely(self) -> None:
        self._sure = True
        self.send(then=self._then)
        self._page.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_key(self) -> None:
        """The key that sends, on the button that does it."""
        key = shown_key("Return") if self.enter_sends() else self._context.commands.key("send")
        self._page.send_button.show_key(key)

    def _open_menu(self) -> None:
        button = self._page.more_button
        menu = send_menu(
            self._page,
            self._context.commands,
            self._context.preferences,
            self._context.theme,
            self.send_named,
            note=self._shown.mode == "note",
            able=self._page.send_button.isEnabled(),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        size = menu.sizeHint()
        menu.popup(button.mapToGlobal(QPoint(button.width() - size.width(), -size.height() - 4)))
        menu.setActiveAction(menu.actions()[0])
