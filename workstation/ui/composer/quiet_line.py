"""One line under the text: what will be done besides sending, with a cross that forgets it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from workstation.ui.contact.key_button import IconButton
from workstation.ui.theme.fonts import font
from workstation.ui.theme.theme import Theme


class QuietLine(QWidget):
    """Hidden while it has nothing to say."""

    forgotten = Signal()
    """The person does not want it."""

    def __init__(self, theme: Theme, forget: str, parent: QWidget | None = None) -> None:
        """`forget` names the cross."""
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setFont(font(12))
        self._words.setProperty("look", "muted")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cross = IconButton(theme, "close", forget, parent=self, small=True)
        self._cross.clicked.connect(self.forgotten)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        row.addWidget(self._cross)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def say(self, text: str) -> None:
        if text != self._words.text():
            self._words.setText(text)
            self._words.setToolTip(text)
            self.setAccessibleName(text)
        self.setVisible(bool(text))
