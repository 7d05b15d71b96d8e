"""The table of commands at work in one window: its keys, its menus, what is grey."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workstation.ui.command import Listed, Situation, When, always
from workstation.ui.commands import BY_NAME, NAMED, TABLE

if TYPE_CHECKING:
    from workstation.ui.keys.keymap import Keymap


class Commands(QObject):
    """An action for each command, that does what a screen says."""

    situation_changed = Signal()
    allowed_changed = Signal()
    """There is something to do for a command, or nothing any more."""
    keys_changed = Signal()
    """Some commands have other keys now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handlers: dict[str, Callable[[], None]] = {}
        self._for_many: dict[str, tuple[Callable[[], None], When]] = {}
        self._actions: dict[str, QAction] = {}
        self._listed = Listed()
        self.situation = Situation()
        self._keymap: Keymap | None = None
        self._forbidden: set[str] = set()

    def install(self, window: QWidget) -> None:
        """Make the keys work in `window`."""
        for command in TABLE:
            action = QAction(self.title(command.name), window)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(key) for key in self.keys(command.name)])
            action.triggered.connect(lambda _=False, name=command.name: self.run(name))
            window.addAction(action)
            self._actions[command.name] = action
        self._settle()

    def handle(self, name: str, what: Callable[[], None]) -> None:
        """Say what happens when somebody chooses the command."""
        if name not in BY_NAME:
            raise KeyError(name)
        self._handlers[name] = what
        self._settle()

    def handle_many(self, name: str, what: Callable[[], None], when: When = always) -> None:
        """Say what happens instead while several contacts are selected."""
        if name not in BY_NAME:
            raise KeyError(name)
        self._for_many[name] = (what, when)
        self._settle()

    def list_stands(self, listed: Listed) -> None:
        """The list of contacts is different, or what is selected of it."""
        self._listed = listed
        self.look_at(self.situation)

    def look_at(self, situation: Situation) -> None:
        """Another contact is on the screen, or it changed; of the list itself `list_stands` is
        told."""
        situation = replace(situation, listed=self._listed)
        if situation != self.situation:
            self.situation = situation
            self._settle()
            self.situation_changed.emit()

    def allow(self, name: str, allowed: bool) -> None:
        """Whether there is anything to do for a command that makes sense."""
        if allowed == (name in self._forbidden):
            (self._forbidden.discard if allowed else self._forbidden.add)(name)
            self._settle()
            self.allowed_changed.emit()

    def enabled(self, name: str) -> bool:
        if name in self._forbidden:
            return False
        many = self._instead(name)
        return self.enabled_here(name) if many is None else many[1](self.situation)

    def enabled_here(self, name: str) -> bool:
        """The same for the contact that is open, whatever is selected in the list."""
        return name in self._handlers and BY_NAME[name].when(self.situation)

    def run_here(self, name: str) -> None:
        """Do it with the contact that is open."""
        if self.enabled_here(name):
            self._handlers[name]()

    def run(self, name: str) -> None:
        if self.enabled(name):
            many = self._instead(name)
            (self._handlers[name] if many is None else many[0])()

    def action(self, name: str) -> QAction:
        """For menus: shows its key and is grey when it makes no sense."""
        return self._actions[name]

    @staticmethod
    def names() -> tuple[str, ...]:
        """Of every command of the desk's window."""
        return tuple(BY_NAME)

    @staticmethod
    def title(name: str) -> str:
        """What the command is called, in the desk's language."""
        return QCoreApplication.translate("commands", NAMED[name].title)

    @staticmethod
    def icon(name: str) -> str:
        return NAMED[name].icon

    @property
    def keymap(self) -> "Keymap | None":
        """What a person chose, if they chose anything."""
        return self._keymap

    def wear(self, keymap: "Keymap") -> None:
        """From now on these keys do what it says."""
        self._keymap = keymap
        for name, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in self.keys(name)])
        self.keys_changed.emit()

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys as files have them; the first is the one that is shown."""
        return NAMED[name].keys if self._keymap is None else self._keymap.keys(name)

    def key(self, name: str) -> str:
        """The key as this system writes it, or ""."""
        keys = self.keys(name)
        return shown_key(keys[0]) if keys else ""

    def tooltip(self, name: str) -> str:
        """Title and key, for a button that shows an icon only."""
        key = self.key(name)
        return f"{self.title(name)}  ·  {key}" if key else self.title(name)

    def _instead(self, name: str) -> tuple[Callable[[], None], When] | None:
        return self._for_many.get(name) if self._listed.marked else None

    def _settle(self) -> None:
        for name, action in self._actions.items():
            action.setEnabled(self.enabled(name))


def shown_key(key: str) -> str:
    """A key sequence in this system's own words, arrows and Enter as signs."""
    signs = (
        ("Return", "↵"), ("Enter", "↵"), ("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→"),
    )  # fmt: skip
    last = key.rpartition("+")[2]
    for word, sign in signs:
        if last == word:
            # Qt writes these out in the system's language, as long as "Alt+Pijl omlaag".
            start = QKeySequence(key.removesuffix(word) + "X")
            text = start.toString(QKeySequence.SequenceFormat.NativeText)
            return text.removesuffix("X").replace("+", " ") + sign
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    if text.endswith("++"):
        return text.removesuffix("++").replace("+", " ") + " +"
    return text.replace("+", " ")
