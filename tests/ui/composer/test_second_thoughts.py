"""A reply that was sent can be taken back whole for a few seconds; what is not meant is caught."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ANOUK, DAAN, ShownComposer
from tests.ui.pretend.shop import COLLEAGUE, MINE
from workstation.replica.rows.reference import LineRow
from workstation.replica.rows.writing import WritingFacts
from workstation.ui.composer.taking import Taken
from workstation.ui.preferences import SEND_KEY, UNDO_SECONDS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


def send(shown: ShownComposer, qtbot: QtBot) -> None:
    qtbot.keyClick(shown.view.text, ENTER, CTRL)


def kinds(shown: ShownComposer) -> list[str]:
    shown.settle()
    return [action.kind for action in shown.replica.actions]


@pytest.fixture
def known(shown: ShownComposer) -> ShownComposer:
    """The customer's name is known."""
    shown.replica.writing_now[ANOUK] = WritingFacts(
        ANOUK, "email", "nl", "Anouk Bakker", "", None, (), (MINE, COLLEAGUE.agent_id)
    )
    shown.view.open(None)
    shown.open(ANOUK)
    return shown


def test_ctrl_z_brings_a_reply_back_with_its_files(
    shown: ShownComposer, qtbot: QtBot, tmp_path: Path
) -> None:
    manual = tmp_path / "manual.txt"
    manual.write_text("a manual")
    shown.view.add_paths([manual])
    shown.settle()
    shown.type("Here it is")
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        send(shown, qtbot)
    assert shown.text == ""
    assert "Sent in 5 s" in shown.desk.context.undoing.words()
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: shown.text == "Here it is", timeout=30_000)
    assert [taken.name for taken in shown.view.files.files] == ["manual.txt"]
    assert kinds(shown) == []


def test_what_was_typed_since_stays_below(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("one")
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        send(shown, qtbot)
    shown.type("two")
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Z, CTRL)
    assert shown.text != "two", "first what is typed is undone"
    shown.view.text.setPlainText("two")
    shown.settle()
    shown.desk.context.undoing.undo()
    qtbot.waitUntil(lambda: shown.text == "one\n\ntwo", timeout=30_000)


def test_from_another_contact_it_opens_the_one_it_was_written_on(
    shown: ShownComposer, qtbot: QtBot
) -> None:
    shown.type("one")
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        send(shown, qtbot)
    shown.open(DAAN)
    with qtbot.waitSignal(shown.desk.context.news.open_contact, timeout=30_000) as opened:
        shown.desk.context.undoing.undo()
    assert opened.args == [ANOUK, ""]
    assert shown.replica.drafts[ANOUK].text == "one"


