"""A card above the composer: what a colleague wrote, and what can be done about it."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workstation.ui.contact.key_button import KeyButton
from workstation.ui.emptied import emptied
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line

CardTone = Literal["quiet", "warn"]

FACE: Final = 26
SIDE: Final = 16
BELOW: Final = 8
"""Pixels left free beside and below the card."""
SHOWN: Final = 280
"""Characters of a text that are shown; the whole is in the conversation, or comes with its use."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it is called in the program, and on the screen."""

    name: str
    title: str
    primary: bool = False
    key: str = ""


class ColleagueCard(QWidget):
    """Hidden while it has nothing to say, and heard by a screen reader when it has. Escape within
    it is its last choice."""

    chosen = Signal(str)
    """The name of a choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: CardTone = "quiet"
        self._name = ""
        self.buttons: dict[str, KeyButton] = {}
        self._title = QLabel(self)
        self._title.setFont(font(12, STRONG))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.setContentsMargins(0, 4, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SIDE + 12 + FACE + 10, 9, SIDE + 12, 10 + BELOW)
        layout.addLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def said(self) -> tuple[str, str]:
        """The title and the text; both empty while it is hidden."""
        return ("", "") if self.isHidden() else (self._title.text(), self._text.text())

    def say(
        self, name: str, title: str, text: str, *choices: Choice, tone: CardTone = "quiet"
    ) -> None:
        """Show it, with the face of who is called `name`."""
        self._name, self._tone = name, tone
        shown = harmless_line(text[: 2 * SHOWN])
        if len(shown) > SHOWN:
            shown = shown[: SHOWN - 1].rstrip() + "…"
        self._title.setText(title)
        self._text.setText(shown)
        self._text.setVisible(bool(shown))
        self._offer(choices)
        words = f"{title} {shown}".strip()
        if self.accessibleName() != words or self.isHidden():
            self.setAccessibleName(words)
            self.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        self.hide()
        self.setAccessibleName("")

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        if [choice.name for choice in choices] == list(self.buttons):
            return
        emptied(self._row)
        self.buttons = {}
        for choice in choices:
            button = KeyButton(
                self._theme, choice.title, choice.key, primary=choice.primary, parent=self
            )
            button.setObjectName(choice.name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=choice.name: self.chosen.emit(name))
            self._row.addWidget(button)
            self.buttons[choice.name] = button
        self._row.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.buttons:
            self.chosen.emit(list(self.buttons)[-1])
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        warn = self._tone == "warn"
        painter.setPen(QPen(self._theme.color("warn" if warn else "line"), 1))
        painter.setBrush(self._theme.color("warn_soft" if warn else "surface"))
        box = QRectF(self.rect()).adjusted(SIDE + 0.5, 0.5, -SIDE - 0.5, -BELOW - 0.5)
        painter.drawRoundedRect(box, 9, 9)
        paint_avatar(painter, self._name, SIDE + 12, 10, FACE)
