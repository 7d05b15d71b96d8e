"""The field in the top bar, and under it what is found while typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workstation.ui.command_actions import shown_key
from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.theme.fonts import font
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.ui.search.results import Results
    from workstation.ui.search.search_model import Line


class SearchField(QLineEdit):
    """Arrows choose among what was found, Enter opens it, Escape goes back."""

    chosen = Signal(object)
    """`Line`"""
    left = Signal()
    """The person went back without choosing."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._results: Results | None = None
        self.setObjectName("search")
        self.setProperty("look", "sunken")
        self.setFixedHeight(34)
        self.setMinimumWidth(220)
        self.setMaximumWidth(560)
        self.setClearButtonEnabled(False)
        self.setPlaceholderText(
            translate("search", "Search contacts and customers, or type a command")
        )
        self.setAccessibleName(translate("search", "Search"))
        self.setTextMargins(24, 0, 56, 0)
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._glass.setGeometry(11, 9, 16, 16)
        self._key = QLabel(shown_key("Ctrl+K"), self)
        self._key.setProperty("look", "key")
        self._key.setFont(font(11))
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(context.commands.tooltip("search"))
        self.textEdited.connect(self._typed)
        self.textChanged.connect(lambda text: self._key.setVisible(not text))
        context.theme.changed.connect(self._dress)
        self._dress()

    @property
    def results(self) -> "Results":
        """What was found. Made for the first search, not for the first paint."""
        if self._results is None:
            from workstation.ui.search.results import Results

            self._results = Results(self._context, self)
            self._results.chosen.connect(self._choose)
            self._results.model.settled.connect(self._settled)
        return self._results

    def begin(self) -> None:
        """Take the caret and select what was there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text():
            self._typed(self.text())

    def _typed(self, text: str) -> None:
        if text.strip():
            self.results.model.look_for(text)
        else:
            self.results.model.look_for("")
            self.results.hide()

    def _settled(self) -> None:
        if self.hasFocus() and self.text().strip():
            self.results.show_under(self)

    def _choose(self, line: "Line") -> None:
        self.results.hide()
        self.clear()
        self.clearFocus()
        self.chosen.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.results.hide()
            self.clear()
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.results.choose_current()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.resize(size)
        self._key.move(self.width() - size.width() - 8, (self.height() - size.height()) // 2)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._results is not None and not self._results.underMouse():
            self._results.hide()

    def sizeHint(self) -> QSize:
        return QSize(560, 34)

    def _dress(self) -> None:
        faint, ratio = self._context.theme.tokens.faint, self.devicePixelRatioF()
        self._glass.setPixmap(picture("search", faint, 16, ratio))
