"""The window of settings: what is chosen there holds at once, and is kept."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.notify.kinds import BY_KIND, QUIET, RING
from workstation.ui.preferences import LOOK, SEND_KEY, SPELLING, TEXT_SIZE, UNDO_SECONDS
from workstation.ui.settings.segments import Segments
from workstation.ui.settings.settings_view import PAGES, SettingsView


def opened(window: MainWindow) -> SettingsView:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.comforts is not None
    settings = window.comforts.settings
    assert settings is not None
    return settings


def segments(settings: SettingsView, name: str) -> Segments:
    found = settings.findChild(Segments, name)
    assert isinstance(found, Segments)
    return found


def test_it_opens_with_its_key_and_every_control_has_a_name(
    qtbot: QtBot, window: MainWindow
) -> None:
    settings = opened(window)
    qtbot.waitUntil(settings.isVisible)
    kinds = (QAbstractButton, QComboBox)
    for control in (one for kind in kinds for one in settings.findChildren(kind)):
        if isinstance(control, QWidget):
            assert control.accessibleName() or control.property("text"), control
            assert control.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_light_and_dark_hold_at_once(window: MainWindow, desk: PretendDesk) -> None:
    settings = opened(window)
    segments(settings, LOOK.name).buttons["dark"].click()
    assert desk.context.preferences.of(LOOK) == "dark"
    segments(settings, LOOK.name).buttons["light"].click()
    assert desk.context.preferences.look() == "light"


def test_arrows_walk_along_the_choices(qtbot: QtBot, window: MainWindow, desk: PretendDesk) -> None:
    settings = opened(window)
    settings.show_page("writing")
    choices = segments(settings, UNDO_SECONDS.name)
    choices.buttons["5"].setFocus()
    QTest.keyClick(choices.buttons["5"], Qt.Key.Key_Right)
    assert desk.context.preferences.of(UNDO_SECONDS) == 10
    QTest.keyClick(choices.buttons["10"], Qt.Key.Key_Left)
    QTest.keyClick(choices.buttons["5"], Qt.Key.Key_Left)
    assert desk.context.preferences.of(UNDO_SECONDS) == 0


def test_what_is_chosen_elsewhere_shows_here(window: MainWindow, desk: PretendDesk) -> None:
    settings = opened(window)
    desk.context.preferences.choose(SEND_KEY, "enter")
    assert segments(settings, SEND_KEY.name).buttons["enter"].isChecked()
    assert window.comforts is not None
    QTest.keyClick(
        window,
        Qt.Key.Key_Q,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    quiet = settings.findChild(QCheckBox, QUIET.name)
    assert isinstance(quiet, QCheckBox)
    assert quiet.isChecked()


def test_a_sound_is_chosen_and_tried(qtbot: QtBot, window: MainWindow, desk: PretendDesk) -> None:
    settings = opened(window)
    settings.show_page("notices")
    sounds = settings.findChild(QComboBox, BY_KIND["wrote"].sound.name)
    assert isinstance(sounds, QComboBox)
    sounds.setFocus()
    QTest.keyClick(sounds, Qt.Key.Key_Down)
    QApplication.processEvents()
    sounds.activated.emit(sounds.currentIndex())
    assert desk.context.preferences.of(BY_KIND["wrote"].sound) == "chime"
    qtbot.waitUntil(lambda: (desk.context.profile / "chime.wav").exists(), timeout=30_000)


def test_the_text_size_is_among_the_choices(window: MainWindow, desk: PretendDesk) -> None:
    settings = opened(window)
    segments(settings, TEXT_SIZE.name).buttons["140"].click()
    assert desk.context.preferences.of(TEXT_SIZE) == 140


def test_every_page_can_be_reached(window: MainWindow) -> None:
    settings = opened(window)
    for page in PAGES:
        settings.tabs[page].click()
        assert settings.page == page


def test_spelling_is_a_switch_where_there_are_dictionaries(window: MainWindow) -> None:
    settings = opened(window)
    assert settings.findChild(QCheckBox, SPELLING.name) is not None


def test_spelling_is_said_to_be_missing_where_there_are_none(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)  # as where there is no wheel for it
    settings = opened(window)
    assert settings.findChild(QCheckBox, SPELLING.name) is None
    assert "Not available" in {label.text() for label in settings.findChildren(QLabel)}


def test_the_ring_tone_is_among_the_choices(window: MainWindow, desk: PretendDesk) -> None:
    settings = opened(window)
    segments(settings, RING.name).buttons["always"].click()
    assert desk.context.preferences.of(RING) == "always"
