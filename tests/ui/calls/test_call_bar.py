"""The desk rings: who it is, the call in hand, and the clock after it."""

import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINE, NOW, TV, ident, row
from workstation.replica.rows.contact import CallRow
from workstation.replica.rows.news import Changed
from workstation.ui.calls.call_bar import CallBar
from workstation.ui.calls.call_strip import CallStrip, possible
from workstation.ui.calls.ring_tone import RATE, RingTone, write_tone
from workstation.ui.choosing.choice_popup import ChoicePopup

CALL = ident(1, 40)


def call(**given: Any) -> CallRow:
    base = CallRow(
        call_id=CALL, contact_id=ident(1), inbound=True, number="+31612342210", state="ringing",
        outcome="", agent_id=None, started_at=NOW - 12_000, answered_at=None, held_since=None,
        held_ms=0, ended_at=None, wished="", failure="", name="Anouk Bakker", provisional=False,
    )  # fmt: skip
    return replace(base, **given)


def talking(**given: Any) -> CallRow:
    return call(state="talking", agent_id=MINE, answered_at=NOW - 65_000, **given)


class Foot:
    """Where the card floats in these tests: at the foot of the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def room(self) -> int:
        return self._window.width() - 24

    def meet(self, floating: QWidget) -> None:
        assert floating.parentWidget() is self._window

    def settle(self, floating: QWidget) -> None:
        floating.move(12, self._window.height() - floating.height() - 12)


class ShownBar:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.window = QWidget()
        self.bar = CallBar(desk.context, self.window, Foot(self.window))
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addStretch(1)
        self.opened: list[str] = []
        self.rung: list[bool] = []
        self.bar.open_wanted.connect(self.opened.append)
        self.bar.rings.connect(self.rung.append)
        self._qtbot = qtbot

    def now(self, *calls: CallRow) -> None:
        """These are the calls, and the desk hears of it."""
        self.replica.calls_now = calls
        self.desk.context.news.changed.emit(Changed(tables=frozenset({"phone_call"})))
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(self.desk.settled)

    @property
    def strips(self) -> list[CallStrip]:
        return [one for one in self.window.findChildren(CallStrip) if one.isVisible()]

    def press(self, name: str) -> None:
        self._qtbot.mouseClick(self.strips[0].buttons[name], Qt.MouseButton.LeftButton)
        self.settle()

    def buttons(self) -> set[str]:
        return {name for name, one in self.strips[0].buttons.items() if one.isVisible()}


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownBar]:
    with pretend_desk(tmp_path, PretendReplica([row(1)])) as desk:
        made = ShownBar(desk, qtbot)
        qtbot.addWidget(made.window)
        desk.context.commands.install(made.window)
        made.window.resize(1200, 600)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        made.settle()
        yield made
        assert desk.errors == []


def test_nothing_is_there_while_nobody_calls(shown: ShownBar) -> None:
    assert not shown.bar.isVisible()


def test_who_rings_is_shown_and_said(shown: ShownBar) -> None:
    shown.now(call())
    (strip,) = shown.strips
    assert strip.name.text() == "Anouk Bakker"
    assert strip.detail.text() == "+31 6 •••• 2210"
    assert strip.clock.text == "Rings 0:12"
    assert "Anouk Bakker" in shown.bar.card.accessibleName()
    assert "2342210" not in strip.accessibleName()
    assert shown.buttons() == {"answer", "open"}
    assert shown.rung == [True]


def test_who_rings_moves_nothing_and_takes_no_click_meant_for_something_else(
    shown: ShownBar, qtbot: QtBot
) -> None:
    shown.now(call())
    card = shown.bar.card
    assert not shown.bar.isVisible(), "what was below the bar stays where it was"
    assert card.geometry().bottom() < shown.window.height()
    deaf = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    assert card.testAttribute(deaf)
    qtbot.waitUntil(lambda: not card.testAttribute(deaf))
    shown.window.resize(900, 500)
    assert card.geometry().bottom() < 500
    shown.now(talking())
    assert not card.isVisible()
    assert shown.bar.isVisible()


def test_a_long_name_ends_in_an_ellipsis_and_is_there_whole(shown: ShownBar) -> None:
    name = "Anouk Bakker-van den Heuvel tot Westerflier en Weddinghuizen"
    shown.window.resize(440, 500)
    shown.now(call(name=name))
    (strip,) = shown.strips
    assert strip.name.text().endswith("…")
    assert (strip.name.toolTip(), strip.name.accessibleName()) == (name, name)
    shown.window.resize(1200, 600)
    shown.now(talking(name=name))
    (strip,) = shown.strips
    assert strip.name.text() == name


def test_answering_opens_the_card(shown: ShownBar) -> None:
    shown.now(call())
    shown.press("answer")
    (action,) = shown.replica.actions
    assert action.kind == "answer_call"
    assert action.model_dump()["call_id"] == CALL
    assert shown.opened == [ident(1)]


def test_who_rings_is_looked_at_without_answering(shown: ShownBar, qtbot: QtBot) -> None:
    known = call(city="Utrecht", order_number="10234", others=2)
    shown.now(replace(talking(), call_id=ident(2, 40), contact_id=ident(2)), known)
    ringing = next(one for one in shown.strips if one.call == known)
    assert ringing.detail.text() == "+31 6 •••• 2210"
    assert ringing.about.text() == "Utrecht · order 10234 · 2 other open contacts"
    assert ringing.about.isVisible()
    qtbot.keyClick(shown.window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    shown.settle()
    assert shown.opened == [ident(1)]
    assert shown.replica.actions == []
    shown.now(replace(known, state="ended"))
    qtbot.keyClick(shown.window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert shown.opened == [ident(1), ident(1)]


def test_the_key_answers_too(shown: ShownBar, qtbot: QtBot) -> None:
    shown.now(call())
    qtbot.keyClick(shown.window, Qt.Key.Key_F8)
    shown.settle()
    assert [action.kind for action in shown.replica.actions] == ["answer_call"]


def test_hold_and_resume(shown: ShownBar) -> None:
    shown.now(talking())
    assert shown.strips[0].clock.text == "Talking 1:05"
    assert shown.buttons() == {"hold", "transfer", "hang_up", "open"}
    shown.press("hold")
    shown.now(talking(wished="hold"))
    assert "hold" not in shown.buttons(), "it was asked already"
    assert shown.strips[0].remark.text() == "The telephone is asked…"
    shown.now(replace(talking(), state="held", held_since=NOW - 3_000))
    assert shown.strips[0].clock.text == "On hold 0:03"
    shown.press("resume")
    assert [action.kind for action in shown.replica.actions] == ["hold_call", "resume_call"]


def test_a_call_is_passed_on_to_a_colleague(shown: ShownBar, qtbot: QtBot) -> None:
    shown.now(talking())
    shown.press("transfer")
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ChoicePopup))
    qtbot.keyClicks(popup.field, "daan")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.model_dump()["agent_id"] == DAAN


def test_a_call_is_passed_on_to_a_number(shown: ShownBar, qtbot: QtBot) -> None:
    shown.now(talking())
    shown.press("transfer")
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ChoicePopup))
    qtbot.keyClicks(popup.field, "+31 20 123 4567")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.model_dump()["number"] == "+31201234567"


def test_after_hanging_up_a_clock_runs_for_the_wrap_up(shown: ShownBar) -> None:
    shown.now(replace(talking(), state="ended", ended_at=NOW - 42_000))
    assert shown.strips[0].clock.text == "Wrap up 0:42"
    shown.press("open")
    assert shown.opened == [ident(1)]
    shown.now()
    assert not shown.bar.isVisible()


@pytest.mark.parametrize(
    ("typed", "kind", "data"),
    [
        ("Jan  de Boer ", "identify_customer", {"name": "Jan de Boer"}),
        (row(1).name, "link_customer", {"customer_id": ident(1, 4)}),
    ],
)
def test_an_unknown_caller_is_chosen_or_named(
    shown: ShownBar, qtbot: QtBot, typed: str, kind: str, data: dict[str, str]
) -> None:
    shown.now(talking(name="+31612342210", provisional=True))
    assert shown.strips[0].detail.text() == "Unknown caller"
    shown.press("identify")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    qtbot.keyClicks(popup.field, typed)
    shown.settle()
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.kind == kind
    assert action.model_dump().items() >= data.items()


def test_an_unknown_number_is_whole_while_it_rings_and_masked_after(shown: ShownBar) -> None:
    shown.now(call(name="+31612342210", provisional=True))
    assert shown.strips[0].name.text() == "+31612342210"
    shown.now(talking(name="+31612342210", provisional=True))
    assert shown.strips[0].name.text() == "+31 6 •••• 2210"


def test_a_withheld_number_says_so(shown: ShownBar) -> None:
    shown.now(call(name="", number="", provisional=True))
    assert shown.strips[0].name.text() == "Number withheld"


def test_what_the_telephone_would_not_do_is_said(shown: ShownBar) -> None:
    shown.now(talking(failure="The line was busy."))
    assert shown.strips[0].remark.text() == "The line was busy."


def test_the_call_in_hand_comes_before_who_rings(shown: ShownBar) -> None:
    shown.now(call(call_id=ident(2, 40), contact_id=ident(2)), talking())
    assert [strip.call and strip.call.state for strip in shown.strips] == ["talking", "ringing"]


def test_an_outgoing_call_cannot_be_answered() -> None:
    assert possible(call(state="dialling", inbound=False)) == {"hang_up", "open"}


def test_the_bell_rings_until_somebody_answers(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    bell = RingTone(tmp_path, parent)
    bell.ring(True)
    assert bell.ringing
    bell.ring(False)
    assert not bell.ringing


def test_the_bell_is_a_sound_of_ours(tmp_path: Path) -> None:
    write_tone(tmp_path / "ring.wav")
    with wave.open(str(tmp_path / "ring.wav")) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE)
        assert 0.5 < file.getnframes() / RATE < 2


def test_teams_are_offered_in_the_desks_language(shown: ShownBar, qtbot: QtBot) -> None:
    shown.now(talking())
    shown.press("transfer")
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ChoicePopup))
    qtbot.keyClicks(popup.field, "televis")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.model_dump()["team_id"] == TV
