"""A searchable list: type, arrow, Enter; or tick several and leave."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workstation.ui.choosing.choice_model import Choice, ChoiceModel, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.theme.theme import Theme

CHOICES = [
    Choice("q", "Question", heading=True),
    Choice("delivery", "Delivery", depth=1, words="Question › Delivery"),
    Choice("c", "Complaint", heading=True),
    Choice("flicker", "Picture flickers", depth=1, words="Complaint › Picture flickers"),
    Choice("sound", "No sound", "often", depth=1, words="Complaint › No sound"),
]


@pytest.fixture
def anchor(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def popup(anchor: QWidget, many: frozenset[str] | None = None) -> ChoicePopup:
    made = ChoicePopup(
        Theme("light"), search_in(CHOICES), prompt="Why?", nothing="None.", many=many,
        parent=anchor,
    )  # fmt: skip
    made.open_at(anchor)
    return made


def test_typing_finds_and_enter_chooses(anchor: QWidget, qtbot: QtBot) -> None:
    made = popup(anchor)
    qtbot.keyClicks(made.field, "complaint flick")
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert chosen.args[0].key == "flicker"


def test_arrows_step_over_headings(anchor: QWidget, qtbot: QtBot) -> None:
    made = popup(anchor)
    qtbot.keyClick(made.field, Qt.Key.Key_Down)
    assert made.list.currentIndex().row() == 3
    qtbot.keyClick(made.field, Qt.Key.Key_PageDown)
    assert made.list.currentIndex().row() == 4
    qtbot.keyClick(made.field, Qt.Key.Key_PageUp)
    assert made.list.currentIndex().row() == 1


def test_a_heading_cannot_be_chosen(anchor: QWidget, qtbot: QtBot) -> None:
    made = popup(anchor)
    with qtbot.assertNotEmitted(made.chosen):
        made._pick(made.model.index(0))
    made.close()


def test_several_are_ticked_and_the_list_stays(anchor: QWidget, qtbot: QtBot) -> None:
    made = popup(anchor, many=frozenset({"sound"}))
    qtbot.keyClicks(made.field, "deliv")
    with qtbot.waitSignal(made.ticked) as ticked:
        qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert ticked.args == [frozenset({"sound", "delivery"})]
    assert made.isVisible()
    made.close()


def test_nothing_found_is_said(anchor: QWidget, qtbot: QtBot) -> None:
    made = popup(anchor)
    qtbot.keyClicks(made.field, "zzz")
    assert made._nothing.isVisible()
    assert not made.list.isVisible()
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert made.isVisible()
    qtbot.keyClick(made.field, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_an_answer_that_comes_late_is_not_shown(anchor: QWidget, qtbot: QtBot) -> None:
    asked = []
    made = ChoicePopup(
        Theme("light"), lambda text, answer: asked.append((text, answer)),
        prompt="Why?", nothing="None.", parent=anchor,
    )  # fmt: skip
    made.open_at(anchor)
    qtbot.keyClicks(made.field, "a")
    asked[1][1](CHOICES[1:2])
    asked[0][1](CHOICES[3:])
    assert [choice.key for choice in made.model.choices] == ["delivery"]
    made.close()


@pytest.mark.parametrize("many", [False, True])
def test_the_model_is_sound(qapp: object, many: bool) -> None:
    model = ChoiceModel(many=many)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.put(CHOICES)
    assert model.first_row() == 1
    if many:
        model.tick(1)
        assert model.ticked == {"delivery"}
    model.put([])
    assert model.first_row() == -1
