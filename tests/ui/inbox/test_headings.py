"""Headings in the list: where rows stand, how headings are followed, and that nobody opens one."""

from array import array

from hypothesis import given, strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import MINUTE, NOW, row
from workstation.replica.lists import View
from workstation.ui.inbox.heading_delegate import HEADING
from workstation.ui.inbox.heading_places import follow, places
from workstation.ui.inbox.inbox_model import HEADING_ROLE, InboxModel
from workstation.ui.inbox.inbox_view import InboxView
from workstation.ui.inbox.reorder import steps
from workstation.ui.inbox.row_tops import RowTops
from workstation.ui.theme.tokens import ROW

NUMBERS = st.lists(st.integers(-6, 30).filter(bool), unique=True, max_size=30)


@given(NUMBERS)
def test_every_pixel_belongs_to_the_row_that_covers_it(numbers: list[int]) -> None:
    tops = RowTops(76, 32, places(array("q", numbers)))
    for position, number in enumerate(numbers):
        height = 32 if number < 0 else 76
        assert tops.height(position) == height
        assert tops.is_heading(position) is (number < 0)
        assert tops.top(position + 1) == tops.top(position) + height
        assert tops.row_at(tops.top(position)) == position
        assert tops.row_at(tops.top(position + 1) - 1) == position


@given(NUMBERS, NUMBERS)
def test_headings_are_followed_step_by_step(old: list[int], new: list[int]) -> None:
    before, after = array("q", old), array("q", new)
    current, stand = before[:], places(before)
    for step in steps(before, after) or []:
        heading = step.kind == "move" and current[step.first] < 0
        stand = follow(step, stand, places(after), heading=heading)
        if step.kind == "remove":
            del current[step.first : step.last + 1]
        elif step.kind == "insert":
            current[step.first : step.first] = after[step.first : step.last + 1]
        else:
            current.insert(step.to, current.pop(step.first))
        assert stand == places(current)


def shown(qtbot: QtBot, desk: PretendDesk) -> InboxView:
    inbox = InboxView(desk.context, View("mine", grouped="channel"))
    qtbot.addWidget(inbox)
    inbox.resize(348, 800)
    inbox.show()
    with qtbot.waitSignal(inbox.model.settled):
        inbox.model.load()
    inbox.list.setFocus()
    return inbox


def test_the_model_keeps_to_qts_rules_under_headings(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    model = InboxModel(desk.context, View("mine", grouped="channel"))
    with qtbot.waitSignal(model.settled):
        model.load()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (model.rowCount(), model.contacts, len(model.headings)) == (66, 60, 6)
    replica.add(row(500, channel="email", due_at=NOW - MINUTE))
    qtbot.waitUntil(lambda: model.contacts == 61)
    assert model.index(model.headings[1]).data(HEADING_ROLE).count == 11
    replica.change(30, channel="chat", due_at=NOW - 2 * MINUTE)
    qtbot.waitUntil(lambda: model.numbers[1] == 30)
    for number in range(1, 61):
        if replica.rows[number].channel == "phone":
            replica.rows[number] = row(number, channel="email")
    replica.remove(500)
    qtbot.waitUntil(lambda: len(model.headings) == 5)
    assert [model.numbers[at] < 0 for at in model.headings] == [True] * 5
    assert tester.model() is model


def test_a_heading_says_its_group_and_how_many(qtbot: QtBot, desk: PretendDesk) -> None:
    inbox = shown(qtbot, desk)
    model = inbox.model
    assert [model.index(at).data() for at in model.headings][:3] == [
        "Web chat",
        "E-mail",
        "Instagram",
    ]
    assert inbox.list.visualRect(model.index(0)).height() == HEADING
    assert inbox.list.visualRect(model.index(1)).height() == ROW
    assert inbox.list.indexAt(QPoint(100, HEADING + 1)).row() == 1


def test_keys_pass_over_headings(qtbot: QtBot, desk: PretendDesk) -> None:
    inbox = shown(qtbot, desk)
    opened: list[str] = []
    inbox.opened.connect(lambda contact, _caret: opened.append(contact))
    for _ in range(11):
        QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    assert inbox.list.currentIndex().row() == 12
    assert len(opened) == 11
    QTest.keyClick(inbox.list, Qt.Key.Key_Home)
    assert inbox.list.currentIndex().row() == 1
    inbox.list.step(-1)
    assert inbox.list.currentIndex().row() == 1


def test_what_one_looks_at_stays_under_headings_too(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    inbox = shown(qtbot, desk)
    bar = inbox.list.verticalScrollBar()
    bar.setValue(inbox.list.tops.top(15))
    seen = inbox.model.numbers[15]
    replica.add(row(900, channel="chat", due_at=NOW - MINUTE))
    qtbot.waitUntil(lambda: inbox.model.contacts == 61)
    assert inbox.model.numbers[16] == seen
    assert bar.value() == inbox.list.tops.top(16)
