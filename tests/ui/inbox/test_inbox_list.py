"""Working down the list with keys and mouse; and what happens under one's hands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINUTE, NOW, TV, ident, row
from workstation.replica.lists import View
from workstation.replica.rows.news import Changed, Mood
from workstation.ui.empty_state import EmptyState
from workstation.ui.inbox.inbox_view import InboxView
from workstation.ui.theme.tokens import ROW


@pytest.fixture
def inbox(qtbot: QtBot, desk: PretendDesk) -> InboxView:
    made = InboxView(desk.context, View("mine"))
    qtbot.addWidget(made)
    made.resize(348, 800)
    made.opened_log = []  # type: ignore[attr-defined]
    made.opened.connect(lambda *what: made.opened_log.append(what))  # type: ignore[attr-defined]
    made.show()
    with qtbot.waitSignal(made.model.settled):
        made.model.load()
    made.list.setFocus()
    return made


def opened(inbox: InboxView) -> list[tuple[str, bool]]:
    log: list[tuple[str, bool]] = inbox.opened_log  # type: ignore[attr-defined]
    return log


def test_arrows_open_contacts_and_leave_the_caret_here(qtbot: QtBot, inbox: InboxView) -> None:
    QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    QTest.keyClick(inbox.list, Qt.Key.Key_Up)
    assert opened(inbox) == [(ident(1), False), (ident(2), False), (ident(1), False)]


def test_enter_takes_the_caret_along(qtbot: QtBot, inbox: InboxView) -> None:
    QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    QTest.keyClick(inbox.list, Qt.Key.Key_Return)
    assert opened(inbox)[-1] == (ident(1), True)


def test_a_click_opens_and_takes_the_caret_along(qtbot: QtBot, inbox: InboxView) -> None:
    place = inbox.list.visualRect(inbox.model.index(2)).center()
    QTest.mouseClick(inbox.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened(inbox)[-1] == (ident(3), True)


def test_the_choice_stays_with_the_contact_when_it_moves(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    inbox.list.step(4)
    chosen = inbox.list.chosen_row()
    assert chosen is not None
    assert chosen.contact_id == ident(5)
    before = len(opened(inbox))
    replica.change(5, due_at=NOW - MINUTE)
    qtbot.waitUntil(lambda: inbox.model.numbers[0] == 5)
    assert inbox.list.currentIndex().row() == 0
    for number in range(400):
        replica.rows[5000 + number] = row(5000 + number, due_at=NOW - 2 * MINUTE - number)
    replica.tell(Changed(everything=True))
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 460)
    assert inbox.model.numbers[inbox.list.currentIndex().row()] == 5
    assert len(opened(inbox)) == before


def test_no_other_contact_opens_when_a_colleague_takes_this_one(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    inbox.list.step(1)
    before = list(opened(inbox))
    replica.change(1, owner_id=DAAN)
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 59)
    assert opened(inbox) == before
    assert not inbox.list.currentIndex().isValid()


def face(inbox: InboxView, position: int) -> QImage:
    """Where the owner of a row stands: its bottom right corner."""
    box = inbox.list.visualRect(inbox.model.index(position))
    corner = QRect(box.right() - 36, box.bottom() - 32, 36, 26)
    return inbox.list.viewport().grab(corner).toImage()


def test_a_list_of_a_team_tells_mine_from_what_nobody_has(
    qtbot: QtBot, desk: PretendDesk, inbox: InboxView, replica: PretendReplica
) -> None:
    said = Qt.ItemDataRole.AccessibleTextRole
    replica.change(2, owner_id=None)
    mine = face(inbox, 0)
    assert desk.context.me.name not in inbox.model.index(0).data(said)
    with qtbot.waitSignal(inbox.model.switched, timeout=30_000):
        inbox.show_view(View("team", team_id=TV), "Televisions")
    qtbot.waitUntil(lambda: list(inbox.model.numbers[:2]) == [1, 2], timeout=30_000)
    qtbot.waitUntil(lambda: inbox.model.index(1).data(said) is not None and desk.settled())
    assert desk.context.me.name in inbox.model.index(0).data(said)
    assert desk.context.me.name not in inbox.model.index(1).data(said)
    assert face(inbox, 0) != mine
    assert face(inbox, 1) == mine


def test_after_an_answer_the_next_one_is_the_one_that_waits(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    inbox.list.step(1)
    inbox.list.step(1)
    replica.change(2, due_at=None, waiting_since=None, last_side="agent")
    qtbot.waitUntil(lambda: inbox.model.numbers[-1] == 2)
    inbox.list.step(1)
    assert opened(inbox)[-1][0] == ident(3)


def test_somebody_who_comes_between_is_not_skipped(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    inbox.list.step(1)
    replica.add(row(900, due_at=NOW + MINUTE + 1))
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 61)
    inbox.list.step(1)
    assert opened(inbox)[-1][0] == ident(900)


def test_after_finishing_a_contact_the_next_one_opens(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    inbox.list.step(1)
    inbox.list.step(1)
    inbox.list.leave(ident(2))
    replica.change(2, state="done")
    qtbot.waitUntil(lambda: opened(inbox)[-1][0] == ident(3))


@pytest.mark.parametrize("others", [0, 40], ids=["a row goes", "the whole list is another"])
def test_the_next_one_opens_also_when_the_list_heard_of_it_first(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica, others: int
) -> None:
    inbox.list.step(1)
    inbox.list.step(1)
    for number in range(20, 20 + others):
        replica.rows.pop(number)
    replica.rows.pop(2)
    replica.tell(Changed(everything=True))
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 59 - others, timeout=30_000)
    assert opened(inbox)[-1][0] == ident(2), "it stays on the screen"
    inbox.list.leave(ident(2))
    qtbot.waitUntil(lambda: opened(inbox)[-1][0] == ident(3), timeout=30_000)


def test_finishing_the_last_contact_leaves_a_friendly_word(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    for number in range(2, 61):
        replica.rows.pop(number)
    replica.tell(Changed(everything=True))
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 1)
    inbox.list.step(1)
    inbox.list.leave(ident(1))
    replica.change(1, state="done")
    qtbot.waitUntil(lambda: opened(inbox)[-1] == ("", False))
    assert not inbox.list.isVisible()


def test_clocks_rest_while_nobody_can_see_them(qtbot: QtBot, inbox: InboxView) -> None:
    clocks = [each for each in inbox.list.children() if type(each).__name__ == "Ticking"]
    assert all(clock.running for clock in clocks)  # type: ignore[attr-defined]
    inbox.hide()
    assert clocks
    assert not any(clock.running for clock in clocks)  # type: ignore[attr-defined]


def test_letters_are_left_for_commands(qtbot: QtBot, inbox: InboxView) -> None:
    QTest.keyClick(inbox.list, Qt.Key.Key_C)
    assert opened(inbox) == []


def test_what_one_looks_at_stays_where_it_is_when_news_comes_in_above(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    inbox.list.verticalScrollBar().setValue(20 * ROW + 10)
    seen = inbox.model.numbers[20]
    replica.add(row(900, due_at=NOW - MINUTE))
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 61)
    assert inbox.list.verticalScrollBar().value() == 21 * ROW + 10
    assert inbox.model.numbers[21] == seen
    replica.remove(900)
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 60)
    assert inbox.list.verticalScrollBar().value() == 20 * ROW + 10
    replica.change(50, due_at=NOW - MINUTE)
    qtbot.waitUntil(lambda: inbox.model.numbers[0] == 50)
    assert inbox.list.verticalScrollBar().value() == 21 * ROW + 10


def test_at_the_top_one_sees_what_is_new(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    replica.add(row(900, due_at=NOW - MINUTE))
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 61)
    assert inbox.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize(
    ("key", "lands"),
    [
        (Qt.Key.Key_End, 59),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 15),
        (Qt.Key.Key_PageUp, 0),
    ],
)
def test_keys_that_go_far(qtbot: QtBot, inbox: InboxView, key: Qt.Key, lands: int) -> None:
    inbox.list.step(7)
    inbox.list.setCurrentIndex(inbox.model.index(7))
    QTest.keyClick(inbox.list, key)
    page = inbox.list.viewport().height() // ROW - 1
    assert inbox.list.currentIndex().row() == (7 + page if key == Qt.Key.Key_PageDown else lands)
    assert (
        inbox.list.viewport()
        .rect()
        .contains(inbox.list.visualRect(inbox.list.currentIndex()).center())
    )


def test_another_list_begins_at_its_top_without_a_blink(
    qtbot: QtBot, inbox: InboxView, replica: PretendReplica
) -> None:
    inbox.list.verticalScrollBar().setValue(30 * ROW)
    inbox.show_view(View("team", team_id=TV), "Televisions")
    assert inbox.model.rowCount() == 60, "the old list stays until the new one is there"
    with qtbot.waitSignal(inbox.model.switched):
        pass
    assert inbox.list.verticalScrollBar().value() == 0
    assert inbox.title == "Televisions"


def test_an_empty_list_says_what_to_do(qtbot: QtBot, desk: PretendDesk, inbox: InboxView) -> None:
    with qtbot.waitSignal(inbox.model.settled):
        inbox.show_view(View("snoozed"), "Snoozed")
    empty = inbox.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    assert empty.title == "Nothing is put away"
    desk.context.mood = Mood("rebuilding")
    desk.context.news.mood_changed.emit(desk.context.mood)
    assert empty.title == "Your contacts are on their way"


def test_a_memory_that_is_empty_yet_does_not_say_that_nobody_waits(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    known = desk.context.reference
    desk.context.mood = Mood("offline")
    desk.context.reference = replace(known, me=replace(known.me, name=""))
    replica.rows.clear()
    made = InboxView(desk.context, View("mine"))
    qtbot.addWidget(made)
    made.show()
    made.model.load()
    empty = made.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    qtbot.waitUntil(empty.isVisible, timeout=30_000)
    assert empty.title == "Your contacts are on their way"
    desk.context.reference = known
    desk.context.news.reference_changed.emit(known)
    assert empty.title == "Nothing waits for you"
