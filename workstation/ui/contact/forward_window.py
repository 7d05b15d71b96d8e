"""What is said with a message that is passed on."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.command_actions import shown_key
from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import MEDIUM, STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless
from workstation.ui.words import translate

MOST_LINES = 5


class ForwardWindow(QDialog):
    """Shows the message, asks for a few words, and says with `passed_on` what they are."""

    passed_on = Signal(str)

    def __init__(
        self,
        context: DeskContext,
        *,
        to: str,
        hands_over: bool,
        who: str,
        said: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("forward")
        title = translate("contact", "Pass on to {name}").format(name=to)
        self.setWindowTitle(title)
        heading = QLabel(title, self)
        heading.setFont(font(15, STRONG))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        explained = QLabel(
            translate("contact", "The contact goes to this team; your note stays with it.")
            if hands_over
            else translate(
                "contact",
                "They get a note that leads to this message. The contact stays where it is.",
            ),
            self,
        )
        explained.setProperty("look", "muted")
        explained.setWordWrap(True)
        self.text = _Words(self)
        self.text.done.connect(self.accept)
        self.text.setPlaceholderText(translate("contact", "What should they know, or do?"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.text.setTabChangesFocus(True)
        self.text.setProperty("look", "note")
        self.text.setFixedHeight(px(96))
        self.pass_on = QPushButton(translate("contact", "Pass on"), self)
        self.pass_on.setProperty("look", "primary")
        self.pass_on.setToolTip(shown_key("Ctrl+Return"))
        self.pass_on.setDefault(True)
        self.pass_on.clicked.connect(self.accept)
        cancel = QPushButton(translate("contact", "Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.pass_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(_Quoted(context.theme, who, said, self))
        layout.addWidget(self.text)
        layout.addWidget(explained)
        layout.addLayout(buttons)
        self.setMinimumSize(QSize(px(460), 0))
        self.accepted.connect(lambda: self.passed_on.emit(self.text.toPlainText()))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


class _Words(QPlainTextEdit):
    """Ctrl+Enter says that it is all."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class _Quoted(QWidget):
    """The message that is passed on: who said it, and how it begins."""

    def __init__(self, theme: Theme, who: str, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        name = QLabel(who, self)
        name.setFont(font(12, MEDIUM))
        lines = said.strip().splitlines()
        shown = "\n".join(line[:300] for line in lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            shown += " …"
        words = QLabel(harmless(shown).replace("\u2028", "\n"), self)
        words.setWordWrap(True)
        words.setProperty("look", "muted")
        for label in (name, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(name)
        layout.addWidget(words)
        self.setAccessibleName(f"{who}: {shown}")
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(0, 6, 3, self.height() - 12), 1.5, 1.5)
