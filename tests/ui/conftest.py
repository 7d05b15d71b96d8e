"""A desk over a replica in memory, and its window, for tests that touch the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ident, row
from workstation.ui.every_screen import EVERY
from workstation.ui.main_window.main_window import MainWindow


@pytest.fixture
def replica() -> PretendReplica:
    return PretendReplica([row(number) for number in range(1, 61)])


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, replica: PretendReplica) -> Iterator[PretendDesk]:
    with pretend_desk(tmp_path, replica) as made:
        yield made
        assert made.errors == []


@pytest.fixture
def window(qtbot: QtBot, desk: PretendDesk) -> MainWindow:
    """The whole window, shown, with its list painted and the contact's place furnished."""
    made = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(made)
    made.resize(1600, 1000)
    with qtbot.waitSignal(made.painted):
        made.show()
    qtbot.waitUntil(lambda: made.area.contact is not None and desk.settled())
    return made


@pytest.fixture
def open_screen(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> Callable[[str], list[QWidget]]:
    """Open a screen of the table; the windows it is in."""

    def opened(name: str) -> list[QWidget]:
        window.open_contact(ident(1))
        contact = window.area.contact
        assert contact is not None
        qtbot.waitUntil(lambda: contact.head is not None and desk.settled())
        for kind, what in dict(EVERY)[name]:
            if kind == "command":
                action = window.findChild(QAction, what)
                assert isinstance(action, QAction), what
                QTimer.singleShot(0, action.trigger)
            elif kind == "keys":
                QTest.keySequence(QApplication.focusWidget() or window, what)
            else:
                QTest.keyClicks(QApplication.focusWidget() or window, what)
            qtbot.wait(60)
            qtbot.waitUntil(desk.settled)
        return [one for one in QApplication.topLevelWidgets() if one.isVisible()]

    return opened
