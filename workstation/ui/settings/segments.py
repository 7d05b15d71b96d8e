"""A few choices side by side, of which one holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QWidget):
    """Arrows move between them, as in any group of choices."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: dict[str, str], now: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for value, words in choices.items():
            button = _Segment(words, self)
            button.setAccessibleName(f"{name}: {words}")
            button.setChecked(value == now)
            button.clicked.connect(lambda _=False, one=value: self.chosen.emit(one))
            self._group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)

    def show_choice(self, value: str) -> None:
        if value in self.buttons:
            self.buttons[value].setChecked(True)


class _Segment(QPushButton):
    def __init__(self, words: str, parent: Segments) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("look", "segment")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; an arrow goes to the next and chooses it."""
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
        }.get(Qt.Key(event.key()))  # fmt: skip
        group = self.group()
        if steps is None or group is None:
            super().keyPressEvent(event)
            return
        buttons = group.buttons()
        at = max(0, min(buttons.index(self) + steps, len(buttons) - 1))
        buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        buttons[at].click()
