"""Doing the same with many contacts: what is sent, what is said, and the way back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import COLLEAGUE, DAAN, HOUR, ME, MINE, NOW, REFERENCE, TV, WASH, row
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.inbox.bulk import deeds
from workstation.ui.inbox.bulk.bulk_bar import BulkBar
from workstation.ui.main_window.main_window import MainWindow

LEAD = replace(ME, role="lead")


def lead(desk: PretendDesk) -> None:
    """Who sits here leads."""
    reference = replace(REFERENCE, me=LEAD, agents=(LEAD, COLLEAGUE))
    desk.context.reference = desk.replica.reference_now = reference
    desk.context.news.reference_changed.emit(reference)


def select(window: MainWindow, *rows: int) -> None:
    for position in rows:
        window.inbox.list.marking.toggle(position)
    window.inbox.list.setFocus()


def press(window: MainWindow, key: Qt.Key, *, alt: bool = True) -> None:
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.inbox.list, key, modifier)


def takes(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """The entry with these words, of the menu that popped up."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if words in one.text())
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def tags(replica: PretendReplica, number: int) -> list[str]:
    return list(replica.rows[number].tags)


def kinds(replica: PretendReplica) -> list[tuple[str, str]]:
    return [(one.kind, getattr(one, "contact_id", "")[-2:]) for one in replica.actions]


def test_a_lead_hands_them_to_a_colleague_and_takes_it_back(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    lead(desk)
    replica.rows[2] = row(2, owner_id=None)
    replica.change(2)
    select(window, 0, 1, 2)
    press(window, Qt.Key.Key_O)
    takes(qtbot, window, "Daan Visser")
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 3)
    assert kinds(replica) == [("assign", "01"), ("assign", "02"), ("assign", "03")]
    assert window.undo.words == "3 contacts assigned to Daan Visser"
    assert window.inbox.list.marking.count == 0
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 6)
    assert kinds(replica)[3:] == [("assign", "01"), ("release", "02"), ("assign", "03")]
    assert [replica.rows[number].owner_id for number in (1, 2, 3)] == [MINE, None, MINE]


def test_a_right_click_offers_the_same_for_one_row(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    inbox = window.inbox
    select(window, 0)
    place = inbox.list.visualRect(inbox.model.index(2)).center()
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, inbox.list.viewport().mapToGlobal(place)
    )
    QTest.mousePress(inbox.list.viewport(), Qt.MouseButton.RightButton, pos=place)
    QApplication.sendEvent(inbox.list.viewport(), asked)
    assert inbox.list.marking.numbers() == [3]
    takes(qtbot, window, "Mark as read")
    qtbot.waitUntil(lambda: desk.settled() and bool(replica.actions))
    assert kinds(replica) == [("mark_read", "03")]


def test_an_agent_assigns_nobody(window: MainWindow) -> None:
    select(window, 0, 1)
    assert window.inbox.bulk_bar is not None
    assert not window.inbox.bulk_bar.buttons["assign"].isVisible()
    assert window.inbox.bulk_bar.buttons["transfer"].isVisible()


def test_what_is_refused_is_told_once_and_the_others_go_on(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    notices: list[tuple[str, str]] = []
    desk.context.news.notice.connect(lambda words, tone: notices.append((words, tone)))
    replica.change(3, owner_id=DAAN)
    replica.change(5, owner_id=DAAN)
    window.sidebar.choose_number(3)
    qtbot.waitUntil(lambda: window.inbox.model.view.kind == "team" and desk.settled())
    select(window, *range(6))
    press(window, Qt.Key.Key_T)
    takes(qtbot, window, "Washing machines")
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 4)
    qtbot.waitUntil(lambda: bool(notices))
    assert window.undo.words == "4 contacts to Washing machines"
    assert notices == [("2 contacts stayed as they were. Daan has taken this contact.", "warn")]
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 12)
    assert {replica.rows[number].team_id for number in range(1, 7)} == {TV}
    assert [replica.rows[number].owner_id for number in (1, 3)] == [MINE, DAAN]


def test_what_cannot_be_taken_back_is_said_before(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    select(window, 0, 1)
    press(window, Qt.Key.Key_T)
    takes(qtbot, window, "Smartphones")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox, "cannot be undone")))
    (box,) = window.findChildren(QMessageBox, "cannot be undone")
    assert box.text() == "2 contacts leave your teams."
    assert replica.actions == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 2)


