"""What broke is kept on this computer, without anything of customers or secrets; and offered."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import NOW
from workstation.ui.crash.masking import masked
from workstation.ui.crash.reports import MOST, reports, take_in_fatal, write, write_error
from workstation.ui.main_window.main_window import MainWindow

SECRETS = (
    "anouk.bakker@example.com",
    "+31 6 1234 5678",
    "https://desk.example.com/v1/contacts?token=abc",
    "Bearer eyJhbGciOiJIUzI1NiJ9.e30.Zm9vYmFyYmF6",
    "password: hunter2",
    "'Mijn wasmachine lekt, ik woon Dorpsstraat 1'",
    '"Beste Anouk, hierbij"',
    "018f4c3e-7a1b-7c2d-8e3f-0123456789ab",
    "NL00BANK0123456789",
    "order 80352219",
)


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_of_a_person_is_left(secret: str) -> None:
    left = masked(f"ValueError: cannot read {secret} here")
    for word in (
        "anouk",
        "1234",
        "token=abc",
        "eyJ",
        "hunter2",
        "Dorps",
        "018f4c3e",
        "NL00",
        "8035",
    ):
        assert word.casefold() not in left.casefold()
    assert left.startswith("ValueError: cannot read")


def test_where_in_the_program_it_was_stays_without_whose_computer_it_is() -> None:
    line = '  File "/home/anouk/desk/workstation/ui/inbox/inbox_view.py", line 41, in show_view'
    assert masked(line).strip() == "ui/inbox/inbox_view.py:41, in show_view"


def broken() -> ValueError:
    try:
        try:
            raise KeyError("mail of anouk@example.com")
        except KeyError as error:
            raise ValueError("could not show 'Beste Anouk'") from error
    except ValueError as error:
        return error


def test_a_report_says_what_an_engineer_needs(tmp_path: Path) -> None:
    (tmp_path / "desk.log").write_text(
        "2026-11-22 ERROR unexpected anouk@example.com\n", encoding="utf-8"
    )
    path = write_error(tmp_path, "an error that nobody took", broken(), now=NOW)
    text = path.read_text(encoding="utf-8")
    for words in (
        "ValueError",
        "KeyError",
        "test_crash.py",
        "Python 3",
        "Qt 6",
        "ERROR unexpected",
    ):
        assert words in text
    assert "anouk" not in text.casefold()


def test_only_the_last_few_are_kept(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        write(tmp_path, f"number {number}", "", now=NOW + number * 1000)
    kept = [report.text.splitlines()[0] for report in reports(tmp_path)]
    assert kept == [f"Workstation: number {number}" for number in range(MOST + 2, 2, -1)]


DIES = """
import faulthandler, sys
from pathlib import Path
from workstation.ui.crash.guard import Guard
guard = Guard(Path(sys.argv[1]), lambda error: None)
guard.begin()
faulthandler._sigabrt()
"""


def test_a_process_that_died_leaves_a_report_for_the_next_one(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], check=False)
    assert died.returncode != 0
    assert take_in_fatal(tmp_path, now=NOW) is not None
    (report,) = reports(tmp_path)
    assert "the program died" in report.text
    assert "Abort" in report.text


CATCHES = """
import sys, threading
from pathlib import Path
from workstation.ui.crash.guard import Guard
told = []
guard = Guard(Path(sys.argv[1]), told.append)
guard.begin()
def wrong():
    raise RuntimeError("in a thread")
thread = threading.Thread(target=wrong)
thread.start()
thread.join()
sys.excepthook(ValueError, ValueError("in the window"), None)
guard.end()
print(len(told), (Path(sys.argv[1]) / "crash" / "fatal.txt").stat().st_size)
"""


def test_errors_of_threads_and_of_the_window_are_kept(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", CATCHES, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["1", "0"]
    kinds = sorted(report.text.splitlines()[0] for report in reports(tmp_path))
    assert kinds == ["Workstation: a thread that ended", "Workstation: an error that nobody took"]


def test_the_last_report_is_offered_once_looked_at_copied_and_thrown_away(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    assert threading.current_thread() is threading.main_thread()
    comforts = window.comforts
    assert comforts is not None
    write_error(desk.context.profile, "an error that nobody took", broken(), now=NOW)
    comforts.look_for_crash()
    qtbot.waitUntil(lambda: comforts.crash_bar is not None, timeout=30_000)
    assert comforts.crash_bar is not None
    QTest.mouseClick(comforts.crash_bar.show_button, Qt.MouseButton.LeftButton)
    view = comforts.crash
    assert view is not None
    qtbot.waitUntil(lambda: "ValueError" in view.text.toPlainText(), timeout=30_000)
    QTest.mouseClick(view.copy, Qt.MouseButton.LeftButton)
    assert "ValueError" in QGuiApplication.clipboard().text()
    QTest.mouseClick(view.throw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.throw.isVisible() and view.nothing.isVisible(), timeout=30_000)
    assert reports(desk.context.profile) == []
    view.close()
    comforts.look_for_crash()
    qtbot.waitUntil(desk.settled)
    assert comforts.crash_bar is None
