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


def test_a_link_is_handed_over_and_the_first_comes_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.first()
    first.listen()
    asked: list[str] = []
    called: list[bool] = []
    first.asked.connect(asked.append)
    first.called.connect(lambda: called.append(True))
    link = "workstation://contact/01a20145-ed41-7001-ab14-b36c3e98fe7b"
    for said in (link, "any\nthing\n at all", "x" * 100_000):
        process = subprocess.Popen([sys.executable, "-c", ASK, str(tmp_path), said])
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)  # noqa: B023
        assert process.returncode == 0
    assert asked[:2] == [link, "any thing at all"]
    assert len(asked[2]) < 2_000
    assert len(called) == 3
    first.release()


ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from workstation.ui.single_instance import SingleInstance
app = QCoreApplication([])
sys.exit(0 if SingleInstance(Path(sys.argv[1])).call_first(sys.argv[2]) else 1)
"""
