"""Messages are taken along: a part, a whole one, several with who and when; and masked numbers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pretend.shop import ident
from tests.ui.spoken import event, file, note, ours, said, stretch
from tests.ui.transcript.conftest import ShownTranscript
from tests.ui.transcript.messages import rung

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def middle(shown: ShownTranscript, number: int) -> QPoint:
    row = shown.model.row_of(ident(number, 8))
    assert row is not None
    return shown.view.visualRect(shown.model.index(row)).center()


def talk(shown: ShownTranscript) -> None:
    shown.words.customer = "Anna Bakker"
    shown.model.show(
        stretch(
            (
                said(1, "The picture flickers", attachments=(file(1),)),
                ours(2, "Which cable?", author_name="Sanne de Jong"),
                note(3, "A regular"),
                event(4, "claimed"),
                said(5, "This one"),
            )
        )
    )
    shown.view.setFocus()


def test_several_messages_chosen_by_keyboard_are_copied_with_who_and_when(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    talk(shown)
    qtbot.keyClick(shown.view, Qt.Key.Key_Up)
    for _ in range(4):
        qtbot.keyClick(shown.view, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(shown.view, Qt.Key.Key_C, CONTROL)
    copied = clipboard().split("\n\n")
    assert [part.partition("] ")[2] for part in copied] == [
        "Anna Bakker:\nThe picture flickers\n[Files: photo.png]",
        "Sanne de Jong: Which cable?",
        "Note · Daan Visser: A regular",
        "Daan Visser took this contact",
        "Anna Bakker: This one",
    ]
    qtbot.keyClick(shown.view, Qt.Key.Key_Escape)
    assert len(shown.view.taking.chosen()) == 1


def test_dragging_out_of_a_message_chooses_whole_ones(shown: ShownTranscript, qtbot: QtBot) -> None:
    talk(shown)
    view = shown.view.viewport()
    start, end = middle(shown, 2), middle(shown, 5)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(20, 0))
    assert len(shown.view.taking.chosen()) == 1
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert [line.kind for line in shown.view.taking.chosen()] == ["out", "note", "event", "in"]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(shown, 3))
    assert [line.kind for line in shown.view.taking.chosen()] == ["note"]


def test_a_click_with_shift_chooses_up_to_there(shown: ShownTranscript) -> None:
    talk(shown)
    view = shown.view.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(shown, 2))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, SHIFT, middle(shown, 5))
    assert len(shown.view.taking.chosen()) == 4


def test_all_messages_are_chosen_at_once(shown: ShownTranscript, qtbot: QtBot) -> None:
    talk(shown)
    qtbot.keyClick(shown.view, Qt.Key.Key_A, CONTROL)
    assert len(shown.view.taking.chosen()) == 5


def test_one_message_is_copied_as_it_was_written(shown: ShownTranscript, qtbot: QtBot) -> None:
    talk(shown)
    qtbot.keyClick(shown.view, Qt.Key.Key_Up)
    qtbot.keyClick(shown.view, Qt.Key.Key_C, CONTROL)
    assert clipboard() == "This one"
    shown.view.taking.copy_cited()
    assert clipboard().endswith("Anna Bakker: This one")


def test_what_was_searched_for_is_marked(shown: ShownTranscript, qtbot: QtBot) -> None:
    talk(shown)
    plain = shown.view.grab().toImage()
    shown.view.find_words("flick cab")
    assert shown.view.grab().toImage() != plain
    shown.view.find_words("")
    assert shown.view.grab().toImage() == plain


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_number_of_a_call_is_whole_once_somebody_asks(
    shown: ShownTranscript, qtbot: QtBot, by: str
) -> None:
    shown.model.show(stretch((rung(1),)))
    row = shown.model.row_of(ident(1, 8))
    assert row is not None

    def says() -> str:
        return " ".join(para.layout.text() for para in shown.view.stack.laid(row).paras)

    assert "+31 6 •••• 0123" in says()
    assert "+31655550123" not in says()
    assert "+31655550123" not in shown.words.spoken(shown.model.lines[row])
    assert "+31655550123" not in shown.words.copied(shown.model.lines[row])
    if by == "mouse":
        place = next(one for one in shown.view.stack.laid(row).places if one.what == "reveal")
        top = shown.view.visualRect(shown.model.index(row)).top()
        at = place.rect.center() + QPoint(0, top)
        qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        shown.view.setFocus()
        qtbot.keyClick(shown.view, Qt.Key.Key_Up)
        qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    assert "+31655550123" in says()
