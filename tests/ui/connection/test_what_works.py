"""What works with the connection as it is, what waits, and when it is tried again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import NOW
from workstation.replica.rows.news import Mood, MoodName
from workstation.ui.connection.what_works import countdown_words, outbox_words, what_works
from workstation.ui.main_window.main_window import MainWindow


@pytest.mark.parametrize(
    ("name", "waits", "sign_in", "try_now"),
    [
        ("online", False, False, False),
        ("slow", True, False, False),
        ("rebuilding", True, False, False),
        ("resting", True, False, True),
        ("offline", True, False, True),
        ("signed_out", True, True, False),
    ],
)
def test_something_always_works(
    qtbot: QtBot, name: MoodName, waits: bool, sign_in: bool, try_now: bool
) -> None:
    found = what_works(Mood(name))
    assert found.works
    assert bool(found.waits) == waits
    assert (found.sign_in, found.try_now) == (sign_in, try_now)


def test_how_much_waits_and_when_it_is_tried_again(desk: PretendDesk) -> None:
    assert outbox_words(Mood("offline", waiting=3)) == "3 things wait to be sent"
    assert outbox_words(Mood("online", refused=1)) == "1 thing was refused: look at it"
    assert outbox_words(Mood("online")) == "Nothing waits to be sent"
    offline = Mood("offline", next_try_at=NOW + 12_300)
    assert countdown_words(offline, NOW) == "Tries again in 13 seconds"
    assert countdown_words(offline, NOW + 13_000) == "Trying now…"
    assert countdown_words(Mood("online"), NOW) == ""


def test_the_connection_tells_it_when_it_is_clicked_and_follows_what_happens(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    desk.become(
        Mood("offline", "The server cannot be reached.", waiting=2, next_try_at=NOW + 9_000)
    )
    QTest.mouseClick(window.top_bar.connection.state_button, Qt.MouseButton.LeftButton)
    assert window.comforts is not None
    card = window.comforts.works
    assert card is not None
    assert card.isVisible()
    for words in (
        "No connection: work on",
        "The server cannot be reached.",
        "Tries again in 9 seconds",
        "2 things wait to be sent",
        "The telephone",
    ):
        assert words in card.words
    desk.become(Mood("online"))
    assert "Everything works" in card.words
    card.close()


def test_trying_now_is_one_click_there(qtbot: QtBot, window: MainWindow, desk: PretendDesk) -> None:
    asked: list[bool] = []
    desk.context.commands.handle("sync", lambda: asked.append(True))
    desk.become(Mood("offline", next_try_at=NOW + 9_000))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_W, both)
    assert window.comforts is not None
    card = window.comforts.works
    assert card is not None
    button = next(one for one in card.findChildren(QPushButton) if one.text() == "Try now")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [True]
    card.close()
