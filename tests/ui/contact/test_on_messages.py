"""A message is answered, quoted, passed on; and a contact remembers how far one looked."""

import hashlib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ANOUK, OTHER, ShownContact
from tests.ui.pictured import png
from tests.ui.pretend.shop import DAAN, WASH, ident
from tests.ui.spoken import file, note, ours, said
from workstation.actions import Note, Reply, Transfer
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.contact.forward_window import ForwardWindow
from workstation.ui.contact.looking import LOOKED
from workstation.ui.transcript.line import NEW
from workstation.ui.viewer.viewer_window import ViewerWindow

ASKED = "Which cable\nis it?"


def talk(shown: ShownContact, channel: str = "whatsapp") -> None:
    shown.replica.rows[1] = replace(shown.replica.rows[1], channel=channel)
    shown.replica.messages[ANOUK] = [
        said(1, "It flickers"),
        ours(2, "Since when?", author_name="Sanne de Jong"),
        said(3, ASKED),
        note(4, "A regular"),
    ]
    shown.open()


def choose(shown: ShownContact, number: int) -> None:
    """The message of this number, by a click on it."""
    row = shown.view.messages.row_of(ident(number, 8))
    assert row is not None
    view = shown.view.transcript
    at = view.visualRect(shown.view.messages.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def sent(shown: ShownContact) -> Reply | Note:
    shown.view.composer.text.insertPlainText("The black one.")
    shown.run("send")
    found = [one for one in shown.replica.actions if isinstance(one, Reply | Note)]
    return found[-1]


def test_the_customers_newest_message_is_answered(shown: ShownContact) -> None:
    talk(shown)
    shown.run("answer_message")
    strip = shown.view.composer.answering
    assert strip.isVisible()
    assert strip.accessibleName() == "Answers Customer 1: Which cable"
    answer = sent(shown)
    assert isinstance(answer, Reply)
    assert (answer.text, answer.reply_to_id) == ("The black one.", ident(3, 8))
    assert not strip.isVisible()


def test_the_message_that_is_chosen_is_answered(shown: ShownContact) -> None:
    talk(shown)
    choose(shown, 1)
    shown.run("answer_message")
    assert sent(shown).reply_to_id == ident(1, 8)


def test_a_note_is_answered_by_a_note(shown: ShownContact) -> None:
    talk(shown)
    choose(shown, 4)
    shown.run("answer_message")
    answer = sent(shown)
    assert isinstance(answer, Note)
    assert answer.reply_to_id == ident(4, 8)


def test_escape_and_the_cross_answer_none_in_particular(shown: ShownContact, qtbot: QtBot) -> None:
    talk(shown)
    shown.run("answer_message")
    qtbot.keyClick(shown.view.composer.text, Qt.Key.Key_Escape)
    assert not shown.view.composer.answering.isVisible()
    shown.run("answer_message")
    qtbot.mouseClick(shown.view.composer.answering.cross, Qt.MouseButton.LeftButton)
    assert sent(shown).reply_to_id is None


def test_each_contact_keeps_what_is_answered_there(shown: ShownContact) -> None:
    talk(shown)
    shown.run("answer_message")
    shown.open(OTHER)
    assert not shown.view.composer.answering.isVisible()
    shown.open()
    assert shown.view.composer.answering.isVisible()


def test_where_customers_do_not_see_what_is_answered_it_is_quoted(shown: ShownContact) -> None:
    talk(shown, "chat")
    shown.run("answer_message")
    assert shown.view.composer.text.toPlainText() == "> Which cable\n> is it?\n"
    assert not shown.view.composer.answering.isVisible()


def test_a_quote_goes_where_the_caret_is(shown: ShownContact) -> None:
    talk(shown)
    shown.view.composer.insert("You asked:")
    shown.run("quote_message")
    assert shown.view.composer.text.toPlainText() == "You asked:\n> Which cable\n> is it?\n"


def popup(qtbot: QtBot) -> ChoicePopup:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), ChoicePopup))
    found = QApplication.activePopupWidget()
    assert isinstance(found, ChoicePopup)
    return found


