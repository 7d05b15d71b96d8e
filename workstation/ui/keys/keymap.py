"""Which keys do what: those of the table, but for what a person chose. In one place no key means
two things; the window of a picture is a place of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from workstation.ui.command import Command
from workstation.ui.commands import LIST_KEYS, NAMED, PLACES, TABLE

Keys = tuple[str, ...]
Wrong = Literal["unknown_command", "not_a_key", "taken", "reserved", "typing"]

RESERVED: Final = frozenset({
    "Tab", "Shift+Tab", "Esc", "Return", "Enter", "Space", "Up", "Down", "Left", "Right",
    "Backspace", "Del", "Home", "End", "PgUp", "PgDown", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X",
    "Ctrl+Y", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Backspace", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home",
    "Ctrl+End",
})  # fmt: skip
"""Keys by which one moves, types and edits text: they keep their meaning."""
KEPT_ANYWHERE: Final = frozenset({"Tab", "Shift+Tab", "Esc", "Return", "Enter", "Space"})
"""Where nobody types, these are left to move to a button, press it, and leave."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something that was chosen does not count. `other` is the command that has the key."""

    what: Wrong
    command: str
    key: str = ""
    other: str = ""


class Keymap:
    """What was chosen lies over the table; the table stays as it is."""

    def __init__(self, chosen: Mapping[str, Keys] | None = None) -> None:
        """Raises nothing: what makes no sense is left out and told by `problems`."""
        self.problems: list[Problem] = []
        self._chosen: dict[str, Keys] = {}
        for command, keys in (chosen or {}).items():
            if command not in NAMED:
                self.problems.append(Problem("unknown_command", command))
                continue
            good = [key for key in map(normal, keys) if self._sound(command, key)]
            if good or not keys:
                self._chosen[command] = tuple(dict.fromkeys(good))
        self._drop_conflicts()

    @property
    def chosen(self) -> dict[str, Keys]:
        """What differs from the table."""
        return dict(self._chosen)

    def keys(self, command: str) -> Keys:
        """The keys of a command; the first is the one that is shown."""
        return self._chosen.get(command, NAMED[command].keys)

    def changed(self, command: str) -> bool:
        return command in self._chosen

    def holder(self, key: str, beside: str) -> str:
        """The command that has the key in the place of the command `beside`, or ""."""
        wanted = normal(key)
        for command in place_of(beside):
            if wanted in map(normal, self.keys(command.name)):
                return command.name
        return ""

    def trouble(self, command: str, key: str) -> Problem | None:
        """Why the key cannot be given to the command as things are."""
        key = normal(key)
        if not key:
            return Problem("not_a_key", command, key)
        if is_reserved(command, key):
            return Problem("reserved", command, key)
        other = self.holder(key, command)
        if other and other != command:
            return Problem("taken", command, key, other)
        return None

    def give(self, command: str, key: str) -> "Keymap":
        """With the key as the first of the command's; whoever had it has it no more."""
        key = normal(key)
        chosen = self.chosen
        other = self.holder(key, command)
        if other and other != command:
            chosen[other] = tuple(one for one in self.keys(other) if normal(one) != key)
        kept = [one for one in self.keys(command)[1:] if normal(one) != key]
        chosen[command] = (key, *kept)
        return Keymap(_differing(chosen))

    def swap(self, command: str, key: str) -> "Keymap":
        """With the key given to the command, and its first one to whoever had this."""
        other = self.holder(key, command)
        mine = self.keys(command)[:1]
        given = self.give(command, key)
        if not other or other == command or not mine:
            return given
        chosen = given.chosen
        chosen[other] = (*mine, *given.keys(other))
        return Keymap(_differing(chosen))

    def take(self, command: str) -> "Keymap":
        """Without any key for the command."""
        return Keymap(_differing({**self._chosen, command: ()}))

    def reset(self, command: str) -> "Keymap":
        """As in the table; a key of it that another command was given stays with that one."""
        chosen = {name: keys for name, keys in self._chosen.items() if name != command}
        mine = {normal(key) for key in NAMED[command].keys}
        here = {one.name for one in place_of(command)}
        for name, keys in [(name, keys) for name, keys in chosen.items() if name in here]:
            left = tuple(key for key in keys if normal(key) not in mine)
            if left != keys:
                if left:
                    chosen[name] = left
                else:
                    del chosen[name]
        return Keymap(_differing(chosen))

    # inside

    def _sound(self, command: str, key: str) -> bool:
        if not key:
            self.problems.append(Problem("not_a_key", command))
            return False
        mine = key in map(normal, NAMED[command].keys)
        if is_reserved(command, key) and not mine:
            self.problems.append(Problem("reserved", command, key))
            return False
        return True

    def _drop_conflicts(self) -> None:
        """A key that was chosen twice is the first one's; over the table, what was chosen wins."""
        for place in PLACES:
            taken: dict[str, str] = {}
            names = {entry.name for entry in place}
            for command in [name for name in self._chosen if name in names]:
                kept = []
                for key in self._chosen[command]:
                    if key in taken:
                        self.problems.append(Problem("taken", command, key, taken[key]))
                    else:
                        taken[key] = command
                        kept.append(key)
                self._chosen[command] = tuple(kept)
            for entry in place if taken else ():
                if entry.name not in self._chosen:
                    left = tuple(key for key in entry.keys if normal(key) not in taken)
                    if left != entry.keys:
                        self._chosen[entry.name] = left


def place_of(command: str) -> tuple[Command, ...]:
    """The commands among which a key means one thing only."""
    return next(place for place in PLACES if any(one.name == command for one in place))


def is_reserved(command: str, key: str) -> bool:
    """Whether the key is needed where the command works."""
    if place_of(command) is TABLE:
        return key in LIST_KEYS or key in RESERVED
    return key in KEPT_ANYWHERE


@cache
def normal(key: str) -> str:
    """A key as it is written in files: "Ctrl+Shift+K"; "" when it is none, or more than one."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1:
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def pressed(key: int, modifiers: Qt.KeyboardModifier) -> str:
    """The key that was pressed, as it is written in files; "" while only Ctrl or the like is."""
    if key in (
        Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown, 0,
    ):  # fmt: skip
        return ""
    kept = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z
    if not letter and key < 0x0100_0000 and kept == Qt.KeyboardModifier.ShiftModifier:
        kept = Qt.KeyboardModifier.NoModifier  # "?" is Shift and another key on every keyboard
    combination = QKeyCombination(kept, Qt.Key(key))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


def _differing(chosen: Mapping[str, Iterable[str]]) -> dict[str, Keys]:
    return {
        command: tuple(keys)
        for command, keys in chosen.items()
        if command in NAMED and tuple(keys) != NAMED[command].keys
    }
