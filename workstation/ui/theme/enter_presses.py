"""Enter presses the button that has the keyboard, on every system.

Qt leaves that to each system: with some Enter presses what is focused, with others it does nothing
in a window, and in a dialog it presses the button that stands out, though another one is focused.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOICES: Final = (QCheckBox, QRadioButton)
"""Enter ends the form that they stand in, as in any field."""


class EnterPresses(QObject):
    """Looks at the keys of one button at a time, while it has the keyboard: a filter over the whole
    application would cost something at every event."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._look)

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QAbstractButton) and not isinstance(now, _CHOICES):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            watched.removeEventFilter(self)
        elif isinstance(event, QKeyEvent) and _is_plain_enter(event):
            # As the space bar, which every kind of button knows: also one that opens a menu.
            space = QKeyEvent(
                event.type(),
                Qt.Key.Key_Space,
                Qt.KeyboardModifier.NoModifier,
                " ",
                event.isAutoRepeat(),
            )
            QApplication.sendEvent(watched, space)
            return True
        return super().eventFilter(watched, event)


def _is_plain_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (
        event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        and event.key() in _ENTER
        and held == Qt.KeyboardModifier.NoModifier
    )
