"""What was just done can be undone for a while, the newest first."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.undoing import Undoing


def test_the_newest_is_undone_first_and_each_once(qtbot: QtBot) -> None:
    undone: list[str] = []
    undoing = Undoing()
    undoing.offer("one", lambda: undone.append("one"), seconds=60)
    undoing.offer("two", lambda: undone.append("two"), seconds=60)
    assert undoing.words() == "two"
    assert undoing.undo()
    assert undoing.undo()
    assert not undoing.undo()
    assert undone == ["two", "one"]


def test_after_a_while_it_can_no_longer_be_undone(qtbot: QtBot) -> None:
    undone: list[str] = []
    undoing = Undoing()
    with qtbot.waitSignals([undoing.changed, undoing.changed], timeout=30_000):
        undoing.offer("one", lambda: undone.append("one"), seconds=0.05)
    assert undoing.newest is None
    assert not undoing.undo()
    assert undone == []


def test_what_counts_down_says_how_long(qtbot: QtBot) -> None:
    undoing = Undoing()
    undoing.offer("Sent in {seconds} s", lambda: None, seconds=60)
    assert undoing.words() == "Sent in 60 s"


def test_what_cannot_be_undone_after_all_is_withdrawn(qtbot: QtBot) -> None:
    undoing = Undoing()
    undoing.offer("one", lambda: None, seconds=60)
    second = undoing.offer("two", lambda: None, seconds=60)
    undoing.withdraw(second)
    undoing.withdraw(second)
    assert undoing.words() == "one"


def test_the_window_shows_it_with_a_button(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    undone: list[bool] = []
    assert window.undo.words == ""
    desk.context.undoing.offer("3 contacts tagged", lambda: undone.append(True), seconds=60)
    assert window.undo.words == "3 contacts tagged"
    assert window.rect().contains(window.undo.geometry())
    qtbot.mouseClick(window.undo.button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert window.undo.words == ""
