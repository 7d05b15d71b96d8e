"""A reply or a note goes to the outbox, and what cannot go comes back to the field."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ANOUK, DAAN, ShownComposer
from tests.ui.pretend.shop import NOW
from workstation.actions import Note, Refused, Reply
from workstation.replica.rows.news import Changed
from workstation.replica.rows.outbox import SEEN, Draft
from workstation.ui.composer.text_box import WIDEST

CTRL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_enter_sends_a_reply_and_empties_the_field(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("Hoi Anouk!")
    with qtbot.waitSignal(shown.view.sent) as sent:
        qtbot.keyClick(shown.view.text, Qt.Key.Key_Return, CTRL)
    assert sent.args == [ANOUK]
    (action,) = shown.replica.actions
    assert isinstance(action, Reply)
    assert (action.contact_id, action.text, action.written_at) == (ANOUK, "Hoi Anouk!", NOW)
    assert shown.text == ""
    assert shown.replica.drafts == {}


def test_enter_alone_starts_a_new_line(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("one")
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Return)
    shown.type("two")
    assert shown.text == "one\ntwo"
    assert shown.replica.actions == []


def test_nothing_is_sent_of_nothing(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("   ")
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Return, CTRL)
    shown.settle()
    assert shown.replica.actions == []


def test_a_note_goes_to_colleagues_only(shown: ShownComposer, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown.view.note_tab, Qt.MouseButton.LeftButton)
    assert shown.view.text.hasFocus()
    assert "colleagues" in shown.view.text.accessibleName()
    shown.type("Known with firmware 3.1")
    qtbot.mouseClick(shown.view.send_button, Qt.MouseButton.LeftButton)
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, Note)
    assert shown.view.mode == "reply"


def test_a_note_cannot_be_mistaken_for_a_reply(shown: ShownComposer) -> None:
    reply = shown.view.grab().toImage().pixelColor(4, 4)
    shown.view.write("note")
    note = shown.view.grab().toImage().pixelColor(4, 4)
    assert reply == shown.desk.context.theme.color("surface")
    assert note == shown.desk.context.theme.color("note")
    assert shown.view.send_button.text() == "Add note"


def test_where_no_reply_is_possible_a_note_still_is(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.open(DAAN, reply=False)
    assert shown.view.note_tab.isChecked()
    shown.type("for Daan")
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Return, CTRL)
    shown.settle()
    assert [action.kind for action in shown.replica.actions] == ["note"]
    shown.open(ANOUK)
    assert shown.view.reply_tab.isChecked()


def test_what_the_desk_refuses_comes_back_with_the_reason(
    shown: ShownComposer, qtbot: QtBot
) -> None:
    shown.replica.error = Refused("owned_by_other", name="Daan Visser")
    shown.type("Too late")
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Return, CTRL)
    shown.type("and more")
    shown.settle()
    qtbot.waitUntil(lambda: bool(shown.view.band.text))
    assert shown.text == "Too late\n\nand more"
    assert "Daan Visser has taken this contact" in shown.view.band.text
    qtbot.waitUntil(lambda: shown.replica.drafts[ANOUK].text == "Too late\n\nand more")


def test_what_the_server_refused_comes_back_above_what_is_typed_now(
    shown: ShownComposer, qtbot: QtBot
) -> None:
    shown.type("A new thought")
    reason = 'owned_by_other\n{"name": "Daan Visser"}\n1'
    shown.replica.drafts[ANOUK] = Draft(ANOUK, "Refused text", reason=reason)
    shown.view.draft_changed()
    qtbot.waitUntil(lambda: bool(shown.view.band.text))
    assert shown.text == "Refused text\n\nA new thought"
    assert "Daan Visser" in shown.view.band.text
    qtbot.waitUntil(lambda: shown.replica.drafts[ANOUK].text == shown.text)
    assert shown.replica.drafts[ANOUK].reason == reason


def test_the_reason_is_dismissed_with_escape_and_the_text_stays(
    shown: ShownComposer, qtbot: QtBot
) -> None:
    reason = "contact_done\n{}\n1"
    shown.replica.drafts[DAAN] = Draft(DAAN, "Refused text", reason=reason)
    shown.open(DAAN)
    assert "wrapped up" in shown.view.band.text
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Escape)
    assert shown.view.band.text == ""
    assert shown.text == "Refused text"
    qtbot.waitUntil(lambda: shown.replica.drafts[DAAN].reason == SEEN + reason)
    shown.open(ANOUK)
    shown.open(DAAN)
    assert shown.view.band.text == ""


def test_the_same_news_twice_changes_nothing(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.replica.drafts[ANOUK] = Draft(ANOUK, "Refused", reason="contact_done\n{}\n1")
    shown.view.draft_changed()
    shown.settle()
    shown.type(" and changed")
    shown.view.draft_changed()
    shown.view.draft_changed()
    shown.settle()
    assert shown.text == "Refused and changed"


def test_other_news_leaves_the_field_alone(shown: ShownComposer) -> None:
    shown.type("half a sent")
    shown.replica.tell(Changed(contacts=frozenset({ANOUK})))
    shown.view.draft_changed()
    shown.settle()
    assert shown.text == "half a sent"


@pytest.mark.parametrize("text", ["\u202eabc", "nul\x00l", "\ufffd\u200b", "שלום 📺"])
def test_strange_text_is_sent_as_it_was_written(
    shown: ShownComposer, qtbot: QtBot, text: str
) -> None:
    from workstation.models.text import shown as as_written

    shown.view.insert(text)
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Return, CTRL)
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, Reply)
    assert as_written(action.text) == text


def test_answers_are_not_glued_to_what_is_written(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.view.insert_answer("It fits.")
    shown.view.insert_answer("It is in stock.")
    assert shown.text == "It fits. It is in stock."
    qtbot.keyClicks(shown.view.text, " Bye")
    for _ in "Bye":
        qtbot.keyClick(shown.view.text, Qt.Key.Key_Left)
    shown.view.insert_answer("Two years.")
    assert shown.text == "It fits. It is in stock. Two years. Bye"
    qtbot.keyClick(shown.view.text, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    shown.view.insert_answer("It hums.")
    assert shown.text.endswith("Bye\nIt hums.")


def test_the_field_grows_with_its_text_and_no_further(shown: ShownComposer) -> None:
    before = shown.view.text.height()
    shown.view.insert("line\n" * 8)
    grown = shown.view.text.height()
    shown.view.insert("line\n" * 200)
    assert before < grown < shown.view.text.height() < 400


def test_what_is_written_from_right_to_left_stands_at_the_right(shown: ShownComposer) -> None:
    box = shown.view.text

    def caret_at_the_right() -> bool:
        return box.cursorRect().center().x() > box.viewport().width() // 2

    assert not caret_at_the_right()
    box.insertPlainText("ש")
    assert caret_at_the_right()
    box.insertPlainText("לום Elif")
    assert caret_at_the_right()
    shown.view.resize(1_600, 240)
    assert box.viewport().geometry().right() > box.width() - 20 > WIDEST, "room is left at the left"
    box.clear()
    assert not caret_at_the_right()
    shown.type("Hoi")
    assert not caret_at_the_right()