def pass_on(shown: ShownContact, qtbot: QtBot, name: str, words: str) -> None:
    shown.run("forward_message")
    asking = popup(qtbot)
    qtbot.keyClicks(asking.field, name)
    qtbot.keyClick(asking.field, Qt.Key.Key_Return)
    window = shown.window.findChild(ForwardWindow)
    assert window is not None
    qtbot.keyClicks(window.text, words)
    qtbot.keyClick(window.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.settle()


def test_a_message_is_passed_on_to_a_colleague_in_a_note(shown: ShownContact, qtbot: QtBot) -> None:
    talk(shown)
    pass_on(shown, qtbot, "Daan", "Do you know?")
    (passed,) = [one for one in shown.replica.actions if isinstance(one, Note)]
    assert passed.text == "@Daan Visser Do you know?"
    assert passed.mentions == (DAAN,)
    assert passed.reply_to_id == ident(3, 8)
    assert "transfer" not in shown.kinds


def test_a_message_is_passed_on_to_a_team_with_the_contact(
    shown: ShownContact, qtbot: QtBot
) -> None:
    talk(shown)
    finished: list[str] = []
    shown.context.news.finished.connect(finished.append)
    pass_on(shown, qtbot, "Washing", "Not a television")
    passed = [one for one in shown.replica.actions if isinstance(one, Note | Transfer)]
    assert [one.kind for one in passed] == ["note", "transfer"]
    assert isinstance(passed[1], Transfer)
    assert passed[1].team_id == WASH
    assert finished == [ANOUK]


def test_the_pictures_of_a_contact_are_looked_at(shown: ShownContact, qtbot: QtBot) -> None:
    content = png(400, 300)
    photo = file(1, sha256=hashlib.sha256(content).hexdigest())
    shown.replica.files[photo.sha256] = content
    shown.replica.messages[ANOUK] = [said(1, attachments=(photo, file(2))), said(2, "See?")]
    shown.open()
    shown.run("look_at_pictures")
    window = shown.view.findChild(ViewerWindow)
    assert window is not None
    assert window.counter == "1 of 2"
    assert "Customer 1" in window.bars.said.text()


@pytest.mark.parametrize("command", ["look_at_pictures", "answered_message", "new_messages"])
def test_what_is_not_there_is_said(shown: ShownContact, command: str) -> None:
    talk(shown)
    told: list[str] = []
    shown.context.news.notice.connect(lambda words, _: told.append(words))
    shown.run(command)
    assert len(told) == 1


def test_a_contact_begins_at_what_is_new_and_remembers_how_far_one_got(
    shown: ShownContact, qtbot: QtBot
) -> None:
    messages = shown.replica.messages[ANOUK]
    shown.replica.looked[ANOUK] = messages[-40].at
    shown.open()
    row = shown.view.messages.row_of(NEW)
    assert row is not None
    view = shown.view.transcript
    assert 0 <= view.visualRect(shown.view.messages.index(row)).top() < 100
    view.to_newest()
    wanted = messages[-1].at
    qtbot.waitUntil(lambda: shown.replica.looked[ANOUK] == wanted, timeout=LOOKED + 30_000)
    shown.open(OTHER)
    shown.open()
    assert shown.view.messages.row_of(NEW) is None


def test_what_was_searched_for_is_marked_until_another_contact_opens(
    shown: ShownContact,
) -> None:
    shown.view.open(ANOUK)
    shown.view.transcript.find_words("message")
    shown.settle()
    assert shown.view.messages.contact_id == ANOUK
    assert shown.view.transcript.searched, "marked once the contact was read"
    shown.open(OTHER)
    assert not shown.view.transcript.searched


def test_what_is_answered_is_kept_over_a_restart(shown: ShownContact) -> None:
    talk(shown)
    shown.run("answer_message")
    shown.settle()
    assert shown.replica.answering == {ANOUK: ident(3, 8)}
    sent(shown)
    shown.settle()
    assert shown.replica.answering == {ANOUK: ""}
    shown.replica.messages[OTHER] = [said(1, "It flickers")]
    shown.replica.answering[OTHER] = ident(1, 8)
    shown.open(OTHER)
    assert sent(shown).reply_to_id == ident(1, 8)
