"""An admin looks after the channels: how they are, how far they are open, what went wrong."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import HOUR, NOW, REFERENCE, ident
from workstation.replica.rows.channels import ArrivalRow, DialRow, FindingRow, Upkeep
from workstation.replica.rows.news import Changed
from workstation.replica.rows.reference import LineRow
from workstation.rules.failures import coded
from workstation.ui.channels.channels_model import CHANNEL_ROLE, ORDER
from workstation.ui.channels.channels_view import ChannelsView
from workstation.ui.channels.hours import NotHours, read, written

WHATSAPP = LineRow("whatsapp", "whatsapp", "open", "", NOW - HOUR, {})
EMAIL = LineRow("email", "email", "down", "The mailbox refuses the password.", NOW - HOUR, {})
DIAL = DialRow(
    "whatsapp", True, 25, 40, None, {"mon": [["08:00", "24:00"]]}, "", "Het is druk.", "phone",
    NOW, 120, 360, 31, 4, 12,
)  # fmt: skip
UPKEEP = Upkeep(
    findings={
        "": (FindingRow("warning", "The public address is not https.", "Geen https."),),
        "whatsapp": (FindingRow("fine", "The number is connected.", "Het nummer is verbonden."),),
        "email": (FindingRow("broken", "Signing in failed.", "Aanmelden mislukte."),),
    },
    arrivals=(ArrivalRow(ident(1, 50), "email", NOW - HOUR, 2_400, "header: not ASCII"),),
)


class ShownChannels:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self._qtbot = qtbot
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.view = ChannelsView(desk.context, self.owner)
        self.view.open()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(self.desk.settled)

    def choose(self, channel: str) -> None:
        self.view.list.setCurrentIndex(self.view.model.index(ORDER.index(channel)))
        self.settle()

    def words(self) -> str:
        return "\n".join(one.text() for one in self.view.findChildren(QLabel) if one.isVisible())

    def press(self, text: str) -> None:
        button = next(
            one
            for one in self.view.findChildren(QPushButton)
            if one.isVisible() and one.text() == text
        )
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownChannels]:
    replica = PretendReplica()
    replica.reference_now = replace(REFERENCE, lines={"whatsapp": WHATSAPP, "email": EMAIL})
    replica.dials_now = {"whatsapp": DIAL}
    with pretend_desk(tmp_path, replica) as desk:
        desk.session.upkeep_now = UPKEEP
        made = ShownChannels(desk, qtbot)
        yield made
        assert desk.errors == []


def test_what_only_plays_the_others_is_no_channel_of_the_shop(qtbot: QtBot, tmp_path: Path) -> None:
    replica = PretendReplica()
    played = {
        name: LineRow(name, "console", "open", "", NOW - HOUR, {}) for name in (*ORDER, "console")
    }
    replica.reference_now = replace(REFERENCE, lines=played)
    with pretend_desk(tmp_path, replica) as desk:
        desk.session.upkeep_now = UPKEEP
        shown = ShownChannels(desk, qtbot)
        names = [shown.view.model.index(row).data() for row in range(shown.view.model.rowCount())]
    assert names == ["WhatsApp", "Instagram", "Messenger", "Phone", "E-mail", "Web chat"]


def test_each_channel_says_how_it_is(shown: ShownChannels) -> None:
    QAbstractItemModelTester(shown.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    said = [
        shown.view.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(shown.view.model.rowCount())
    ]
    assert said[0] == "WhatsApp, Open to 25 %, 31 in the last hour · 12 open"
    assert "E-mail, Down" in said
    unread = {
        item.channel: item.unread
        for row in range(shown.view.model.rowCount())
        if (item := shown.view.model.index(row).data(CHANNEL_ROLE))
    }
    assert unread["email"] == 1


def test_nothing_is_turned_before_a_channel_is_shown(shown: ShownChannels) -> None:
    unopened = ChannelsView(shown.desk.context, shown.owner)
    assert not unopened.form.isEnabled()
    assert not unopened.promises.isEnabled()
    assert shown.view.form.isEnabled()
    assert shown.view.promises.isEnabled()


def test_the_effect_stands_beside_the_dial(shown: ShownChannels) -> None:
    effect = shown.view.effect
    assert effect.begun.figure.text() == "31 / 40"
    assert effect.open_now.figure.text() == "12"
    assert effect.told.figure.text() == "4"
    assert effect.offered.figure.text() == "120 · 360"


def test_the_fields_of_all_forms_begin_below_one_another(shown: ShownChannels) -> None:
    view = shown.view
    names = [*view.form.names, *view.promises.names, *view.calling.names]
    fields = [view.form.per_hour, *view.promises.fields.values(), *view.calling.fields.values()]
    assert len({field.mapTo(view, field.rect().topLeft()).x() for field in fields}) == 1
    assert all(name.width() >= name.sizeHint().width() for name in names)
    assert {name.height() for name in names} == {names[0].sizeHint().height()}


def test_the_dial_is_turned(shown: ShownChannels, qtbot: QtBot) -> None:
    form = shown.view.form
    assert not form.save.isEnabled(), "nothing has changed"
    form.share.setValue(50)
    qtbot.keyClicks(form.at_once, "20")
    form.hours["sat"].setText("9-12, 13:00-17:30")
    shown.press("Turn the dial")
    (action,) = shown.desk.replica.actions
    data: dict[str, Any] = action.model_dump()
    assert (data["channel"], data["share"], data["per_hour"], data["at_once"]) == (
        "whatsapp", 50, 40, 20,
    )  # fmt: skip
    assert data["hours"] == {
        "mon": (("08:00", "24:00"),),
        "sat": (("09:00", "12:00"), ("13:00", "17:30")),
    }
    assert data["instead"] == "phone"
    assert not form.save.isEnabled()


def test_news_does_not_take_away_what_is_being_turned(shown: ShownChannels) -> None:
    shown.view.form.share.setValue(70)
    shown.desk.replica.dials_now = {"whatsapp": replace(DIAL, begun=32)}
    shown.desk.context.news.changed.emit(Changed(tables=frozenset({"dial_seen"})))
    shown.settle()
    assert shown.view.effect.begun.figure.text() == "32 / 40"
    assert shown.view.form.share.value() == 70


def test_a_day_without_hours_says_what_that_means(shown: ShownChannels) -> None:
    hours = shown.view.form.hours
    for field in hours.values():
        field.clear()
    assert {field.placeholderText() for field in hours.values()} == {"always open"}
    hours["sat"].setText("9-12")
    assert hours["mon"].placeholderText() == "closed"


def test_hours_that_make_no_sense_are_said_and_not_saved(shown: ShownChannels) -> None:
    shown.view.form.hours["mon"].setText("17:00-08:00")
    assert not shown.view.form.save.isEnabled()
    assert "08:00-12:00" in shown.view.form.problem.text()


def test_what_is_wrong_with_a_channel_is_a_sentence(shown: ShownChannels) -> None:
    shown.choose("email")
    words = shown.words()
    assert "The mailbox refuses the password." in words
    assert "Signing in failed." in words
    assert "The public address is not https." in words
    assert "header: not ASCII" in words


def test_what_could_not_be_read_is_read_again(shown: ShownChannels) -> None:
    shown.choose("email")
    shown.press("Read again")
    assert f"read again {ident(1, 50)}" in shown.desk.session.asked


def test_without_the_server_the_dials_still_work(shown: ShownChannels) -> None:
    shown.desk.session.upkeep_now = None
    shown.press("Check again")
    assert "The server cannot be asked now" in shown.words()
    shown.view.form.active.setChecked(False)
    shown.press("Turn the dial")
    assert shown.desk.replica.actions[0].model_dump()["active"] is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("8-24", (("08:00", "24:00"),)),
        ("8.30 - 12:00", (("08:30", "12:00"),)),
        ("09:00–12:00, 13-17", (("09:00", "12:00"), ("13:00", "17:00"))),
    ],
)
def test_hours_are_read_as_people_write_them(
    text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert read(text) == expected
    assert read(written([list(one) for one in expected])) == expected


@pytest.mark.parametrize("text", ["8", "25-26", "12-8", "8:75-9", "24:30-25", "always"])
def test_other_hours_are_not(text: str) -> None:
    with pytest.raises(NotHours):
        read(text)


def test_a_dutch_desk_is_told_in_dutch(qtbot: QtBot, tmp_path: Path) -> None:
    replica = PretendReplica()
    down = replace(EMAIL, reason=coded("line.imap_away", host="imap.example.nl"))
    replica.reference_now = replace(REFERENCE, lines={"email": down})
    unread = replace(UPKEEP.arrivals[0], error=coded("arrival.some", count=2))
    with pretend_desk(tmp_path, replica, language="nl") as desk:
        desk.session.upkeep_now = replace(UPKEEP, arrivals=(unread,))
        shown = ShownChannels(desk, qtbot)
        shown.choose("email")
        assert "De mailserver imap.example.nl is niet bereikbaar." in shown.words()
        assert "waren er 2 niet te lezen" in shown.words()
        assert desk.errors == []
