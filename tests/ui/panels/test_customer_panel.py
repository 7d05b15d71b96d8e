"""The customer beside the contact: what colleagues noted, what they think of us, what they like."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.panels.test_panels import CARD, CUSTOMER, DAY, ShownPanel, visit
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINE, NOW, ident, row
from workstation.actions import AddCustomerNote, RemoveCustomerNote, SetCustomerPreferences
from workstation.replica.rows.knowledge import NoteRow, RatingRow
from workstation.replica.rows.news import Changed
from workstation.ui.command import Situation
from workstation.ui.contact.key_button import IconButton
from workstation.ui.panels.identity_chip import IdentityChip
from workstation.ui.panels.masking import masked_name
from workstation.ui.panels.notes_part import NotesPart
from workstation.ui.panels.preferences_line import PreferencesLine
from workstation.ui.panels.rating_words import average_words
from workstation.ui.panels.timeline_model import DetailRole, OpensRole
from workstation.ui.theme.pill import Pill

RATINGS = (
    RatingRow(ident(1, 60), ident(3), "phone", 9, "Kind courier.", NOW - 9 * DAY),
    RatingRow(ident(2, 60), None, "email", 6, "", NOW - 40 * DAY),
    RatingRow(ident(3, 60), None, "phone", 8, "", NOW - 90 * DAY),
)
NOTES = (
    NoteRow(ident(1, 61), MINE, "Sanne de Jong", "Rather in the evening.", NOW - DAY),
    NoteRow(ident(2, 61), DAAN, "Daan Visser", "Has a dog.", NOW - 3 * DAY),
)
WRAPPED = replace(
    visit(3, "phone", 10), reason_en="Delivery", kind="question", agent_name="Priya Sharma",
    call_seconds=230, product="Lumea 55 OLED",
)  # fmt: skip
FULL = replace(
    CARD, ratings=RATINGS, notes=NOTES, timeline=(WRAPPED,), preferred_channel="whatsapp"
)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownPanel]:
    replica = PretendReplica([row(1), row(2)])
    replica.customers[CUSTOMER] = FULL
    with pretend_desk(tmp_path, replica) as desk:
        made = _panel(desk, qtbot)
        with qtbot.waitActive(made.panel):
            made.panel.show()
        made.open()
        yield made
        assert desk.errors == []


def _panel(desk: PretendDesk, qtbot: QtBot) -> ShownPanel:
    made = ShownPanel(desk, qtbot)
    made.panel.install()
    made.panel.page_wanted.connect(made.panel.show_page)
    qtbot.addWidget(made.panel)
    made.panel.resize(352, 900)
    head = desk.replica.contact_now(ident(1))
    desk.context.commands.look_at(Situation(head, desk.context.me))
    return made


def test_a_call_without_words_does_not_show_its_number_in_the_line_of_time(
    shown: ShownPanel, qtbot: QtBot
) -> None:
    call = replace(
        visit(4, "phone", 1, "open"), last_text="+31612342210", reason_en="", reason_nl=""
    )
    shown.replica.customers[CUSTOMER] = replace(FULL, timeline=(call,))
    shown.replica.tell(Changed(everything=True))
    timeline = shown.panel.customer.timeline

    def of_call() -> list[QModelIndex]:
        every = [timeline.index(number) for number in range(timeline.rowCount())]
        return [one for one in every if one.data(OpensRole) == call.contact_id]

    qtbot.waitUntil(lambda: len(of_call()) == 1, timeout=30_000)
    (told,) = of_call()
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, DetailRole):
        assert "+31612342210" not in str(told.data(role))
    assert told.data(DetailRole) == "+31 6 •••• 2210"


def test_a_message_that_comes_leaves_what_is_looked_at(shown: ShownPanel, qtbot: QtBot) -> None:
    (chip, *_) = shown.seen(IdentityChip)
    assert isinstance(chip, IdentityChip)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    newer = visit(5, "email", 0, "open")
    shown.replica.customers[CUSTOMER] = replace(FULL, timeline=(newer, *FULL.timeline))
    shown.replica.tell(Changed(everything=True))
    timeline = shown.panel.customer.timeline
    qtbot.waitUntil(lambda: timeline.index(0).data(OpensRole) == newer.contact_id, timeout=30_000)
    assert chip.isVisible()
    assert chip.isChecked()
    assert shown.seen(IdentityChip)[0] is chip


def test_what_they_gave_stands_in_the_line_of_time(shown: ShownPanel) -> None:
    timeline = shown.panel.customer.timeline
    said = [str(timeline.index(number).data()) for number in range(timeline.rowCount())]
    assert said == [
        "Gave a 9, 16 Feb, “Kind courier.”",
        "Phone, 4 min, 15 Feb, Question › Delivery · Priya Sharma",
        "Gave a 6, 16 Jan, E-mail",
        "Gave a 8, Nov 2025, Phone",
    ]
    assert "Lumea 55 OLED" in timeline.index(1).data(Qt.ItemDataRole.ToolTipRole)
    pills = [pill.text for pill in shown.seen(Pill) if isinstance(pill, Pill)]
    assert "NPS 9" in pills


def test_the_average_of_each_channel(qapp: object) -> None:
    assert average_words(RATINGS, "en") == "Phone 8.5 (2) · E-mail 6.0 (1)"
    assert "8,5" in average_words(RATINGS, "nl")


def test_a_note_is_written_with_the_keyboard(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.desk.context.commands.run("customer_note")
    (notes,) = shown.seen(NotesPart)
    assert isinstance(notes, NotesPart)
    assert notes.field.hasFocus()
    qtbot.keyClicks(notes.field, "Speaks softly.")
    qtbot.keyClick(notes.field, Qt.Key.Key_Return)
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, AddCustomerNote)
    assert (action.customer_id, action.text) == (CUSTOMER, "Speaks softly.")


def test_one_takes_ones_own_note_away(shown: ShownPanel, qtbot: QtBot) -> None:
    assert "Has a dog." in shown.words()
    away = [b for b in shown.seen(IconButton) if "note" in b.accessibleName()]
    assert len(away) == 1, "a colleague's stays"
    qtbot.mouseClick(away[0], Qt.MouseButton.LeftButton)
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, RemoveCustomerNote)
    assert action.note_id == NOTES[0].note_id


def test_language_and_channel_are_changed_here(shown: ShownPanel) -> None:
    (line,) = shown.seen(PreferencesLine)
    assert isinstance(line, PreferencesLine)
    assert "Dutch" in line.language.text()
    assert "WhatsApp" in line.channel.text()
    english = next(a for a in line.language.menu().actions() if a.text() == "English")
    english.trigger()
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, SetCustomerPreferences)
    assert action.language == "en"
    assert action.preferred_channel is None


def test_one_key_shows_every_address_and_hides_it_again(shown: ShownPanel) -> None:
    chips = [chip for chip in shown.seen(IdentityChip) if isinstance(chip, IdentityChip)]
    assert all("••" in chip.text() for chip in chips)
    shown.desk.context.commands.run("show_addresses")
    assert [chip.text() for chip in chips] == ["+31612342210", "@anouk.b"]
    shown.desk.context.commands.run("show_addresses")
    assert all("••" in chip.text() for chip in chips)


def test_a_line_of_time_is_copied(shown: ShownPanel, qtbot: QtBot) -> None:
    visits = shown.panel.customer.visits
    visits.setCurrentIndex(shown.panel.customer.timeline.index(1))
    qtbot.keyClick(visits, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Question › Delivery" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anouk Bakker", "Anouk Bakker"),
        ("+31 6 12342210", "+31 6 •••• 2210"),
        ("a.bakker@example.nl", "a.b•••@example.nl"),
        ("mila.lens", "mila.lens"),
    ],
)
def test_who_is_only_a_number_is_masked(name: str, said: str) -> None:
    assert masked_name(name) == said