def test_what_has_left_cannot_be_taken_back(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("one")
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        send(shown, qtbot)
    shown.replica.held.clear()
    with qtbot.waitSignal(shown.desk.context.news.notice, timeout=30_000) as said:
        shown.desk.context.undoing.undo()
    assert "already" in said.args[0]
    assert kinds(shown) == ["reply"]


def test_who_wants_no_time_to_think_gets_none(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.desk.context.preferences.choose(UNDO_SECONDS, 0)
    shown.type("one")
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        send(shown, qtbot)
    assert shown.desk.context.undoing.newest is None
    assert shown.replica.held == {}


def test_a_note_leaves_at_once(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.view.write("note")
    shown.type("Between us")
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        send(shown, qtbot)
    assert shown.replica.held == {}


def test_enter_sends_for_who_wants_that(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.view.change_send_key()
    assert shown.desk.context.preferences.of(SEND_KEY) == "enter"
    shown.type("one")
    qtbot.keyClick(shown.view.text, ENTER, SHIFT)
    shown.type("two")
    assert shown.text == "one\ntwo"
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        qtbot.keyClick(shown.view.text, ENTER)
    (reply,) = shown.replica.actions
    assert getattr(reply, "text", "") == "one\ntwo"


def test_shift_enter_is_a_new_line_either_way(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("one")
    qtbot.keyClick(shown.view.text, ENTER, SHIFT)
    shown.type("two")
    assert shown.text == "one\ntwo"


@pytest.mark.parametrize(
    ("modifiers", "signal"),
    [(CTRL | SHIFT, "snooze_wanted"), (CTRL | ALT, "wrap_up_wanted")],
)
def test_sending_goes_on_to_what_comes_next(
    shown: ShownComposer, qtbot: QtBot, modifiers: Qt.KeyboardModifier, signal: str
) -> None:
    shown.type("one")
    with qtbot.waitSignal(getattr(shown.view, signal), timeout=30_000):
        qtbot.keyClick(shown.view.text, ENTER, modifiers)
    assert kinds(shown) == ["reply"]


def test_the_menu_beside_the_button_sends_and_sets(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("one")
    qtbot.mouseClick(shown.view.more_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert QGuiApplication.primaryScreen().geometry().contains(menu.mapToGlobal(QPoint(5, 5)))
    titles = [action.text().split("\t")[0] for action in menu.actions()]
    assert titles[:3] == ["Send", "Send and snooze", "Send and wrap up"]
    with qtbot.waitSignal(shown.view.wrap_up_wanted, timeout=30_000):
        menu.actions()[2].trigger()
    menu.close()


def test_a_place_nobody_filled_in_keeps_it_here(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.view.text.setPlainText("😀 Order {order.number} comes {today}")
    send(shown, qtbot)
    assert shown.view.text.textCursor().selectedText() == "{order.number}"
    assert "{order.number}" in shown.view.band.text
    assert shown.view.places.text.startswith("2 place")
    shown.type("80352219")
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Tab)
    assert shown.view.text.textCursor().selectedText() == "{today}"
    shown.type("now")
    assert shown.view.band.text == "", "there is nothing left to say"
    with qtbot.waitSignal(shown.view.sent, timeout=30_000):
        send(shown, qtbot)
    (reply,) = shown.replica.actions
    assert getattr(reply, "text", "") == "😀 Order 80352219 comes now"


def test_a_note_to_the_customer_is_asked_about(known: ShownComposer, qtbot: QtBot) -> None:
    known.view.write("note")
    known.type("Hallo Anouk, hij komt morgen.")
    send(known, qtbot)
    assert "reads like a message to the customer" in known.view.doubt.text
    assert known.view.doubt.safe_button.hasFocus()
    qtbot.keyClick(known.view.doubt.safe_button, Qt.Key.Key_Space)
    assert known.view.mode == "reply"
    assert known.text == "Hallo Anouk, hij komt morgen."
    assert kinds(known) == [], "nothing leaves before it is sent"


def test_it_can_be_a_note_all_the_same(known: ShownComposer, qtbot: QtBot) -> None:
    known.view.write("note")
    known.type("Hallo Anouk, schreef ik haar.")
    send(known, qtbot)
    with qtbot.waitSignal(known.view.sent, timeout=30_000):
        qtbot.mouseClick(known.view.doubt.anyway_button, Qt.MouseButton.LeftButton)
    assert kinds(known) == ["note"]


def test_a_word_to_colleagues_does_not_go_to_the_customer(
    known: ShownComposer, qtbot: QtBot
) -> None:
    known.type("Hoi Daan, ken jij deze klant?")
    send(known, qtbot)
    assert "reads like a word to colleagues" in known.view.doubt.text
    qtbot.keyClick(known.view.doubt.safe_button, Qt.Key.Key_Escape)
    assert known.view.doubt.text == ""
    assert known.view.text.hasFocus()
    assert kinds(known) == []


def test_more_files_than_the_channel_takes_are_caught_here(shown: ShownComposer) -> None:
    shown.view.files.replace([Taken({"name": f"{n}.png", "sha256": str(n)}) for n in range(3)])
    context, row = shown.desk.context, shown.replica.contact_now(ANOUK)
    assert row is not None
    line = LineRow(row.channel, "whatsapp", "open", "", 0, {"most_files": 2})
    context.reference = replace(context.reference, lines={row.channel: line})
    shown.view.permit(reply=True, write=True, hint="", placeholder="", head=row)
    assert not shown.view.send_button.isEnabled()
    assert shown.view.length.text.startswith("At most 2 file")
