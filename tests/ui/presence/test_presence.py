"""Saying that one is away, why and until when; being reminded; being back with one click."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import COLLEAGUE, ME, MINUTE, NOW, REFERENCE
from workstation.replica.rows.reference import AgentRow
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.presence.presence_words import clock, in_a_line, short
from workstation.ui.presence.reasons import REASONS, back_at

LUNCH = replace(ME, presence="away", presence_reason="lunch", presence_until=NOW + 30 * MINUTE)


def become(desk: PretendDesk, me: AgentRow) -> None:
    desk.context.reference = replace(REFERENCE, me=me, agents=(me, COLLEAGUE))
    desk.context.news.reference_changed.emit(desk.context.reference)


def test_lunch_until_a_time_is_chosen_in_the_menu(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    chosen: list[tuple[str, str, int | None]] = []
    me = window.top_bar.me
    me.presence_chosen.connect(lambda *what: chosen.append(what))
    me.menu().aboutToShow.emit()
    lunch = next(a.menu() for a in me.menu().actions() if a.text() == "Lunch")
    assert isinstance(lunch, QMenu)
    lunch.actions()[0].trigger()
    lunch.actions()[-1].trigger()
    assert chosen == [("away", "lunch", back_at(NOW, 30)), ("away", "lunch", None)]
    assert clock(back_at(NOW, 30)) in lunch.actions()[0].text()


def test_who_is_there_sees_no_bar(window: MainWindow) -> None:
    assert window.comforts is not None
    assert not window.comforts.back_bar.isVisible()


def test_the_bar_says_why_and_until_when(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    become(desk, LUNCH)
    assert window.comforts is not None
    bar = window.comforts.back_bar
    qtbot.waitUntil(bar.isVisible)
    assert bar.words == f"Lunch, back at {clock(NOW + 30 * MINUTE)}"
    assert not bar.late


def test_when_the_time_has_come_it_says_so_once_and_one_click_brings_back(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    due: list[int] = []
    desk.context.news.back_due.connect(due.append)
    become(desk, replace(LUNCH, presence_until=NOW - MINUTE))
    become(desk, replace(LUNCH, presence_until=NOW - MINUTE, name="Sanne"))
    assert due == [NOW - MINUTE]
    assert window.comforts is not None
    bar = window.comforts.back_bar
    assert bar.late
    assert "you meant to be back" in bar.words
    QTest.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(replica.actions), timeout=30_000)
    action = replica.actions[-1]
    assert action.model_dump() == {"state": "available", "reason": "", "until": None}


def test_ten_minutes_more_keep_the_reason(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    become(desk, replace(LUNCH, presence_until=NOW - MINUTE))
    assert window.comforts is not None
    QTest.mouseClick(window.comforts.back_bar.later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(replica.actions), timeout=30_000)
    assert replica.actions[-1].model_dump() == {
        "state": "away",
        "reason": "lunch",
        "until": back_at(NOW, 10),
    }


def test_a_key_brings_back(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    become(desk, LUNCH)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_B, both)
    qtbot.waitUntil(lambda: bool(replica.actions), timeout=30_000)
    assert replica.actions[-1].kind == "set_presence"


def test_whoever_is_not_to_be_disturbed_sees_that_it_is_so(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    me = window.top_bar.me
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    narrow = me.sizeHint().width()
    window.inbox.list.setFocus()
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Q, both)
    assert "Do not disturb" in me.accessibleName()
    assert "Do not disturb" in me.toolTip()
    assert me.sizeHint().width() > narrow
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Q, both)
    assert "Do not disturb" not in me.accessibleName()
    assert me.sizeHint().width() == narrow


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (ME, "available"),
        (LUNCH, f"away, Lunch, back at {clock(NOW + 30 * MINUTE)}"),
        (
            replace(LUNCH, presence_until=NOW - 1),
            f"away, Lunch, was to be back at {clock(NOW - 1)}",
        ),
        (replace(ME, presence="away", presence_reason="Tandarts"), "away, Tandarts"),
        (replace(LUNCH, presence="available"), "available"),
    ],
)
def test_colleagues_read_it_in_a_line(qtbot: QtBot, agent: AgentRow, words: str) -> None:
    assert in_a_line(agent, NOW) == words


def test_beside_a_face_stands_the_reason(qtbot: QtBot) -> None:
    assert short(LUNCH) == "Lunch"
    assert short(ME) == "Available"


def test_a_time_to_be_back_is_a_round_one() -> None:
    assert all(
        back_at(NOW + 1, minutes) % (5 * MINUTE) == 0
        for reason in REASONS
        for minutes in reason.minutes
        if minutes > 5
    )
    assert back_at(NOW, 5) == NOW + 5 * MINUTE
