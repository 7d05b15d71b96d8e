"""Two windows of one profile: the second brings the first forward; a killed one is no obstacle."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from workstation.ui.single_instance import SingleInstance

HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from workstation.ui.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
assert instance.first()
instance.listen()
instance.called.connect(lambda: print("called", flush=True))
print("ready", flush=True)
app.exec()
"""


def holder(profile: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(profile)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_the_second_brings_the_first_forward(qtbot: QtBot, tmp_path: Path) -> None:
    process = holder(tmp_path)
    try:
        second = SingleInstance(tmp_path)
        assert not second.first()
        assert second.call_first()
        assert process.stdout is not None
        assert process.stdout.readline() == "called\n"
    finally:
        process.kill()
        process.wait()


def test_after_a_kill_the_next_one_is_first_and_can_be_called(qtbot: QtBot, tmp_path: Path) -> None:
    process = holder(tmp_path)
    process.kill()
    process.wait()
    again = holder(tmp_path)
    try:
        second = SingleInstance(tmp_path)
        assert not second.first()
        assert second.call_first()
    finally:
        again.kill()
        again.wait()


def test_other_profiles_are_others(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.first()
    assert other.first()
    one.release()
    other.release()
