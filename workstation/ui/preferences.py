"""What a person chose for their own desk: kept with the profile, told at once to who listens.

A preference is a name, what it is until somebody chooses, and what it may be:

    if context.preferences.of(SEND_KEY) == "enter": ...
    context.preferences.choose(UNDO_SECONDS, 10)
    context.preferences.changed.connect(...)   # with the name of what is different
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from workstation.ui.theme.theme import Choice

Value = TypeVar("Value", str, int, bool)


@dataclass(frozen=True, slots=True)
class Preference(Generic[Value]):
    """`name` is its key in the file; what the file says and `allows` does not, is not heard."""

    name: str
    default: Value
    allows: Callable[[Value], bool]


def _one_of(*values: str) -> Callable[[str], bool]:
    return lambda value: value in values


def _between(least: int, most: int) -> Callable[[int], bool]:
    return lambda value: least <= value <= most


def _either(_: bool) -> bool:
    return True


SendKey = Literal["ctrl_enter", "enter"]

LANGUAGE: Final = Preference("language", "", _one_of("", "en", "nl"))
"""Empty: as the system."""
LOOK: Final[Preference[str]] = Preference("look", "system", _one_of("system", "light", "dark"))
TEXT_SIZE: Final = Preference("text_size", 100, _between(90, 160))
"""Percent."""
SEND_KEY: Final = Preference("send_key", "ctrl_enter", _one_of("ctrl_enter", "enter"))
"""What sends: Ctrl+Enter (Enter is a new line), or Enter (Shift+Enter is a new line)."""
UNDO_SECONDS: Final = Preference("undo_seconds", 5, _between(0, 30))
"""How long a reply waits for second thoughts; 0: it leaves at once."""
SPELLING: Final = Preference("spelling", True, _either)
"""Whether words that no dictionary knows are underlined."""


class Preferences(QObject):
    """Reads and writes the profile's file. Without one, it remembers for as long as it lives."""

    changed = Signal(str)
    """The name of a preference that is different now."""

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known: dict[str, object] = {}

    def of(self, preference: Preference[Value]) -> Value:
        """What was chosen, or what it is until somebody chooses."""
        if preference.name not in self._known:
            self._known[preference.name] = self._read(preference)
        found = self._known[preference.name]
        return found if isinstance(found, type(preference.default)) else preference.default

    def choose(self, preference: Preference[Value], value: Value) -> None:
        """From now on. Raises ValueError for what it cannot be."""
        if not preference.allows(value):
            raise ValueError(f"{preference.name} cannot be {value!r}")
        if self.of(preference) == value:
            return
        self._known[preference.name] = value
        if self._settings is not None:
            self._settings.setValue(preference.name, value)
        self.changed.emit(preference.name)

    def look(self) -> Choice:
        found = self.of(LOOK)
        return "light" if found == "light" else "dark" if found == "dark" else "system"

    def _read(self, preference: Preference[Value]) -> Value:
        """The file holds text only, and anybody can write in it."""
        default = preference.default
        if self._settings is None:
            return default
        found = self._settings.value(preference.name)
        value: object = None
        if isinstance(default, bool):
            value = {"true": True, "false": False}.get(str(found).lower())
        elif isinstance(default, int):
            digits = str(found)
            value = int(digits) if digits.isascii() and digits.isdigit() else None
        elif isinstance(found, str):
            value = found
        if isinstance(value, type(default)) and preference.allows(value):
            return value
        return default
