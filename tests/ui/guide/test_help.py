"""Help where one is, and what changed since one was last here."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pretend.shop import ident
from workstation.ui.commands import BY_NAME
from workstation.ui.guide.changes import CHANGES, since
from workstation.ui.guide.topics import TOPICS, Topic
from workstation.ui.main_window.comforts import Comforts
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.tour.steps import STEPS


@pytest.fixture
def comforts(window: MainWindow) -> Comforts:
    assert window.comforts is not None
    return window.comforts


def test_the_help_key_explains_where_one_is(
    qtbot: QtBot, window: MainWindow, comforts: Comforts
) -> None:
    window.open_contact(ident(2))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None, timeout=30_000)
    for topic, widget in (("writing", contact.composer.text), ("inbox", window.inbox.list)):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
        widget.setFocus()
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert comforts.help is not None
        assert comforts.help.topic == topic
        QTest.keyClick(comforts.help, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: comforts.help is None, timeout=30_000)


@pytest.mark.parametrize("topic", list(TOPICS))
def test_every_part_is_explained_in_a_few_lines(
    qtbot: QtBot, comforts: Comforts, topic: Topic
) -> None:
    assert 2 <= len(TOPICS[topic].lines) <= 5
    comforts.show_help(topic)
    card = comforts.help
    assert card is not None
    assert card.accessibleName()
    card.close()


def test_keys_that_help_and_tour_name_are_there() -> None:
    named = [name for help_ in TOPICS.values() for name in help_.keys]
    named += [name for step in STEPS for name in step.keys]
    assert [name for name in named if name not in BY_NAME] == []


def test_what_changed_is_told_from_the_day_one_was_last_here(comforts: Comforts) -> None:
    days = [date.fromisoformat(change.day) for change in CHANGES]
    assert days == sorted(days, reverse=True)
    assert since("") == CHANGES
    assert since("2999-01-01") == ()
    comforts.show_changes()
    assert comforts.changes is not None
    assert comforts.changes.changes == CHANGES
    comforts.changes.close()
