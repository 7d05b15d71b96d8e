"""Keys that a person chose: whatever they choose, no key means two things."""

from collections import Counter

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from workstation.ui.commands import LIST_KEYS, NAMED, PLACES, TABLE
from workstation.ui.keys.keymap import KEPT_ANYWHERE, RESERVED, Keymap, normal, pressed

KEYS = st.sampled_from(
    [
        "Ctrl+Alt+J",
        "Alt+A",
        "Ctrl+K",
        "/",
        "F9",
        "J",
        "Ctrl+1",
        "Tab",
        "Ctrl+Shift+J",
        "Nothing",
        "",
    ]
)
NAMES = st.sampled_from([command.name for place in PLACES for command in place[:12]])


def every_key(keymap: Keymap) -> list[str]:
    return [normal(key) for name in NAMED for key in keymap.keys(name)]


def own_keys() -> set[str]:
    return {normal(key) for command in NAMED.values() for key in command.keys}


def sound(keymap: Keymap) -> None:
    for place in PLACES:
        there = [normal(key) for command in place for key in keymap.keys(command.name)]
        assert [key for key, times in Counter(there).items() if times > 1] == []
        assert all(there)
        assert not set(there) & KEPT_ANYWHERE - own_keys()
    keys = [normal(key) for command in TABLE for key in keymap.keys(command.name)]
    assert not set(keys) & set(LIST_KEYS)
    own = {normal(key) for command in TABLE for key in command.keys}
    assert not (set(keys) - own) & RESERVED


def test_without_a_choice_it_is_the_table() -> None:
    assert Keymap().chosen == {}
    assert all(Keymap().keys(command.name) == command.keys for command in TABLE)
    sound(Keymap())


def test_a_free_key_is_given_and_shown_first() -> None:
    given_ = Keymap().give("snooze", "Ctrl+Alt+J")
    assert given_.keys("snooze") == ("Ctrl+Alt+J", "Z")
    assert given_.chosen == {"snooze": ("Ctrl+Alt+J", "Z")}
    assert given_.reset("snooze").chosen == {}


def test_a_taken_key_is_told_and_swapped_or_taken_over() -> None:
    problem = Keymap().trouble("snooze", "Alt+A")
    assert problem is not None
    assert (problem.what, problem.other) == ("taken", "claim")
    swapped = Keymap().swap("snooze", "Alt+A")
    assert (swapped.keys("snooze"), swapped.keys("claim")) == (("Alt+A", "Z"), ("Alt+Z",))
    taken = Keymap().give("snooze", "Alt+A")
    assert (taken.keys("snooze"), taken.keys("claim")) == (("Alt+A", "Z"), ())
    assert taken.give("snooze", "Ctrl+Alt+J").reset("claim").keys("claim") == ("Alt+A",)


@pytest.mark.parametrize("key", ["Ctrl+1", "Tab", "Return", "Ctrl+C", "Up"])
def test_keys_for_typing_stay(key: str) -> None:
    problem = Keymap().trouble("snooze", key)
    assert problem is not None
    assert problem.what == "reserved"


def test_a_picture_has_keys_of_its_own() -> None:
    assert Keymap().trouble("picture_fit", "Alt+A") is None, "it takes a contact elsewhere"
    assert Keymap().trouble("picture_fit", "Up") is None, "nobody types there"
    both = Keymap().give("picture_fit", "Alt+A")
    assert (both.keys("picture_fit")[0], both.keys("claim")[0]) == ("Alt+A", "Alt+A")
    problem = Keymap().trouble("picture_fit", "R")
    assert problem is not None
    assert (problem.what, problem.other) == ("taken", "picture_turn_right")
    swapped = Keymap().swap("picture_fit", "R")
    assert swapped.keys("picture_fit") == ("R", "F")
    assert swapped.keys("picture_turn_right") == ("0",)
    assert swapped.keys("reply") == Keymap().keys("reply")
    assert Keymap(swapped.chosen).chosen == swapped.chosen
    for key in ("Esc", "Tab", "Space"):
        kept = Keymap().trouble("picture_fit", key)
        assert kept is not None
        assert kept.what == "reserved"


@given(st.dictionaries(NAMES | st.just("no such"), st.lists(KEYS, max_size=3).map(tuple)))
def test_whatever_a_file_says(chosen: dict[str, tuple[str, ...]]) -> None:
    keymap = Keymap(chosen)
    sound(keymap)
    assert Keymap(keymap.chosen).chosen == keymap.chosen, "written and read it is the same"
    if "no such" in chosen:
        assert "no such" in {problem.command for problem in keymap.problems}


@given(
    st.lists(
        st.tuples(st.sampled_from(["give", "swap", "take", "reset"]), NAMES, KEYS), max_size=12
    )
)
def test_whatever_a_person_does(deeds: list[tuple[str, str, str]]) -> None:
    keymap = Keymap()
    for deed, name, key in deeds:
        problem = keymap.trouble(name, key)
        if deed == "take":
            keymap = keymap.take(name)
        elif deed == "reset":
            keymap = keymap.reset(name)
            assert set(keymap.keys(name)) <= set(NAMED[name].keys)
        elif problem is None or problem.what == "taken":
            before = [every_key(keymap)]
            keymap = keymap.give(name, key) if deed == "give" else keymap.swap(name, key)
            assert normal(keymap.keys(name)[0]) == normal(key)
            if deed == "swap" and problem is not None:
                assert sorted(every_key(keymap)) == sorted(before[0])
        sound(keymap)
        assert not keymap.problems


@pytest.mark.parametrize(
    ("key", "modifiers", "written"),
    [
        (
            Qt.Key.Key_J,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
            "Ctrl+Alt+J",
        ),
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "J"),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier, "Shift+J"),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?"),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier, "Shift+F7"),
        (Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5"),
        (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier, ""),
    ],
)
def test_a_pressed_key(key: Qt.Key, modifiers: Qt.KeyboardModifier, written: str) -> None:
    assert pressed(key, modifiers) == written
    assert normal(written) == written
    assert not written or QKeySequence(written).count() == 1
