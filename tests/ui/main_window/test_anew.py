"""The window made again, as in another size of text: nothing blinks, and all that was there is."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import ident
from workstation.ui.command_actions import Commands
from workstation.ui.main_window.anew import Anew
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.main_window.still import Still

AWHILE = 30_000

Again = Callable[[MainWindow], MainWindow]


class WhenItGoes(QObject):
    """Asks something at the moment a window goes."""

    def __init__(self, watched: QWidget, ask: Callable[[], bool]) -> None:
        super().__init__(watched)
        self._ask = ask
        self.answers: list[bool] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.answers.append(self._ask())
        return False


@pytest.fixture
def windows(desk: PretendDesk) -> Iterator[list[MainWindow]]:
    """All that are made, the newest last; who made it anew puts the former ones away."""
    made: list[MainWindow] = []
    yield made
    made[-1].close()
    made[-1].deleteLater()


@pytest.fixture
def first(qtbot: QtBot, desk: PretendDesk, windows: list[MainWindow]) -> MainWindow:
    window = MainWindow(desk.context, desk.settings)
    windows.append(window)
    window.show()
    qtbot.waitUntil(lambda: window.area.contact is not None and desk.settled(), timeout=AWHILE)
    return window


@pytest.fixture
def again(desk: PretendDesk, windows: list[MainWindow]) -> Again:
    """Makes a window again, and gives the new one."""
    anew = Anew()

    def new() -> MainWindow:
        desk.context.commands = Commands()
        windows.append(MainWindow(desk.context, desk.settings))
        return windows[-1]

    def make(former: MainWindow) -> MainWindow:
        anew.make(former, lambda: None, new)
        return windows[-1]

    return make


def _still(window: MainWindow) -> Still | None:
    found = window.findChild(Still)
    return found if isinstance(found, Still) else None


def _pixels(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_what_was_on_the_screen_stays_there_until_the_new_window_shows_it(
    qtbot: QtBot, desk: PretendDesk, first: MainWindow, again: Again
) -> None:
    first.inbox.list.setFocus()
    first.open_contact(ident(3), caret=False)
    contact = first.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None and desk.settled(), timeout=AWHILE)
    before = _pixels(first)
    larger = again(first)
    still = _still(larger)
    assert still is not None
    assert first.isVisible()
    assert larger.isVisible()
    assert still.geometry() == larger.rect()
    assert _pixels(still) == before.copy(larger.rect())
    gone = WhenItGoes(first, lambda: larger.isVisible() and still.isVisible())
    ready = WhenItGoes(still, lambda: bool(larger.area.contact and larger.area.contact.head))
    qtbot.waitUntil(lambda: bool(gone.answers), timeout=AWHILE)
    assert gone.answers == [True]
    qtbot.waitUntil(lambda: bool(ready.answers), timeout=AWHILE)
    assert ready.answers == [True]
    assert larger.open_id == ident(3)
    qtbot.waitUntil(lambda: _still(larger) is None, timeout=AWHILE)


def test_what_is_made_meanwhile_is_made_below_what_was_on_the_screen(
    first: MainWindow, again: Again
) -> None:
    larger = again(first)
    still = _still(larger)
    assert still is not None
    bar = QWidget(larger)
    bar.setGeometry(larger.rect())
    bar.show()
    middle = larger.rect().center()
    assert larger.childAt(middle) is still


def test_a_window_that_is_made_again_twice_at_once_still_has_all_that_was_in_it(
    qtbot: QtBot, desk: PretendDesk, first: MainWindow, again: Again
) -> None:
    first.open_contact(ident(2))
    qtbot.waitUntil(lambda: first.comforts is not None, timeout=AWHILE)
    assert first.comforts is not None
    first.comforts.show_settings("writing")
    between = again(first)
    last = again(between)
    qtbot.waitUntil(lambda: _still(last) is None and desk.settled(), timeout=AWHILE)
    assert last.open_id == ident(2)
    assert last.comforts is not None
    assert last.comforts.settings_page == "writing"
