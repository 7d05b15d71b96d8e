"""Words that are none are underlined while one writes, and another one is a choice away."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ANOUK, DAAN, ShownComposer
from workstation.replica.rows.outbox import Draft
from workstation.ui.composer.spelling.my_words import MY_WORDS
from workstation.ui.composer.spelling.speller import Speller, Spellers, Unanswered
from workstation.ui.composer.spelling.spelling import Spelling
from workstation.ui.preferences import SPELLING

DUTCH = frozenset({"de", "televisie", "is", "onderweg", "water", "een"})
ENGLISH = frozenset({"the", "television", "is", "on", "its", "way", "water"})


class PretendSpellers(Spellers):
    """Knows a few words of each language, without a process."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.there = True

    def check(self, words: Sequence[str]) -> dict[str, frozenset[str]]:
        if not self.there:
            raise Unanswered
        self.asked += words
        return {
            word: frozenset(
                name for name, known in (("nl", DUTCH), ("en", ENGLISH)) if word.lower() in known
            )
            for word in words
        }

    def suggest(self, word: str, language: str) -> list[str]:
        return [one for one in ("televisie", "television") if word[:3] == one[:3]]


class Written:
    """A composer with its spelling."""

    def __init__(self, shown: ShownComposer, qtbot: QtBot) -> None:
        self.shown = shown
        self.qtbot = qtbot
        self.spellers = PretendSpellers()
        self.loaded = 0
        shown.desk.context.preferences.choose(SPELLING, True)
        self.spelling = Spelling(shown.desk.context, shown.view, self._speller)
        self.look(language="nl")

    def _speller(self, unhandled: object) -> Speller:
        self.loaded += 1
        return Speller(self.shown.desk.errors.append, self.spellers)

    def look(self, contact_id: str = ANOUK, *, language: str) -> None:
        head = self.shown.replica.contact_now(contact_id)
        assert head is not None
        self.spelling.look_at(replace(head, language=language))

    def type(self, text: str) -> None:
        self.shown.type(text)
        self.settle()

    def settle(self) -> None:
        self.shown.settle()
        self.qtbot.waitUntil(lambda: self.spelling.idle, timeout=30_000)
        self.shown.settle()

    def underlined(self) -> list[str]:
        text = self.shown.view.text
        found = []
        block = text.document().begin()
        while block.isValid():
            line = block.text()
            found += [
                line[mark.start : mark.start + mark.length]
                for mark in text.marks.found(line)
                if mark.look == "misspelt"
            ]
            block = block.next()
        return found

    def menu(self) -> QMenu:
        self.qtbot.waitUntil(
            lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=30_000
        )
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        self.settle()
        return found

    def chooses(self, title: str) -> None:
        """An entry of the menu that is open, by mouse."""
        menu = self.menu()
        action = next(one for one in menu.actions() if one.text() == title)
        self.qtbot.mouseClick(
            menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center()
        )
        self.settle()


@pytest.fixture
def written(shown: ShownComposer, qtbot: QtBot) -> Iterator[Written]:
    made = Written(shown, qtbot)
    yield made
    made.spelling.end()


def test_nothing_is_loaded_before_somebody_types(written: Written) -> None:
    written.shown.replica.drafts[DAAN] = Draft(DAAN, "de televsie")
    written.shown.open(DAAN)
    written.settle()
    assert (written.loaded, written.underlined()) == (0, [])
    written.type(" is")
    assert (written.loaded, written.underlined()) == (1, ["televsie"])


def test_what_is_no_word_is_underlined_once_it_is_written(written: Written) -> None:
    written.type("de televsie")
    assert written.underlined() == []  # it is still being written
    written.type(" is onderweg")
    assert written.underlined() == ["televsie"]
    assert written.shown.text == "de televsie is onderweg"


def test_marking_is_no_typing(written: Written) -> None:
    typed: list[bool] = []
    written.type("de televsie is")
    written.shown.view.typed.connect(lambda: typed.append(True))
    written.shown.view.text.marks.look_again()
    written.qtbot.keyClick(written.shown.view.text, Qt.Key.Key_Left)
    written.settle()
    assert typed == []


def test_the_language_follows_what_is_written_and_can_be_chosen(written: Written) -> None:
    written.type("the television is on its way ")
    assert written.spelling.language == "en"
    assert written.underlined() == []
    written.spelling.wish("nl")
    assert "television" in written.underlined()
    written.spelling.wish(None)
    assert written.underlined() == []


