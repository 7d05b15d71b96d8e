"""The list's model: all numbers at once, rows as they are looked at, few signals for news."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINUTE, NOW, row
from workstation.replica.lists import View
from workstation.replica.rows.news import Changed
from workstation.ui.inbox.inbox_model import AHEAD, ROW_ROLE, InboxModel
from workstation.ui.inbox.kept_rows import KEPT


@pytest.fixture
def model(qtbot: QtBot, desk: PretendDesk) -> InboxModel:
    made = InboxModel(desk.context, View("mine"))
    with qtbot.waitSignal(made.settled):
        made.load()
    return made


def names(model: InboxModel) -> list[str]:
    return [model.index(position).data() for position in range(model.rowCount())]


def test_it_passes_qts_own_tester_while_rows_come_move_and_go(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica, model: InboxModel
) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    replica.add(row(500, due_at=NOW - MINUTE))
    qtbot.waitUntil(lambda: model.rowCount() == 61)
    replica.change(30, due_at=NOW - 2 * MINUTE)
    qtbot.waitUntil(lambda: model.numbers[0] == 30)
    replica.remove(500)
    qtbot.waitUntil(lambda: model.rowCount() == 60)
    replica.change(30, owner_id=DAAN)
    qtbot.waitUntil(lambda: model.rowCount() == 59)
    assert tester.model() is model


def test_a_customer_who_is_called_otherwise_is_so_in_the_list(
    qtbot: QtBot, replica: PretendReplica, model: InboxModel
) -> None:
    replica.rows[30] = row(30, customers=("somebody", "their head"))
    replica.tell(Changed(contacts=frozenset({row(30).contact_id})))
    qtbot.waitUntil(lambda: "Customer 30" in names(model))
    replica.rows[30] = replace(replica.rows[30], name="Eva Smit")
    replica.tell(Changed(customers=frozenset({"their head"})))
    qtbot.waitUntil(lambda: "Eva Smit" in names(model))


def test_only_what_is_looked_at_is_read(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    for number in range(61, 3001):
        replica.rows[number] = row(number)
    model = InboxModel(desk.context, View("mine", order="newest"))
    with qtbot.waitSignal(model.settled):
        model.load()
    assert model.rowCount() == 3000
    assert len(set(replica.asked_rows)) < 200
    replica.asked_rows.clear()
    model.in_sight(2000, 2010)
    assert model.index(2005).data(ROW_ROLE) is None
    qtbot.waitUntil(lambda: model.index(2005).data(ROW_ROLE) is not None)
    assert model.index(2005).data() == "Customer 2006"
    assert len(replica.asked_rows) <= 11 + 2 * AHEAD


def test_memory_is_bounded_however_far_one_scrolls(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    for number in range(61, 3001):
        replica.rows[number] = row(number)
    model = InboxModel(desk.context, View("mine", order="newest"))
    with qtbot.waitSignal(model.settled):
        model.load()
    for first in range(0, 2900, 60):
        model.in_sight(first, first + 12)
        qtbot.waitUntil(lambda at=first: model.at(at) is not None)  # type: ignore[misc]
    assert model.at(2880) is not None
    assert sum(model.at(position) is not None for position in range(3000)) <= KEPT


def test_a_contact_that_changes_moves_and_nothing_else_is_touched(
    qtbot: QtBot, replica: PretendReplica, model: InboxModel
) -> None:
    moved: list[tuple[int, int]] = []
    resets: list[int] = []
    model.rowsMoved.connect(lambda _p, first, _l, _q, to: moved.append((first, to)))
    model.modelReset.connect(lambda: resets.append(1))
    with qtbot.waitSignal(model.rowsMoved):
        replica.change(40, due_at=NOW - MINUTE, last_text="Where is it?")
    assert (moved, resets) == ([(39, 0)], [])
    assert model.index(0).data(ROW_ROLE).last_text == "Where is it?"


def test_what_did_not_move_only_says_that_it_looks_different(
    qtbot: QtBot, replica: PretendReplica, model: InboxModel
) -> None:
    said: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: said.append((first.row(), last.row())))
    with qtbot.waitSignal(model.dataChanged):
        replica.change(7, last_text="Hello?")
    assert said == [(6, 6)]


def test_a_stream_of_news_does_not_starve_the_list(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica, model: InboxModel
) -> None:
    settled: list[int] = []
    model.settled.connect(lambda: settled.append(1))
    for number in range(200):
        replica.rows[1000 + number] = row(1000 + number)
        replica.tell(Changed(contacts=frozenset({f"c{number}"})))
        qtbot.wait(1)
    assert settled, "the list showed nothing while news kept coming"
    qtbot.waitUntil(lambda: model.rowCount() == 260)
    assert len(settled) < 100, "news that comes close together is looked at once"


def test_news_that_touches_no_contact_asks_nothing(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica, model: InboxModel
) -> None:
    settled: list[int] = []
    model.settled.connect(lambda: settled.append(1))
    replica.tell(Changed(tables=frozenset({"outbox"})))
    qtbot.wait(60)
    assert settled == []


def test_another_order(qtbot: QtBot, model: InboxModel) -> None:
    with qtbot.waitSignal(model.settled):
        model.show_view(replace(model.view, order="newest"))
    assert names(model)[:3] == ["Customer 1", "Customer 2", "Customer 3"]
    assert not model.index(0, 0, QModelIndex()).data(ROW_ROLE).pending
