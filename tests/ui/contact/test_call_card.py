"""When a chat takes long the desk suggests to call, and asks afterwards whether that helped."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ident, row
from workstation.actions import RateCallHint, SettleCallHint
from workstation.replica.rows.knowledge import CallAdvice
from workstation.replica.rows.news import Changed
from workstation.ui.command import Situation
from workstation.ui.contact.call_card import CallCard

NUMBER = "+31612342210"
LONG = CallAdvice(ident(1, 50), "turns", 14, "", None, NUMBER)


class ShownCard:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.card = CallCard(desk.context)
        desk.context.commands.install(self.card)
        self._qtbot = qtbot

    def advise(self, advice: CallAdvice | None) -> None:
        if advice is None:
            self.replica.advice.pop(ident(1), None)
        else:
            self.replica.advice[ident(1)] = advice
        head = self.replica.contact_now(ident(1))
        self.desk.context.commands.look_at(Situation(head, self.desk.context.me))
        self.card.look_at(head)
        self.replica.tell(Changed(contacts=frozenset({ident(1)})))
        self.settle()

    def settle(self) -> None:
        for _ in range(2):
            self._qtbot.waitUntil(self.desk.settled)
            self._qtbot.waitUntil(lambda: not self.card._soon.isActive())
        self._qtbot.waitUntil(self.desk.settled)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownCard]:
    with pretend_desk(tmp_path, PretendReplica([row(1), row(2)])) as desk:
        made = ShownCard(desk, qtbot)
        qtbot.addWidget(made.card)
        made.card.resize(700, 60)
        yield made
        assert desk.errors == []


def test_nothing_is_suggested_while_it_goes_well(shown: ShownCard) -> None:
    shown.advise(None)
    assert not shown.card.isVisible()


def test_a_long_chat_suggests_a_call_with_its_number_masked(shown: ShownCard, qtbot: QtBot) -> None:
    shown.advise(LONG)
    assert "14 times" in shown.card.words.text()
    assert shown.card.number.text() == "+31 6 •••• 2210"
    qtbot.keyClick(shown.card.number, Qt.Key.Key_Space)
    assert shown.card.number.text() == NUMBER


def test_a_customer_without_a_number_is_asked_for_it(shown: ShownCard, qtbot: QtBot) -> None:
    shown.advise(replace(LONG, number=""))
    assert shown.card.unknown.isVisible()
    assert "ask for it" in shown.card.accessibleName()
    assert not shown.card.call.isVisible()
    assert shown.card.later.isVisible()
    shown.advise(LONG)
    assert not shown.card.unknown.isVisible()
    assert "ask for it" not in shown.card.accessibleName()
    assert shown.card.call.isVisible()


def test_calling_is_the_usual_command_and_is_written_down(shown: ShownCard, qtbot: QtBot) -> None:
    shown.advise(LONG)
    shown.desk.context.commands.handle("call_back", shown.card.is_called)
    qtbot.mouseClick(shown.card.call, Qt.MouseButton.LeftButton)
    shown.settle()
    (settled,) = shown.replica.actions
    assert isinstance(settled, SettleCallHint)
    assert (settled.state, settled.why, settled.amount) == ("called", "turns", 14)


def test_a_call_that_was_not_suggested_is_no_hint(shown: ShownCard) -> None:
    shown.advise(None)
    shown.card.is_called()
    shown.settle()
    assert shown.replica.actions == []


def test_not_now_is_one_key(shown: ShownCard) -> None:
    shown.advise(LONG)
    shown.desk.context.commands.run("not_calling")
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, SettleCallHint)
    assert action.state == "dismissed"
    shown.advise(replace(LONG, state="dismissed"))
    assert not shown.card.isVisible()


def test_after_the_call_one_key_says_whether_it_helped(shown: ShownCard) -> None:
    shown.advise(replace(LONG, state="called", talking=True))
    assert not shown.card.isVisible()
    shown.advise(replace(LONG, state="called"))
    assert shown.card.words.text() == "Did the call help?"
    shown.desk.context.commands.run("call_helped")
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, RateCallHint)
    assert action.helped
    shown.advise(replace(LONG, state="called", helped=True))
    assert not shown.card.isVisible()
