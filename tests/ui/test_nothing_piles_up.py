"""What is done all day long leaves nothing behind that piles up.

Qt keeps the picture an icon was drawn as, in megabytes; what is taken out of a layout is nobody's.
"""

import shiboken6
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from workstation.replica.rows.news import Mood
from workstation.ui.emptied import emptied
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.notify.badge import Badge


def test_each_mood_has_one_icon_however_often_it_comes_back(
    window: MainWindow, desk: PretendDesk
) -> None:
    keys: dict[str, set[int]] = {"online": set(), "offline": set()}
    for waiting in range(5):
        desk.become(Mood("online", waiting=waiting))
        keys["online"].add(window.top_bar.connection.state_button.icon().cacheKey())
        desk.become(Mood("offline", waiting=waiting))
        keys["offline"].add(window.top_bar.connection.state_button.icon().cacheKey())
    assert [len(seen) for seen in keys.values()] == [1, 1]
    assert keys["online"] != keys["offline"]


def test_the_icon_without_a_number_is_one(window: MainWindow, desk: PretendDesk) -> None:
    badge = Badge(desk.context.theme, window)
    seen: list[QIcon] = []
    badge.changed.connect(lambda _title, icon: seen.append(icon))
    for count in (1, 0, 2, 0):
        badge.show_count(count)
    with_one, plain, with_two, plain_again = (icon.cacheKey() for icon in seen)
    assert plain == plain_again
    assert len({with_one, plain, with_two}) == 3


def test_of_an_emptied_layout_neither_widgets_nor_places_are_left(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    said = QLabel("said", box)
    layout.addWidget(said)
    layout.addStretch(1)
    layout.addLayout(QHBoxLayout())
    places = [layout.itemAt(0), layout.itemAt(1)]
    assert emptied(layout) is layout
    assert layout.count() == 0
    assert said.isHidden()
    assert not any(shiboken6.isValid(place) for place in places)
    qtbot.waitUntil(lambda: not shiboken6.isValid(said), timeout=30_000)
