"""The tour over the real window: by keyboard and by mouse, left at any moment, taken again."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import NOW, ident
from workstation.ui.guide.last_here import LAST, offer, saw_tour
from workstation.ui.guide.welcome_bar import WelcomeBar
from workstation.ui.main_window.comforts import Comforts
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.tour.steps import STEPS
from workstation.ui.tour.tour import Tour


@pytest.fixture
def comforts(window: MainWindow) -> Comforts:
    assert window.comforts is not None
    return window.comforts


def begun(comforts: Comforts) -> Tour:
    comforts.take_tour()
    assert comforts.tour is not None
    return comforts.tour


def test_who_is_new_is_offered_it_and_who_declines_is_left_alone(
    comforts: Comforts, window: MainWindow, desk: PretendDesk
) -> None:
    (bar,) = offered(comforts)
    assert bar.isVisible()
    bar.later.setFocus()
    QTest.mouseClick(bar.later, Qt.MouseButton.LeftButton)
    assert offered(comforts) == []
    assert window.focusWidget() is window.inbox.list, "the hands go on where the work is"
    assert offer(desk.settings, NOW) == ""


def test_it_is_walked_through_by_keyboard(comforts: Comforts, window: MainWindow) -> None:
    tour = begun(comforts)
    seen = [tour.card.title.text()]
    for _ in STEPS[1:]:
        QTest.keyClick(tour.card, Qt.Key.Key_Return)
        seen.append(tour.card.title.text())
    assert seen == [step.title for step in STEPS]
    QTest.keyClick(tour.card, Qt.Key.Key_Left)
    assert tour.number == len(STEPS) - 2
    QTest.keyClick(tour.card, Qt.Key.Key_Right)
    QTest.keyClick(tour.card, Qt.Key.Key_Return)
    assert not tour.running
    assert not tour.card.isVisible()


def test_it_is_walked_through_by_mouse_and_left(comforts: Comforts) -> None:
    tour = begun(comforts)
    QTest.mouseClick(tour.card.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tour.card.before, Qt.MouseButton.LeftButton)
    assert tour.number == 0
    QTest.mouseClick(tour.card.skip, Qt.MouseButton.LeftButton)
    assert not tour.running


def test_escape_leaves_and_its_key_begins_it_again(window: MainWindow, comforts: Comforts) -> None:
    tour = begun(comforts)
    QTest.keyClick(tour.card, Qt.Key.Key_Escape)
    assert not tour.card.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert tour.running
    assert tour.number == 0
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert tour.number == 1


def test_the_window_stays_usable_while_it_shows(
    qtbot: QtBot, window: MainWindow, comforts: Comforts
) -> None:
    begun(comforts)
    model = window.inbox.list.model()
    place = window.inbox.list.visualRect(model.index(0, 0)).center()
    QTest.mouseClick(window.inbox.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: bool(window.open_id), timeout=30_000)


def test_who_opened_nobody_yet_is_shown_the_first_customer(
    qtbot: QtBot, window: MainWindow, comforts: Comforts
) -> None:
    tour = begun(comforts)
    QTest.keyClick(tour.card, Qt.Key.Key_Return)
    assert window.open_id == ""
    QTest.keyClick(tour.card, Qt.Key.Key_Return)
    QTest.keyClick(tour.card, Qt.Key.Key_Return)
    assert tour.card.title.text() == "Answer here"
    qtbot.waitUntil(lambda: window.open_id == ident(1), timeout=30_000)
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(
        lambda: contact.composer.isVisible() and tour.lit.size() == contact.composer.size(),
        timeout=30_000,
    )


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("open_one", [False, True], ids=["nothing open", "a contact open"])
def test_every_card_is_whole_and_covers_little_of_what_it_is_about(
    qtbot: QtBot, window: MainWindow, comforts: Comforts, size: tuple[int, int], open_one: bool
) -> None:
    window.resize(*size)
    if open_one:
        window.open_contact(ident(2), caret=False)
    tour = begun(comforts)
    for number in range(len(STEPS)):
        tour.show_step(number)
        card = tour.card.geometry()
        assert window.rect().contains(card), STEPS[number].title
        lit = tour.lit & window.rect()
        covered = card & lit
        assert area(covered) <= 0.45 * area(lit), STEPS[number].title


def offered(comforts: Comforts) -> list[WelcomeBar]:
    return [] if comforts.welcome is None else [comforts.welcome]


def area(place: QRect) -> int:
    return max(0, place.width()) * max(0, place.height())


def test_who_was_away_for_long_is_told_what_changed(desk: PretendDesk) -> None:
    saw_tour(desk.settings)
    desk.settings.setValue(LAST, "2025-01-01")
    assert offer(desk.settings, NOW) == "changes"
    desk.settings.setValue(LAST, "nonsense")
    assert offer(desk.settings, NOW) == ""
