"""Where one types what one looks for: operators stand out, wrong ones in another colour."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QWidget

from workstation.rules.finding.reading import LONGEST, Asked
from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import font
from workstation.ui.words import translate


class PaletteField(QLineEdit):
    """Says which key was meant for the list; the rest is typing."""

    stepped = Signal(int)
    """Up or down among what was found, by so many lines."""
    chose = Signal()
    completed = Signal()
    """Tab: fill in what is offered first."""
    left = Signal()

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("palette field")
        self.setProperty("look", "bare")
        self.setFrame(False)
        self.setFont(font(15))
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(
            translate("search", "Search contacts, customers, orders, products — or type a command")
        )
        self.setAccessibleName(translate("search", "Search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.stepped.emit(8 if key == Qt.Key.Key_PageDown else -8)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chose.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays here: it fills in."""
        if forward:
            self.completed.emit()
        return True

    def tint(self, asked: Asked) -> None:
        """Colour the operators of what is typed."""
        wrong = {trouble.said for trouble in asked.troubles}
        marks = []
        for term in asked.terms:
            form = QTextCharFormat()
            form.setForeground(
                self._context.theme.color("bad" if term.value in wrong else "accent")
            )
            start = len(asked.text[: term.start].encode("utf-16-le", "surrogatepass")) // 2
            end = len(asked.text[: term.end].encode("utf-16-le", "surrogatepass")) // 2
            marks.append(
                QInputMethodEvent.Attribute(
                    QInputMethodEvent.AttributeType.TextFormat,
                    start - self.cursorPosition(),
                    end - start,
                    form,
                )
            )
        blocked = self.blockSignals(True)
        QLineEdit.inputMethodEvent(self, QInputMethodEvent("", marks))
        self.blockSignals(blocked)
