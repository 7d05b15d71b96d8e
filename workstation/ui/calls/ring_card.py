"""Who rings, on a card over the foot of the lists: it moves nothing one is about to click.

For a moment after it appears it takes no click either, since that was meant for what was there.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workstation.ui.theme.sizes import px

WIDEST: Final = 560
EDGE: Final = 12
DEAF_MS: Final = 500


class RingCard(QFrame):
    """Floats inside `window`; whoever has it fills `column`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("ring_card")
        self.setProperty("look", "raised")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._deaf.setInterval(DEAF_MS)
        self._deaf.timeout.connect(self._hear)
        window.installEventFilter(self)
        self.hide()

    def settle(self, *, rings: bool) -> None:
        """Show what is in the column, or go."""
        if rings and self.isHidden():
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)
            self._deaf.start()
        self.setVisible(rings)
        if rings:
            self._place()
            self.raise_()

    def _hear(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    def _place(self) -> None:
        self.setFixedWidth(min(px(WIDEST), self._window.width() - 2 * EDGE))
        self.adjustSize()
        self.move(EDGE, self._window.height() - self.height() - EDGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
