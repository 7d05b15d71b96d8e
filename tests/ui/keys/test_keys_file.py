"""The file of keys: written so that a person can read it, and read whatever a person wrote."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from workstation.ui.commands import TABLE
from workstation.ui.keys.keymap import Keymap
from workstation.ui.keys.keys_file import ASIDE, NAME, read_keys, write_keys


def test_without_a_file_nothing_was_chosen(tmp_path: Path) -> None:
    found = read_keys(tmp_path)
    assert (found.keymap.chosen, found.unreadable) == ({}, False)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    chosen = Keymap().give("snooze", "Ctrl+Alt+J").swap("claim", "Alt+T").take("sync").chosen
    write_keys(tmp_path, chosen)
    assert read_keys(tmp_path).keymap.chosen == chosen
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    assert 'snooze = ["Ctrl+Alt+J", "Z"]  # Snooze' in text
    assert text.count("\n# ") >= len(TABLE) - len(chosen), "the others stand there as remarks"
    write_keys(tmp_path, {})
    assert read_keys(tmp_path).keymap.chosen == {}


@pytest.mark.parametrize("text", ["claim = ", "claim = 7", "\x00", "[claim]\nx = 1", "a" * 200_000])
def test_what_makes_no_sense_falls_back_and_is_kept(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    found = read_keys(tmp_path)
    assert found.unreadable
    assert found.keymap.chosen == {}
    write_keys(tmp_path, {"snooze": ("Ctrl+Alt+J",)})
    assert (tmp_path / ASIDE).read_text(encoding="utf-8") == text
    assert read_keys(tmp_path).keymap.keys("snooze") == ("Ctrl+Alt+J",)


def test_a_wrong_line_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('claim = ["Ctrl+Alt+J"]\ndance = ["F7"]\nsnooze = ["Hop"]\n')
    found = read_keys(tmp_path)
    assert not found.unreadable
    assert found.keymap.keys("claim") == ("Ctrl+Alt+J",)
    assert {problem.what for problem in found.keymap.problems} == {"unknown_command", "not_a_key"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_may_stand_there(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    read_keys(tmp_path)
