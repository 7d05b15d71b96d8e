"""Selecting several contacts: by mouse, by keys, and what stays selected while the list moves."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINUTE, NOW
from workstation.replica.lists import View
from workstation.ui.inbox.inbox_view import InboxView

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def inbox(qtbot: QtBot, desk: PretendDesk) -> InboxView:
    made = InboxView(desk.context, View("mine"))
    qtbot.addWidget(made)
    made.resize(348, 800)
    made.show()
    with qtbot.waitSignal(made.model.settled):
        made.model.load()
    made.list.setFocus()
    return made


def click(inbox: InboxView, row: int, keys: Qt.KeyboardModifier = NONE, x: int = 200) -> None:
    place = QPoint(x, inbox.list.visualRect(inbox.model.index(row)).center().y())
    QTest.mouseClick(inbox.list.viewport(), Qt.MouseButton.LeftButton, keys, place)


def marked(inbox: InboxView) -> list[int]:
    return inbox.list.marking.numbers()


def test_ctrl_and_a_click_adds_to_the_open_one(inbox: InboxView) -> None:
    opened: list[str] = []
    inbox.opened.connect(lambda contact, _caret: opened.append(contact))
    click(inbox, 0)
    click(inbox, 2, CTRL)
    click(inbox, 4, CTRL)
    assert marked(inbox) == [1, 3, 5]
    click(inbox, 2, CTRL)
    assert marked(inbox) == [1, 5]
    assert len(set(opened)) == 1


def test_shift_and_a_click_selects_up_to_there(inbox: InboxView) -> None:
    click(inbox, 1)
    click(inbox, 4, SHIFT)
    assert marked(inbox) == [2, 3, 4, 5]
    click(inbox, 0, SHIFT)
    assert marked(inbox) == [1, 2]
    click(inbox, 6, CTRL)
    click(inbox, 8, CTRL | SHIFT)
    assert marked(inbox) == [1, 2, 7, 8, 9]


def test_a_click_on_a_face_selects_and_opens_nothing(inbox: InboxView) -> None:
    opened: list[str] = []
    inbox.opened.connect(lambda contact, _caret: opened.append(contact))
    click(inbox, 1, x=30)
    click(inbox, 3, x=30)
    assert (marked(inbox), opened) == ([2, 4], [])


def test_a_plain_click_selects_nothing_any_more(inbox: InboxView) -> None:
    click(inbox, 1, CTRL)
    click(inbox, 3)
    assert marked(inbox) == []


def test_arrows_with_shift_stretch_and_shrink(inbox: InboxView) -> None:
    QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(inbox.list, key, SHIFT)
    assert marked(inbox) == [1, 2, 3]
    QTest.keyClick(inbox.list, Qt.Key.Key_End, SHIFT)
    assert len(marked(inbox)) == 60


def test_space_selects_where_the_keyboard_stands(inbox: InboxView) -> None:
    QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    QTest.keyClick(inbox.list, Qt.Key.Key_Space)
    for _ in range(2):
        QTest.keyClick(inbox.list, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(inbox.list, Qt.Key.Key_Space)
    assert marked(inbox) == [1, 3]
    QTest.keyClick(inbox.list, Qt.Key.Key_Escape)
    assert marked(inbox) == []


def test_all_is_every_contact_and_the_bar_says_so(inbox: InboxView) -> None:
    QTest.keyClick(inbox.list, Qt.Key.Key_A, CTRL)
    assert len(marked(inbox)) == 60
    assert inbox.bulk_bar is not None
    assert inbox.bulk_bar.isVisible()
    assert inbox.bulk_bar.words.text() == "60 selected"
    QTest.keyClick(inbox.list, Qt.Key.Key_Escape)
    assert not inbox.bulk_bar.isVisible()


def test_a_click_on_a_heading_selects_all_under_it(qtbot: QtBot, inbox: InboxView) -> None:
    with qtbot.waitSignal(inbox.model.settled):
        inbox.model.show_view(View("mine", grouped="channel"))
    click(inbox, 0)
    chats = [n for n in range(1, 61) if n % 6 == 3]
    assert sorted(marked(inbox)) == chats
    click(inbox, 0)
    assert marked(inbox) == []


def test_what_is_selected_stays_with_the_contacts_until_they_leave(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    click(inbox, 1, CTRL)
    click(inbox, 4, CTRL)
    replica.change(5, due_at=NOW - MINUTE)
    qtbot.waitUntil(lambda: inbox.model.numbers[0] == 5)
    assert marked(inbox) == [5, 2]
    replica.change(2, owner_id=DAAN)
    qtbot.waitUntil(lambda: marked(inbox) == [5])


def test_another_list_has_nothing_selected(qtbot: QtBot, inbox: InboxView) -> None:
    click(inbox, 1, CTRL)
    with qtbot.waitSignal(inbox.model.switched):
        inbox.show_view(View("done"), "Done")
    assert inbox.list.marking.count == 0


def test_a_screen_reader_hears_that_a_row_is_selected(inbox: InboxView) -> None:
    click(inbox, 1, CTRL)
    said = inbox.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("selected, Customer 2")
