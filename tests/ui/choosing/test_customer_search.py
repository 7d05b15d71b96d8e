"""A customer is found wherever they are known, and brought to this desk when something is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.session import PretendSession
from tests.ui.pretend.shop import ident, row
from workstation.replica.errors import Unreachable
from workstation.ui.choosing.choice_model import Choice
from workstation.ui.choosing.customer_search import bring_customer, customers_search

HERE, FAR = ident(1, 4), ident(90, 4)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[PretendDesk]:
    with pretend_desk(tmp_path, PretendReplica([row(1, name="Anouk Bakker")])) as made:
        made.session.elsewhere = [
            (HERE, "Anouk Bakker", "elsewhere"),
            (FAR, "Anouk de Wit", "Zwolle"),
        ]
        yield made


def _found(desk: PretendDesk, qtbot: QtBot, words: str) -> list[Choice]:
    owner = QObject()
    answers: list[list[Choice]] = []
    customers_search(desk.context, owner)(words, answers.append)
    qtbot.waitUntil(desk.settled)
    return answers[-1]


def test_who_is_here_comes_before_who_is_not(desk: PretendDesk, qtbot: QtBot) -> None:
    found = _found(desk, qtbot, "anouk")
    assert [(one.key, one.detail) for one in found] == [(HERE, "Utrecht"), (FAR, "Zwolle")]


def test_one_letter_is_not_worth_a_question(desk: PretendDesk, qtbot: QtBot) -> None:
    assert [one.key for one in _found(desk, qtbot, "a")] == [HERE]


def test_without_a_connection_there_is_who_is_here(
    desk: PretendDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(_session: PretendSession, _words: str, _limit: int) -> None:
        raise Unreachable("unreachable")

    monkeypatch.setattr(PretendSession, "find_customers", unreachable)
    assert [one.key for one in _found(desk, qtbot, "anouk")] == [HERE]
    assert desk.errors == []


def test_who_is_not_here_is_brought_first(
    desk: PretendDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.replica, "customer", lambda _: None)
    owner, done = QObject(), list[str]()
    bring_customer(desk.context, FAR, lambda: done.append("linked"), owner)
    qtbot.waitUntil(lambda: done == ["linked"])
    assert desk.session.asked == [f"history {FAR}"]
