"""The newest thing that can be undone, at the foot of the window, with its button and its key."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from workstation.ui.contact.key_button import KeyButton
from workstation.ui.context import DeskContext
from workstation.ui.main_window.contact_area import ContactArea
from workstation.ui.ticking import Ticking

ABOVE = 12
"""Device-independent pixels between the strip and what it stands over."""


class UndoStrip(QFrame):
    """Hidden while there is nothing to undo. It stands in the middle of the contact, over the end
    of what was said, where it hides no button."""

    def __init__(self, context: DeskContext, window: QWidget, beside: ContactArea) -> None:
        super().__init__(window)
        self._undoing = context.undoing
        self._window = window
        self._beside = beside
        self.setObjectName("undo")
        self.setProperty("look", "raised")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = KeyButton(
            context.theme, self.tr("Undo"), context.commands.key("undo"), parent=self
        )
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(14)
        row.addWidget(self._words)
        row.addWidget(self.button)
        self.hide()
        context.commands.handle("undo", self._undo)
        self._undoing.changed.connect(self._show_newest)
        Ticking(self, self._say, 250)
        window.installEventFilter(self)

    @property
    def words(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def _undo(self) -> None:
        self._undoing.undo()

    def _show_newest(self) -> None:
        if self._undoing.newest is None:
            self.hide()
            return
        self._say()
        self.settle()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _say(self) -> None:
        words = self._undoing.words()
        if words and words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(words)
        if self.isVisible():
            self.settle()  # the composer grows and shrinks

    def settle(self) -> None:
        """Stand at the end of what was said, over whatever is offered between that and the
        composer, or at the foot of the window where nothing is said."""
        self.adjustSize()
        contact = self._beside.contact
        foot, over = self._window.height(), self._beside.rect()
        left = self._beside.mapTo(self._window, over.topLeft()).x()
        if contact is not None and contact.transcript.isVisible():
            over = contact.transcript.rect()
            corner = contact.transcript.mapTo(self._window, over.topLeft())
            left, foot = corner.x(), corner.y() + over.height()
        middle = left + (over.width() - self.width()) // 2
        self.move(max(8, middle), foot - self.height() - ABOVE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return False
