"""Texts that are kept ready are written, changed, copied and removed in a window of their own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINE, TV, ident
from workstation.actions import Refused, RemoveSnippet, SaveSnippet
from workstation.replica.rows.writing import SnippetRow
from workstation.ui.snippets.snippets_window import SnippetsWindow
from workstation.ui.snippets.written import Written, short_name, tags_of

OWN = SnippetRow(
    ident(1, 9), "mine", "Mine", "Van mij", "Hi!", "Hoi!", deeds={"tags": ["a"]}, agent_id=MINE
)
SHARED = SnippetRow(ident(2, 9), "return", "Returning", "Retour", "You can", "Je kunt")


class Shown:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.window = SnippetsWindow(desk.context)
        qtbot.addWidget(self.window)
        self.window.show()
        self._qtbot = qtbot
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(self.desk.settled, timeout=30_000)

    def choose(self, name: str) -> None:
        model = self.window.model
        row = next(n for n, one in enumerate(model.choices) if one.name == name)
        self.window.list.setCurrentIndex(model.index(row))

    def type(self, field: Any, text: str) -> None:
        self._qtbot.keyClicks(field, text)

    def click(self, button: Any) -> None:
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.window.model.choices]


@pytest.fixture
def replica() -> PretendReplica:
    made = PretendReplica()
    made.snippets_now = [OWN, SHARED]
    return made


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path, replica: PretendReplica) -> Iterator[Shown]:
    with pretend_desk(tmp_path, replica) as desk:
        yield Shown(desk, qtbot)
        assert desk.errors == []


def test_a_new_one_is_written_in_both_languages(shown: Shown) -> None:
    shown.click(shown.window.new)
    form = shown.window.form
    shown.type(form.names["en"], "Pere's cafe, late")
    assert form.shortcut.text() == "pere-s-cafe-late"
    assert not shown.window.save.isEnabled(), "without a text there is nothing to keep"
    shown.type(form.texts["en"], "Hello ")
    form.texts["en"].setFocus()
    form.places.setCurrentIndex(1)
    form.places.activated.emit(1)
    shown.type(form.texts["nl"], "Hallo")
    shown.type(form.after.tags, "late, carrier,late")
    shown.click(shown.window.save)
    (action,) = shown.replica.actions
    assert isinstance(action, SaveSnippet)
    assert (action.shortcut, action.whose) == ("pere-s-cafe-late", "mine")
    assert action.text_en == "Hello {customer.first_name}"
    assert action.text_nl == "Hallo"
    assert action.deeds.tags == ("late", "carrier")


def test_what_is_changed_keeps_its_id_and_what_it_does(shown: Shown) -> None:
    shown.choose("Mine")
    shown.type(shown.window.form.texts["en"], "Oh, ")
    shown.click(shown.window.save)
    (action,) = shown.replica.actions
    assert isinstance(action, SaveSnippet)
    assert action.snippet_id == OWN.snippet_id
    assert action.text_en == "Oh, Hi!"
    assert action.deeds.tags == ("a",)


def test_a_shared_one_is_looked_at_and_copied(shown: Shown) -> None:
    shown.choose("Returning")
    assert shown.window.form.texts["en"].isReadOnly()
    assert not shown.window.save.isVisible()
    assert "lead" in shown.window.hint.text()
    shown.click(shown.window.copy)
    shown.click(shown.window.save)
    (action,) = shown.replica.actions
    assert isinstance(action, SaveSnippet)
    assert (action.whose, action.shortcut) == ("mine", "return")
    assert action.snippet_id != SHARED.snippet_id


def test_a_lead_changes_a_shared_one(qtbot: QtBot, tmp_path: Path, replica: PretendReplica) -> None:
    with pretend_desk(tmp_path, replica) as desk:
        reference = desk.context.reference
        desk.context.reference = replace(reference, me=replace(reference.me, role="lead"))
        lead = Shown(desk, qtbot)
        lead.choose("Returning")
        whose = lead.window.form.whose
        assert [whose.itemText(n) for n in range(whose.count())] == [
            "Only for me", "Televisions", "Washing machines", "For everybody",
        ]  # fmt: skip
        whose.setCurrentIndex(1)
        whose.activated.emit(1)
        lead.click(lead.window.save)
        (action,) = lead.replica.actions
        assert isinstance(action, SaveSnippet)
        assert (action.whose, action.team_id) == ("team", TV)


def test_one_is_removed(shown: Shown) -> None:
    shown.choose("Mine")
    shown.click(shown.window.remove)
    (action,) = shown.replica.actions
    assert isinstance(action, RemoveSnippet)
    assert action.snippet_id == OWN.snippet_id


def test_what_is_refused_is_said_and_stays_in_the_form(shown: Shown, qtbot: QtBot) -> None:
    shown.replica.error = Refused("shortcut_taken", name="mine")
    shown.choose("Mine")
    shown.type(shown.window.form.texts["nl"], "Ja ")
    shown.click(shown.window.save)
    qtbot.waitUntil(lambda: "/mine" in shown.window.band.text, timeout=30_000)
    assert shown.window.form.texts["nl"].toPlainText() == "Ja Hoi!"
    assert shown.window.save.isEnabled()


def test_what_was_not_saved_is_found_again_and_not_lost_to_escape(
    shown: Shown, qtbot: QtBot
) -> None:
    shown.choose("Mine")
    shown.type(shown.window.form.texts["nl"], "Ja ")
    shown.choose("Returning")
    shown.choose("Mine")
    assert shown.window.form.texts["nl"].toPlainText() == "Ja Hoi!"
    qtbot.keyClick(shown.window, Qt.Key.Key_Escape)
    assert shown.window.isVisible()
    assert "Escape" in shown.window.band.text
    qtbot.keyClick(shown.window, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


def test_the_list_is_searched(shown: Shown) -> None:
    shown.type(shown.window.search, "/retour")
    assert shown.names == ["Returning"]


def test_every_control_can_be_named(shown: Shown) -> None:
    form = shown.window.form
    for control in (
        shown.window.search, shown.window.list, form.shortcut, form.whose, form.places,
        *form.names.values(), *form.texts.values(), form.after.tags, form.after.snooze,
        form.after.team, form.after.reason, form.after.offered,
    ):  # fmt: skip
        assert control.accessibleName()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Hello there", "hello-there"), ("  É/ü!", "e-u"), ("--", ""), ("Ja", "ja-2")],
)
def test_a_short_name_is_made_of_what_was_typed(typed: str, name: str) -> None:
    assert short_name(typed, ["ja"]) == name


def test_tags_are_words_between_commas() -> None:
    assert tags_of(" a,  b c ,,a") == ("a", "b c")
    assert Written.of(replace(OWN, agent_id=None, team_id=DAAN)).whose == "team"