def test_they_are_read_and_unread_again(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    select(window, 1, 2)
    press(window, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: desk.settled() and bool(replica.actions))
    assert kinds(replica) == [("mark_read", "03")]  # the other one was read
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 2)
    assert replica.rows[3].unread


def test_a_new_tag_is_typed_and_comes_off_again(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    replica.change(1, tags=("vip",))
    select(window, 0, 1)
    press(window, Qt.Key.Key_E, alt=False)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), ChoicePopup))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    QTest.keyClicks(popup.field, "Courier damage")
    assert [one.name for one in popup.model.choices] == ["New tag “Courier damage”"]
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 2)
    assert tags(replica, 1) == ["vip", "Courier damage"]
    assert tags(replica, 2) == ["Courier damage"]
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.settled() and len(replica.actions) == 4)
    assert tags(replica, 1) == ["vip"]


OPEN_FREE = row(1, owner_id=None)
MINE_NOW = row(1)
PUT_AWAY = row(1, state="snoozed", snoozed_until=NOW + HOUR)


@pytest.mark.parametrize(
    ("deed", "before", "back"),
    [
        (deeds.assign(COLLEAGUE, LEAD), OPEN_FREE, [("release", {})]),
        (deeds.assign(COLLEAGUE, LEAD), MINE_NOW, [("assign", {"agent_id": MINE})]),
        (deeds.claim(ME), OPEN_FREE, [("release", {})]),
        (deeds.release(ME), MINE_NOW, [("claim", {})]),
        (deeds.release(LEAD), row(1, owner_id=DAAN), [("assign", {"agent_id": DAAN})]),
        (deeds.transfer(WASH, "", ME), OPEN_FREE, [("transfer", {"team_id": TV})]),
        (deeds.transfer(WASH, "", ME), MINE_NOW, [("transfer", {"team_id": TV}), ("claim", {})]),
        (deeds.snooze(NOW + 2 * HOUR, NOW, ME), MINE_NOW, [("reopen", {})]),
        (deeds.snooze(NOW + 2 * HOUR, NOW, ME), OPEN_FREE, [("reopen", {}), ("release", {})]),
        (deeds.snooze(NOW + 2 * HOUR, NOW, ME), PUT_AWAY, [("snooze", {"until": NOW + HOUR})]),
        (
            deeds.tag("VIP", on=False),
            row(1, tags=("Vip",)),
            [("tag_contact", {"add": ("Vip",)})],
        ),
        (
            deeds.mark_read(),
            row(1, unread=True, read_at=NOW - HOUR),
            [("mark_unread", {"upto": NOW - HOUR})],
        ),
        (deeds.mark_unread(), row(1, read_at=NOW), [("mark_read", {"upto": NOW})]),
    ],
)
def test_the_way_back_restores_what_was(
    deed: deeds.Deed, before: Any, back: Sequence[deeds.Act]
) -> None:
    assert deed.does(before) is not None
    assert list(deed.back(before)) == list(back)


@pytest.mark.parametrize(
    ("deed", "before"),
    [
        (deeds.assign(COLLEAGUE, LEAD), row(1, owner_id=DAAN)),
        (deeds.claim(ME), MINE_NOW),
        (deeds.release(ME), OPEN_FREE),
        (deeds.transfer(TV, "", ME), MINE_NOW),
        (deeds.snooze(NOW + HOUR, NOW, ME), PUT_AWAY),
        (deeds.tag("vip", on=True), row(1, tags=("VIP",))),
        (deeds.mark_read(), row(1, unread=False)),
        (deeds.mark_unread(), row(1, unread=True)),
    ],
)
def test_where_it_is_so_already_nothing_is_sent(deed: deeds.Deed, before: Any) -> None:
    assert deed.does(before) is None


def test_how_many_is_written_as_far_as_there_is_room(desk: PretendDesk, window: MainWindow) -> None:
    lead(desk)
    select(window, 0, 1)
    bar = window.findChild(BulkBar)
    assert isinstance(bar, BulkBar)
    bar.resize(600, bar.height())
    assert bar.words.text() == "2 selected"
    bar.resize(250, bar.height())
    assert bar.words.text() == "2"
    assert bar.words.accessibleName() == "2 selected"
