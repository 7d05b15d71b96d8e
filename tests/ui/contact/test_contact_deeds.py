"""Everything in the head of a contact does what it says, by button, by menu and by key."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ANOUK, ShownContact
from tests.ui.pretend.shop import DAAN, NOW, WASH, ident
from workstation.actions import CallBack, SettleCallHint
from workstation.actions.base import Refused
from workstation.replica.rows.customer import CustomerCard, IdentityRow
from workstation.replica.rows.knowledge import CallAdvice
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.contact.snooze_times import snooze_times


def last(shown: ShownContact) -> Any:
    return shown.replica.actions[-1]


def visible(shown: ShownContact) -> set[str]:
    return {name for name, button in shown.view.header.buttons.items() if button.isVisible()}


@pytest.mark.parametrize(
    ("fields", "role", "buttons"),
    [
        ({"owner_id": None}, "agent", {"claim", "transfer", "snooze"}),
        ({}, "agent", {"transfer", "snooze", "release"}),
        ({"owner_id": DAAN}, "agent", set()),
        ({"owner_id": DAAN}, "lead", {"transfer", "release", "assign"}),
        ({"state": "done"}, "agent", {"reopen"}),
        ({"state": "snoozed", "snoozed_until": NOW + 1}, "agent",
         {"reopen", "transfer", "snooze", "release"}),
    ],
)  # fmt: skip
def test_the_head_offers_what_makes_sense(
    shown: ShownContact, fields: dict[str, Any], role: str, buttons: set[str]
) -> None:
    shown.window.resize(1_200, 800)
    shown.replica.change(1, **fields)
    shown.be(role)
    shown.open()
    assert visible(shown) == buttons


def test_what_does_not_fit_is_in_the_menu(shown: ShownContact, qtbot: QtBot) -> None:
    shown.window.resize(470, 800)
    shown.replica.change(1, owner_id=None)
    shown.open()
    assert visible(shown) < {"claim", "transfer", "snooze"}
    qtbot.mouseClick(shown.view.header._more, Qt.MouseButton.LeftButton)
    titles = [action.text().partition("\t")[0] for action in shown.menu().actions()]
    assert titles[:3] == ["Take this contact", "Transfer to a team", "Snooze"]


def test_a_contact_is_taken_and_given_back_by_key(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.change(1, owner_id=None)
    shown.open()
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(shown.view.composer.text, Qt.Key.Key_A, alt)
    shown.settle()
    qtbot.keyClick(shown.view.composer.text, Qt.Key.Key_G, alt)
    shown.settle()
    assert shown.kinds == ["claim", "release"]


def test_a_transfer_goes_to_a_chosen_team(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    shown.run("transfer")
    menu: QMenu = shown.menu()
    assert [a.text() for a in menu.actions()] == ["Washing machines", "Smartphones"]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    shown.settle()
    assert (last(shown).kind, last(shown).team_id) == ("transfer", WASH)


def test_a_lead_assigns_a_colleague(shown: ShownContact, qtbot: QtBot) -> None:
    shown.be("lead")
    shown.open()
    shown.run("assign")
    menu = shown.menu()
    assert menu.actions()[0].text().startswith("Daan Visser")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    shown.settle()
    assert (last(shown).kind, last(shown).agent_id) == ("assign", DAAN)


def test_a_snooze_until_tomorrow_morning(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    shown.run("snooze")
    menu = shown.menu()
    tomorrow = next(a for a in menu.actions() if a.text().startswith("Tomorrow"))
    tomorrow.trigger()
    menu.close()
    shown.settle()
    expected = next(time for time in snooze_times(NOW) if time.name == "tomorrow")
    assert (last(shown).kind, last(shown).until) == ("snooze", expected.until)


def test_a_snooze_until_any_moment(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    shown.run("snooze")
    menu = shown.menu()
    menu.actions()[-1].trigger()
    menu.close()
    dialog = shown.window.findChild(QDialog)
    assert dialog is not None
    field = dialog.findChild(QDateTimeEdit)
    assert field is not None
    chosen = field.dateTime().addDays(3)
    field.setDateTime(chosen)
    dialog.accept()
    shown.settle()
    assert last(shown).until == chosen.toMSecsSinceEpoch()


def test_send_and_snooze_sends_and_asks_until_when(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    qtbot.keyClicks(shown.view.composer.text, "I will look into it")
    qtbot.mouseClick(shown.view.composer.snooze_button, Qt.MouseButton.LeftButton)
    shown.settle()
    assert shown.kinds == ["reply"]
    assert shown.menu().actions()[0].text().startswith("In an hour")
    shown.menu().close()


def test_a_stranger_is_linked_to_a_customer(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    shown.run("link_customer")
    popup = shown.window.findChild(ChoicePopup)
    assert popup is not None
    qtbot.keyClicks(popup.field, "customer 3")
    shown.settle()
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    shown.settle()
    assert last(shown).kind == "link_customer"
    assert last(shown).contact_id == ANOUK
    assert last(shown).customer_id.endswith("3")


def test_while_another_contact_is_read_nothing_is_done_to_it_unseen(
    shown: ShownContact,
) -> None:
    shown.open()
    shown.view.open(shown.replica.rows[2].contact_id)
    shown.context.commands.run("release")
    shown.settle()
    assert shown.kinds == []


def suggest_a_call(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.advice[ANOUK] = CallAdvice(ident(1, 50), "turns", 14, "", None, "+31612342210")
    shown.open()
    qtbot.waitUntil(shown.view.call_card.isVisible, timeout=30_000)


def test_a_call_that_is_suggested_goes_to_the_number_that_is_shown(
    shown: ShownContact, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = (IdentityRow("whatsapp", "+31612342210", True),)
    card = CustomerCard(ident(1, 4), "Anouk", "", "nl", None, False, "", known, (), ())
    monkeypatch.setattr(shown.replica, "customer", lambda _: card)
    suggest_a_call(shown, qtbot)
    qtbot.mouseClick(shown.view.call_card.call, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown.replica.actions) == 2, timeout=30_000)
    called, settled = shown.replica.actions
    assert isinstance(called, CallBack)
    assert called.number == "+31612342210"
    assert isinstance(settled, SettleCallHint)
    assert settled.state == "called"


def test_nobody_is_asked_whether_a_call_helped_that_was_refused(
    shown: ShownContact, qtbot: QtBot
) -> None:
    suggest_a_call(shown, qtbot)
    shown.replica.error = Refused("no_number")
    qtbot.keyClick(shown.view.composer.text, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "no telephone number" in shown.view.band.text, timeout=30_000)
    shown.settle()
    assert "settle_call_hint" not in shown.kinds
