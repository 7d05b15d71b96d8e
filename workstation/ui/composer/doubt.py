"""A question before something is sent that looks meant for somebody else: two answers, the safe
one first."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from workstation.ui.icons import picture
from workstation.ui.theme.theme import Theme


class Doubt(QWidget):
    """Hidden until it asks; Escape goes back to the text."""

    safe = Signal()
    anyway = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.safe_button = QPushButton(self)
        self.safe_button.setProperty("look", "primary")
        self.safe_button.clicked.connect(self._safe)
        self.anyway_button = QPushButton(self)
        self.anyway_button.clicked.connect(self._anyway)
        row = QHBoxLayout(self)
        row.setContentsMargins(38, 7, 8, 7)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.safe_button)
        row.addWidget(self.anyway_button)
        self.setTabOrder(self.safe_button, self.anyway_button)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text() if not self.isHidden() else ""

    def ask(self, question: str, *, safe: str, anyway: str) -> None:
        self._label.setText(question)
        self.safe_button.setText(safe)
        self.anyway_button.setText(anyway)
        self.setAccessibleName(question)
        self.show()
        self.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _safe(self) -> None:
        self.hide()
        self.safe.emit()

    def _anyway(self) -> None:
        self.hide()
        self.anyway.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("warn_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        drawn = picture("warning", self._theme.tokens.warn, 16, self.devicePixelRatioF())
        painter.drawPixmap(13, (self.height() - 16) // 2, drawn)
