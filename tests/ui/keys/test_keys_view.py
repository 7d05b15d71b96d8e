"""The cheat sheet: found by typing, a new key pressed, a conflict told, kept for next time."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import ident
from workstation.ui.keys.keys_file import NAME, read_keys
from workstation.ui.keys.keys_view import KeysView
from workstation.ui.main_window.main_window import MainWindow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LONG = 30_000


def opened(qtbot: QtBot, window: MainWindow) -> KeysView:
    window.inbox.list.setFocus()
    QTest.keyClick(window.inbox.list, Qt.Key.Key_F1, CTRL)
    qtbot.waitUntil(
        lambda: window.moving.sheet is not None and window.moving.sheet.isVisible(), timeout=LONG
    )
    sheet = window.moving.sheet
    assert sheet is not None
    sheet.field.clear()
    sheet.model.look_for("")
    sheet.field.setFocus()
    return sheet


def titles(sheet: KeysView) -> list[str]:
    return [line.title for line in sheet.model.lines if line.kind == "command"]


def test_everything_is_there_and_found_by_name_or_key(qtbot: QtBot, window: MainWindow) -> None:
    sheet = opened(qtbot, window)
    assert {"Snooze", "Back to where I was", "Larger text"} <= set(titles(sheet))
    QTest.keyClicks(sheet.field, "snoze")
    assert "Snooze" in titles(sheet)
    sheet.field.clear()
    QTest.keyClicks(sheet.field, "ctrl+k")
    assert titles(sheet) == ["Search"]
    sheet.field.clear()
    QTest.keyClicks(sheet.field, "qqqqq")
    assert [line.title for line in sheet.model.lines] == ["No command is called so."]


def test_another_key_is_given_used_and_kept(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, tmp_path: Path
) -> None:
    sheet = opened(qtbot, window)
    QTest.keyClicks(sheet.field, "next contact")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.strip.state == "listening"
    QTest.keyClick(sheet.strip, Qt.Key.Key_J, CTRL | ALT)
    qtbot.waitUntil(
        lambda: read_keys(tmp_path).keymap.keys("next_contact")[0] == "Ctrl+Alt+J", timeout=LONG
    )
    assert desk.context.commands.key("next_contact") == "Ctrl Alt J"
    sheet.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    window.inbox.list.setFocus()
    QTest.keyClick(window.inbox.list, Qt.Key.Key_J, CTRL | ALT)
    qtbot.waitUntil(lambda: bool(window.open_id), timeout=LONG)
    again = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(
        lambda: desk.context.commands.keys("next_contact")[0] == "Ctrl+Alt+J", timeout=LONG
    )


def test_a_key_that_is_taken_is_told_and_swapped(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    sheet = opened(qtbot, window)
    QTest.keyClicks(sheet.field, "snooze")
    QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    while sheet.strip.words != "Snooze":
        QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    QTest.keyClick(sheet.strip, Qt.Key.Key_A, ALT)
    assert sheet.strip.state == "taken"
    assert "“Take this contact”" in sheet.strip.words
    assert sheet.focusWidget() is sheet.strip.swap
    QTest.keyClick(sheet.strip.swap, Qt.Key.Key_Escape)
    assert (sheet.isVisible(), sheet.strip.state) == (True, "idle")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    QTest.keyClick(sheet.strip, Qt.Key.Key_A, ALT)
    QTest.keyClick(sheet.strip.swap, Qt.Key.Key_Space)
    commands = desk.context.commands
    assert (commands.key("snooze"), commands.key("claim")) == ("Alt A", "Alt Z")
    QTest.mouseClick(sheet.strip.reset_all, Qt.MouseButton.LeftButton)
    assert (commands.key("snooze"), commands.key("claim")) == ("Alt Z", "Alt A")


def test_keys_for_typing_are_refused_and_escape_leaves_it(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    sheet = opened(qtbot, window)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    QTest.keyClick(sheet.strip, Qt.Key.Key_Tab)
    assert "needed for typing" in sheet.strip.words
    QTest.keyClick(sheet.strip, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.strip.state == "idle"
    assert desk.context.commands.keymap is None
    assert sheet.focusWidget() is sheet.field


def test_shown_keys_follow(qtbot: QtBot, window: MainWindow, desk: PretendDesk) -> None:
    window.open_contact(ident(1), caret=False)
    qtbot.waitUntil(lambda: window.area.contact is not None and bool(window.area.contact.head))
    assert window.moving.keys is not None
    from workstation.ui.keys.keymap import Keymap

    window.moving.keys.choose(
        Keymap().give("search", "Ctrl+Alt+J").give("back", "Ctrl+Alt+Shift+J")
    )
    assert window.top_bar.search.toolTip().endswith("Ctrl Alt J")
    assert window.top_bar.back.toolTip().endswith("Ctrl Alt Shift J")


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot, desk: PretendDesk, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text("claim = ", encoding="utf-8")
    said: list[str] = []
    desk.context.news.notice.connect(lambda words, _tone: said.append(words))
    window = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(
        lambda: any("keys.toml cannot be read" in words for words in said), timeout=LONG
    )
    assert desk.context.commands.key("claim") == "Alt A"


def test_the_model_is_sound(qtbot: QtBot, window: MainWindow) -> None:
    sheet = opened(qtbot, window)
    QAbstractItemModelTester(
        sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal, sheet
    )
    for text in ("s", "zzz", ""):
        sheet.model.look_for(text)
