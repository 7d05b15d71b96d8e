"""The table of commands: keys that do not clash, and what makes sense when."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, ME, MINE, ident, row
from workstation.replica.rows.contact import ContactHead
from workstation.ui.command import Situation
from workstation.ui.command_actions import Commands, shown_key
from workstation.ui.commands import BY_NAME, LIST_KEYS, TABLE
from workstation.ui.icons import picture
from workstation.ui.main_window.main_window import MainWindow


def head(**given: Any) -> ContactHead:
    replica = PretendReplica([row(1)], guard=False)
    found = replica.contact(ident(1))
    assert found is not None
    return replace(found, **given)


LEAD = replace(ME, role="lead")


@pytest.mark.parametrize(
    ("name", "me", "given", "sense"),
    [
        ("claim", ME, {"owner_id": None}, True),
        ("claim", ME, {"owner_id": MINE}, False),
        ("claim", ME, {"owner_id": DAAN}, False),
        ("claim", ME, {"owner_id": None, "state": "done"}, False),
        ("release", ME, {"owner_id": MINE}, True),
        ("release", ME, {"owner_id": DAAN}, False),
        ("release", LEAD, {"owner_id": DAAN}, True),
        ("assign", ME, {}, False),
        ("assign", LEAD, {}, True),
        ("transfer", ME, {"owner_id": DAAN}, False),
        ("transfer", LEAD, {"owner_id": DAAN}, True),
        ("snooze", ME, {"owner_id": None}, True),
        ("reopen", ME, {"state": "done"}, True),
        ("reopen", ME, {"state": "open"}, False),
        ("reply", ME, {"owner_id": DAAN}, False),
        ("note", ME, {"owner_id": DAAN}, True),
        ("wrap_up", ME, {"guest": True}, False),
        ("search", ME, {}, True),
    ],
)
def test_when_a_command_makes_sense(name: str, me: Any, given: dict[str, Any], sense: bool) -> None:
    assert BY_NAME[name].when(Situation(head(**given), me)) is sense


def test_nothing_about_a_contact_makes_sense_without_one() -> None:
    nobody = Situation(None, ME)
    assert [c.name for c in TABLE if c.group == "contact" and c.when(nobody)] == []


def test_no_key_means_two_things() -> None:
    keys = Counter(
        QKeySequence(key).toString() for command in TABLE for key in command.keys
    ) + Counter(LIST_KEYS)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_command_has_a_key() -> None:
    assert [command.name for command in TABLE if not command.keys] == []


def test_no_key_writes_a_letter_on_some_keyboards() -> None:
    """Ctrl and Alt with a letter is how many keyboards write "ø" or "ñ"."""
    written = [key for command in TABLE for key in command.keys if key.startswith("Ctrl+Alt+")]
    assert [key for key in written if len(key.rpartition("+")[2]) == 1] == []


def test_every_key_is_one(desk: PretendDesk) -> None:
    for command in TABLE:
        for key in command.keys:
            assert QKeySequence(key).count() == 1
            assert shown_key(key)


def test_every_icon_is_drawn(desk: PretendDesk) -> None:
    for command in TABLE:
        if command.icon:
            assert not picture(command.icon, "#000000", 16, 1.0).isNull()


def test_what_nobody_handles_cannot_be_chosen(desk: PretendDesk) -> None:
    commands = Commands()
    assert not commands.enabled("sync")
    done: list[str] = []
    commands.handle("sync", lambda: done.append("sync"))
    commands.run("sync")
    assert done == ["sync"]
    with pytest.raises(KeyError):
        commands.handle("no such command", lambda: None)


def test_letters_work_in_the_list_and_are_letters_where_text_is_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.inbox.list.setFocus()
    QTest.keyClick(window.inbox.list, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.open_id == ident(1))
    QTest.keyClick(window.inbox.list, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.open_id == ident(2))
    window.moving.search("")
    QTest.keyClicks(window.moving.palette.field, "jk")
    assert window.moving.palette.field.text() == "jk"
    assert window.open_id == ident(2)
