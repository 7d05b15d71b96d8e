"""The lists at the left: their names, what waits, what is late, and their keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ME, MINUTE, NOW, REFERENCE, TV
from workstation.replica.lists import Filters, View
from workstation.replica.rows.inbox import Counts
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.sidebar.sidebar_model import sections


def test_own_work_first_then_own_teams(desk: PretendDesk) -> None:
    counts = Counts(mine=7, snoozed=2, teams={TV: 12}, late={TV: 3}, mine_late=1)
    found = sections(REFERENCE, counts, "nl")
    assert [(s.title, [(e.title, e.count, e.late) for e in s.entries]) for s in found] == [
        ("", [("My work", 7, 1), ("Snoozed", 2, 0), ("Done", None, 0)]),
        ("Teams", [("Televisies", 12, 3), ("Wasmachines", 0, 0)]),
        ("Views", []),
    ]


def test_who_sees_all_teams_finds_the_others_too(desk: PretendDesk) -> None:
    admin = replace(REFERENCE, me=replace(ME, role="admin"))
    found = sections(admin, None, "en")
    assert [entry.title for entry in found[-2].entries] == ["Smartphones"]


def test_numbers_follow_what_happens(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    television = window.sidebar.items[3]
    qtbot.waitUntil(lambda: television.entry.count == 60)
    replica.change(20, due_at=NOW - MINUTE)
    qtbot.waitUntil(lambda: television.entry.late == 1)
    assert television.accessibleName() == "Televisions, 60 open, 1 late"


def test_a_key_opens_a_list(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.inbox.model.settled):
        QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.inbox.model.view == View("team", team_id=TV)
    assert window.sidebar.items[3].isChecked()


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_a_click_opens_a_list(qtbot: QtBot, window: MainWindow, number: int) -> None:
    item = window.sidebar.items[number]
    with qtbot.waitSignal(window.inbox.model.settled):
        item.click()
    assert window.inbox.model.view.kind == item.entry.view.kind
    assert window.inbox.title == item.entry.title


def test_what_a_search_found_is_none_of_the_lists(qtbot: QtBot, window: MainWindow) -> None:
    found = View("all", filters=Filters(text="refund"))
    window.show_list(found, "")
    assert not any(item.isChecked() for item in window.sidebar.items)
    with qtbot.waitSignal(window.inbox.model.settled):
        window.sidebar.items[1].click()
    assert [item.isChecked() for item in window.sidebar.items[:3]] == [False, True, False]


def test_groups_of_lists_stand_equally_far_apart(qtbot: QtBot, window: MainWindow) -> None:
    titles = window.sidebar._titles
    assert len(titles) > 1
    assert len({title.height() for title in titles}) == 1, "also the one with a button"
