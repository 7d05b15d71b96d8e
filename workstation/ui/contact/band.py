"""A clear band with a sentence: why something did not happen, there where it happened."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from workstation.ui.contact.key_button import IconButton
from workstation.ui.icons import picture
from workstation.ui.theme.theme import Theme

BandTone = Literal["bad", "warn", "note"]


class Band(QWidget):
    """Hidden while it has nothing to say, and heard by a screen reader when it has; Escape or the
    cross dismisses it."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: BandTone = "bad"
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = IconButton(theme, "close", self.tr("Dismiss"), parent=self, small=True)
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(38, 6, 8, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text() if not self.isHidden() else ""

    def say(self, text: str, tone: BandTone = "bad") -> None:
        self._tone = tone
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def dismiss(self) -> None:
        if not self.isHidden():
            self.say("")
            self.dismissed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft = {"bad": "bad_soft", "warn": "warn_soft", "note": "sunken"}[self._tone]
        ink = {"bad": "bad", "warn": "warn", "note": "muted"}[self._tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(soft))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        sign = "info" if self._tone == "note" else "warning"
        drawn = picture(sign, getattr(self._theme.tokens, ink), 16, self.devicePixelRatioF())
        painter.drawPixmap(13, 10, drawn)
