"""The keys of the field: what sends, what is a new line, what walks to the next place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workstation.ui.command_actions import Commands
from workstation.ui.composer.suggesting.suggesting import Suggesting
from workstation.ui.composer.text_box import TextBox

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SENDS: Final = ("send", "send_and_snooze", "send_and_wrap_up")
"""Commands whose keys the field listens to itself: it would take them for a new line."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the keys do. Those that answer say whether they did anything."""

    send: Callable[[str], None]
    """With the name of a command of `SENDS`."""
    sends_with_enter: Callable[[], bool]
    escape: Callable[[], bool]
    next_place: Callable[[], bool]
    undo: Callable[[], bool]


class ComposerKeys(QObject):
    """Listens to a text box, first for the list of suggestions."""

    def __init__(
        self, text: TextBox, commands: Commands, suggesting: Suggesting, deeds: Deeds
    ) -> None:
        super().__init__(text)
        self._text = text
        self._commands = commands
        self._suggesting = suggesting
        self._deeds = deeds
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        return self._suggesting.key(event) or self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        for name in SENDS:
            if any(_is(event, bare, key) for key in self._commands.keys(name)):
                self._deeds.send(name)
                return True
        if event.key() in _ENTER:
            if bare == Qt.KeyboardModifier.ShiftModifier:
                self._text.textCursor().insertBlock()
                self._text.ensureCursorVisible()
                return True
            if bare == Qt.KeyboardModifier.NoModifier and self._deeds.sends_with_enter():
                self._deeds.send("send")
                return True
        if event.key() == Qt.Key.Key_Escape:
            return self._deeds.escape()
        if event.key() == Qt.Key.Key_Tab and bare == Qt.KeyboardModifier.NoModifier:
            return self._deeds.next_place()
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self._text.document().isUndoAvailable() and self._deeds.undo()
        return False


def _is(event: QKeyEvent, bare: Qt.KeyboardModifier, key: str) -> bool:
    """Whether the event is this key, the Enter of the number block like the other one."""
    wanted = QKeySequence(key)
    pressed = [event.key()] if event.key() not in _ENTER else list(_ENTER)
    return any(wanted == QKeySequence(QKeyCombination(bare, Qt.Key(one))) for one in pressed)