def test_the_customers_language_comes_first(written: Written) -> None:
    written.look(DAAN, language="en")
    written.type("televisie ")
    assert written.underlined() == ["televisie"]


def test_names_and_my_words_are_words(written: Written) -> None:
    written.type("Daan en Qwertz ")
    assert written.underlined() == ["en", "Qwertz"]
    written.spelling.learn("Qwertz")
    written.settle()
    assert written.underlined() == ["en"]
    assert written.shown.desk.context.preferences.of(MY_WORDS) == "Qwertz"


def test_a_word_is_asked_once(written: Written) -> None:
    written.type("de de de televsie televsie ")
    written.type("de ")
    assert sorted(written.spellers.asked) == ["de", "televsie"]


def test_a_right_click_offers_the_word_that_was_meant(written: Written) -> None:
    written.type("de televsie is onderweg")
    text = written.shown.view.text
    cursor = text.textCursor()
    cursor.setPosition(6)
    at = text.cursorRect(cursor).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, text.viewport().mapToGlobal(at))
    QApplication.sendEvent(text.viewport(), asked)
    assert [one.text() for one in written.menu().actions()][:3] == [
        "televisie",
        "television",
        "Add “televsie” to my words",
    ]
    written.chooses("televisie")
    assert written.shown.text == "de televisie is onderweg"
    assert written.underlined() == []
    text.undo()
    assert written.shown.text == "de televsie is onderweg"


def test_by_keyboard_from_mistake_to_mistake(written: Written) -> None:
    written.type("de televsie is ondrweg ")
    assert written.underlined() == ["televsie", "ondrweg"]
    written.spelling.next_mistake()
    menu = written.menu()
    assert menu.activeAction() is menu.actions()[0]
    written.qtbot.keyClick(menu, Qt.Key.Key_Return)
    written.settle()
    assert written.shown.text == "de televisie is ondrweg "
    written.spelling.next_mistake()
    assert [one.text() for one in written.menu().actions()][:2] == [
        "No word is like it",
        "Add “ondrweg” to my words",
    ]
    written.chooses("Add “ondrweg” to my words")
    assert written.underlined() == []


def test_the_menu_is_there_without_a_mistake_too(written: Written) -> None:
    written.type("de televisie ")
    text = written.shown.view.text
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), text.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(text, asked)
    titles = [one.text() for one in written.menu().actions()]
    assert titles[:2] == ["Language of this text", "Check spelling"]
    written.chooses("Check spelling")
    assert not written.shown.desk.context.preferences.of(SPELLING)


def test_who_wants_none_of_it_is_left_alone(written: Written) -> None:
    written.shown.desk.context.preferences.choose(SPELLING, False)
    written.type("de televsie is ")
    assert (written.loaded, written.underlined()) == (0, [])
    written.shown.desk.context.preferences.choose(SPELLING, True)
    written.type("onderweg ")
    assert written.underlined() == ["televsie"]


def test_without_dictionaries_one_writes_on(written: Written) -> None:
    written.spellers.there = False
    written.shown.type("de televsie is ")
    written.shown.settle()
    assert written.underlined() == []
    assert written.shown.text == "de televsie is "


def test_the_key_says_when_there_is_nothing_to_correct(written: Written) -> None:
    told: list[str] = []
    written.shown.desk.context.news.notice.connect(lambda words, _: told.append(words))
    written.type("de televisie is ")
    written.spelling.next_mistake()
    assert told == ["No word here is spelt wrong."]
    written.shown.desk.context.preferences.choose(SPELLING, False)
    written.spelling.next_mistake()
    assert told[1:] == ["Spelling is not checked. The menu of the field turns it on."]


def test_a_computer_without_dictionaries_says_so_and_has_no_switch(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)  # as where there is no wheel for it
    told: list[str] = []
    written.shown.desk.context.news.notice.connect(lambda words, _: told.append(words))
    written.spelling.next_mistake()
    assert told == ["Spelling is not available on this computer."]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(written.shown.view.text, event)
    entries = {one.text(): one.isEnabled() for one in written.menu().actions()}
    assert entries["Spelling is not available on this computer."] is False
    assert "Check spelling" not in entries
    written.menu().close()
