"""Somebody at a desk, for journeys through the real window: with keyboard and mouse only.

`WORKSTATION_PICTURES=folder` keeps a picture of each step.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.mouse import click
from tests.running import PASSWORD, RunningServer
from workstation.ui.calls.call_strip import CallStrip
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.contact.contact_view import ContactView
from workstation.ui.context import Language
from workstation.ui.desk_life import Desk, profile_settings
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.opening import Opening
from workstation.ui.panels.match_card import MatchCard
from workstation.ui.panels.merged_line import MergedLine
from workstation.ui.panels.side_panel import SidePanel
from workstation.ui.theme.theme import Choice, Theme
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.sound.heard import Heard
from workstation.ui.translations import Translations

PATIENCE = 60_000
"""Milliseconds for anything to be seen; a busy machine is not a wrong answer."""
Kind = TypeVar("Kind", bound=QWidget)


class Seat:
    """One person at one desk. What they do goes through keys and the mouse; what they see is read
    from the widgets."""

    def __init__(
        self,
        qtbot: QtBot,
        server: RunningServer,
        profile: Path,
        *,
        language: Language,
        look: Choice,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self._server = server
        self._pictures = 0
        self.notices: list[str] = []
        self._translations = Translations()
        self._translations.speak(language)
        self._theme = Theme(look)
        self._theme.dress(app)
        profile.mkdir(exist_ok=True)
        self._profile = profile
        self._language: Language = language
        self.desk = self._open_desk()

    def _open_desk(self) -> Desk:
        desk = Desk(
            Opening(self._profile),
            settings=profile_settings(self._profile),
            theme=self._theme,
            translations=self._translations,
            language=self._language,
        )
        desk.context.news.notice.connect(lambda words, _tone: self.notices.append(words))
        desk.start()
        return desk

    def sign_in(self, login: str) -> None:
        """Type the server, the name and the password, and wait for the list."""
        view = self.desk.signing_in and self.desk.signing_in.view
        assert view is not None
        self.sees(lambda: QApplication.activeWindow() is view)
        for words in (self._server.url, login, PASSWORD):
            self.types(words)
            self.press("Return" if words == PASSWORD else "Tab")
        self.sees(lambda: self.desk.window is not None and self.desk.window.was_painted)
        self.window.resize(1600, 1000)
        self.sees(lambda: QApplication.activeWindow() is self.window)
        self.sees(lambda: self.window.area.contact is not None)
        self.sees(lambda: self.desk.context.mood.name == "online")
        self.sees(lambda: self.desk.context.me.name)

    def stops_and_starts_again(self) -> None:
        """The desk ends, and opens on what it kept."""
        self.desk.end(0)
        self.desk = self._open_desk()
        self.sees(lambda: self.desk.window is not None and self.desk.window.was_painted)
        self.window.resize(1600, 1000)
        self.sees(lambda: self.window.area.contact is not None)

    def turns_here(self) -> None:
        """The keyboard is this desk's, where several people work."""
        self.window.activateWindow()
        self.sees(lambda: QApplication.activeWindow() is self.window)

    def leave(self) -> None:
        for one in QApplication.topLevelWidgets():  # everybody goes home: what is written down
            one.hide()  # now keeps nobody from working
        self.desk.end(0)
        self._translations.speak("en")
        assert not [words for words in self.notices if "desk.log" in words]

    # ------------------------------------------------------------ what they do

    def press(self, *keys: str) -> None:
        """Keys as they are written: "F8", "Ctrl+Shift+N"."""
        for key in keys:
            QTest.keySequence(self._hands(), QKeySequence(key))

    def types(self, text: str) -> None:
        QTest.keyClicks(self._hands(), text)

    def sends(self, text: str) -> None:
        """Type it, and send it once that is offered."""
        self.types(text)
        self.sees(self.contact.composer.send_button.isEnabled)
        self.press("Ctrl+Return")

    def clicks(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Only what can be seen and used can be clicked."""
        self.sees(lambda: widget.isVisible() and widget.isEnabled())
        place = widget.rect().center() if at is None else at
        click(widget, place)

    def clicks_in_transcript(self, what: str, *, share: float = 0.5) -> None:
        """Something in the conversation that can be used: "play", "wave", "picture" ...; `share`
        is how far to the right in it."""
        self.sees(lambda: self._place(what) is not None)
        found = self._place(what)
        assert found is not None
        place, top = found
        x = place.rect.left() + round(share * (place.rect.width() - 1))
        view = self.contact.transcript.viewport()
        self.clicks(view, QPoint(x, top + place.rect.center().y()))

    def chooses(self, *words: str) -> None:
        """In the list that popped up: type some words, take what is found first."""
        self.sees(lambda: self.popup is not None)
        for word in words:
            self.types(word)
        self.sees(lambda: self.popup is not None and self.popup.list.currentIndex().isValid())
        self.press("Return")

    @contextmanager
    def answering(self, typed: str) -> Iterator[None]:
        """Whatever asks something within this, is answered by typing and Enter."""
        timer = QTimer(self.window)
        answered: list[str] = []

        def look() -> None:
            asking = QApplication.activeModalWidget()
            if asking is not None and asking is QApplication.activeWindow():
                timer.stop()
                answered.append(typed)
                self.press("Ctrl+A")
                self.types(typed)
                self.press("Return")

        timer.timeout.connect(look)
        timer.start(20)
        yield
        self.sees(lambda: answered)

    def walks_in_menu(self, words: str) -> None:
        """With the arrows to the entry with these words, in the menu that is open; and take it."""
        self.sees(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            chosen = cast("QAction | None", menu.activeAction())
            if chosen is not None and words in chosen.text():
                break
            self.press("Down")
        self.press("Return")

    def wraps_up(self, reason: str, offered: str) -> None:
        """The reason found by these letters, and the only thing that can have been offered."""
        self.press("Ctrl+D")
        self.chooses(reason)
        self.sees(lambda: self.popup is not None and self.offered == [offered])
        self.press("Return", "Ctrl+D")

    def clicks_in_menu(self, words: str, *, on: str) -> None:
        """The entry with these words, of the menu on something in the conversation."""
        found = self._place(on)
        assert found is not None
        place, top = found
        at = QPoint(place.rect.center().x(), top + place.rect.center().y())
        view = self.contact.transcript
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), asked)
        self.sees(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if words in one.text())
        self.clicks(menu, menu.actionGeometry(action).center())

    def turns_to_team(self) -> None:
        """To the list of their team, once there is one: the fourth."""
        self.sees(lambda: len(self.window.sidebar.items) > 3)
        self.press("Ctrl+4")
        self.sees(lambda: self.window.inbox.model.view.kind == "team")

    def opens(self, row: int = 0) -> None:
        """A contact of the list, by mouse."""
        inbox = self.window.inbox
        self.sees(lambda: inbox.model.rowCount() > row)
        self.sees(lambda: inbox.model.at(row) is not None)
        wanted = inbox.model.at(row)
        assert wanted is not None
        index = inbox.model.index(row)
        self.clicks(inbox.list.viewport(), inbox.list.visualRect(index).center())
        self.sees_contact(wanted.contact_id)

    def opens_whose(self, name: str) -> None:
        """The contact of somebody, wherever it stands in the list."""
        model = self.window.inbox.model

        def at() -> int | None:
            rows = [model.at(row) for row in range(model.rowCount())]
            return next((n for n, row in enumerate(rows) if row and row.name == name), None)

        self.sees(lambda: at() is not None)
        self.opens(at() or 0)

    # ------------------------------------------------------------ what they see

    def sees(self, true: Callable[[], object]) -> None:
        """Wait until it is so."""

        def look() -> bool:
            return bool(true())

        try:
            self.qtbot.waitUntil(look, timeout=PATIENCE)
        except BaseException as error:
            self.picture("not seen")
            shown = "\n".join(self.says if self.desk.window is not None else [])
            raise AssertionError(
                f"{error}\n{shown}\n{self.notices}\n{self._server.read_log()}"
            ) from error

    def sees_contact(self, contact_id: str = "") -> None:
        """A contact is on the screen: this one, if one is named."""

        def there() -> bool:
            head = self.contact.head
            return head is not None and contact_id in ("", head.contact_id)

        self.sees(there)

    def sees_call(self, button: str) -> None:
        """A call with which this can be done now: "answer", "hold", "resume" ..."""
        self.sees(lambda: self.calls and self.call.buttons[button].isVisible())

    def hears(self, sha256: str) -> Heard:
        """How a recording stands in its player."""
        (file,) = [
            one
            for message in self.contact.messages.messages
            for one in message.attachments
            if one.sha256 == sha256
        ]
        return self.contact.transcript.players.heard(file)

    def shows(self, what: str) -> bool:
        """Whether something of this kind is in the conversation: "play", "picture" ..."""
        return self._place(what) is not None

    def picture(self, name: str) -> None:
        """Keep how the desk looks now, when pictures are wanted."""
        folder = os.environ.get("WORKSTATION_PICTURES")
        if not folder:
            return
        QApplication.processEvents()
        self._pictures += 1
        test = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[2].partition(" ")[0]
        test = test.replace("[", "-").replace("]", "").removeprefix("test_")
        target = Path(folder) / os.environ.get("WORKSTATION_SHOWN", "as-is")
        target.mkdir(parents=True, exist_ok=True)
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        for number, widget in enumerate(shown):
            part = f"-{number}" if len(shown) > 1 else ""
            widget.grab().save(
                str(target / f"{test}-{self._pictures:02}{part}-{name}.png".replace(" ", "-"))
            )

    @property
    def window(self) -> MainWindow:
        assert self.desk.window is not None
        return self.desk.window

    @property
    def contact(self) -> ContactView:
        assert self.window.area.contact is not None
        return self.window.area.contact

    @property
    def panel(self) -> SidePanel:
        assert self.window.area.panel is not None
        return self.window.area.panel

    @property
    def popup(self) -> ChoicePopup | None:
        found = QApplication.activePopupWidget()
        return found if isinstance(found, ChoicePopup) else None

    @property
    def calls(self) -> list[CallStrip]:
        """The calls of the bar, the one in hand first."""
        return self.all(CallStrip)

    @property
    def call(self) -> CallStrip:
        return self.calls[0]

    @property
    def offered(self) -> list[str]:
        """What the list that popped up has to choose from."""
        return [] if self.popup is None else [one.name for one in self.popup.model.choices]

    @property
    def matches(self) -> list[MatchCard]:
        """Suggestions beside the contact that this may be somebody known."""
        return self.all(MatchCard)

    @property
    def merged(self) -> list[MergedLine]:
        """Who turned out to be this customer."""
        return self.all(MergedLine)

    @property
    def waiting(self) -> int:
        """How much waits to be sent, as the top bar says."""
        (button,) = self.window.top_bar.findChildren(QAbstractButton, "waiting to send")
        number = button.text().partition(" ")[0]
        return int(number) if number.isdecimal() else 0

    @property
    def says(self) -> list[str]:
        """What the conversation says: of each message its text, and how far it got."""
        return [
            f"{message.direction} {message.kind}: {message.text} [{message.delivery}]"
            for message in self.contact.messages.messages
        ]

    def words(self, of: QWidget) -> str:
        """Every word that is written in a part of the screen."""
        return "\n".join(one.text() for one in self.all(QLabel, of) if one.text())

    def all(self, kind: type[Kind], of: QWidget | None = None) -> list[Kind]:
        """The widgets of a kind that can be seen, from the top."""
        within = of or self.window
        found = [one for one in within.findChildren(kind) if one.isVisible()]
        return sorted(found, key=lambda one: one.mapToGlobal(QPoint(0, 0)).y())

    def buttons(self, name: str, of: QWidget | None = None) -> list[QAbstractButton]:
        """The buttons that can be seen, by the name they have in the program."""
        return [one for one in self.all(QAbstractButton, of) if one.objectName() == name]

    # ------------------------------------------------------------ inside

    def _hands(self) -> QWidget:
        """Where what is typed goes."""
        popup = QApplication.activePopupWidget()
        here = popup or QApplication.activeModalWidget() or QApplication.activeWindow()
        if here is None:  # a real window system gives the keyboard back when a popup closes
            here = self.window
            here.activateWindow()
            self.qtbot.waitUntil(here.isActiveWindow, timeout=PATIENCE)
        return here.focusWidget() or here

    def _place(self, what: str) -> tuple[Place, int] | None:
        view = self.contact.transcript
        stack = view.stack
        for row in reversed(range(len(stack.lines))):
            for place in stack.laid(row).places:
                if place.what == what:
                    return place, view.visualRect(self.contact.messages.index(row)).top()
        return None
