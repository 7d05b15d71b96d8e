"""What a person chose is kept with the profile, and a file with nonsense does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from workstation.ui.preferences import (
    LOOK,
    SEND_KEY,
    SPELLING,
    TEXT_SIZE,
    UNDO_SECONDS,
    Preferences,
)


def settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    file = settings(tmp_path)
    chosen = Preferences(file)
    chosen.choose(SEND_KEY, "enter")
    chosen.choose(UNDO_SECONDS, 12)
    chosen.choose(SPELLING, False)
    file.sync()
    again = Preferences(settings(tmp_path))
    assert again.of(SEND_KEY) == "enter"
    assert again.of(UNDO_SECONDS) == 12
    assert again.of(SPELLING) is False


def test_who_listens_hears_what_is_different_and_only_that(qtbot: QtBot) -> None:
    heard: list[str] = []
    preferences = Preferences()
    preferences.changed.connect(heard.append)
    preferences.choose(TEXT_SIZE, 120)
    preferences.choose(TEXT_SIZE, 120)
    assert heard == ["text_size"]


@pytest.mark.parametrize("nonsense", ["huge", "-4", "99999", "", "1e2", "²"])
def test_nonsense_in_the_file_is_not_heard(tmp_path: Path, nonsense: str) -> None:
    file = settings(tmp_path)
    for name in ("text_size", "undo_seconds", "look", "spelling", "send_key"):
        file.setValue(name, nonsense)
    preferences = Preferences(file)
    assert preferences.of(TEXT_SIZE) == 100
    assert preferences.of(UNDO_SECONDS) == 5
    assert preferences.of(SPELLING) is True
    assert preferences.of(SEND_KEY) == "ctrl_enter"
    assert preferences.look() == "system"


def test_what_cannot_be_is_not_chosen() -> None:
    with pytest.raises(ValueError, match="look"):
        Preferences().choose(LOOK, "pink")
