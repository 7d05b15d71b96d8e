"""Who rings, on a card that floats: it moves nothing one is about to click.

For a moment after it appears it takes no click either, since that was meant for what was there.
"""

from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workstation.ui.theme.sizes import px
from workstation.ui.ticking import Ticking

WIDEST: Final = 560
DEAF_MS: Final = 500


class Place(Protocol):
    """Where the card covers nothing that one works with."""

    @property
    def room(self) -> int:
        """How wide it may be there."""

    def meet(self, floating: QWidget) -> None: ...

    def settle(self, floating: QWidget) -> None: ...


class RingCard(QFrame):
    """Floats inside `window`; whoever has it fills `column`."""

    def __init__(self, window: QWidget, place: Place) -> None:
        super().__init__(window)
        self._place = place
        place.meet(self)
        self.setObjectName("ring_card")
        self.setProperty("look", "raised")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._deaf.setInterval(DEAF_MS)
        self._deaf.timeout.connect(self._hear)
        Ticking(self, self._settle, 250)  # what it stands over moves
        window.installEventFilter(self)
        self.hide()

    def settle(self, *, rings: bool) -> None:
        """Show what is in the column, or go."""
        if rings and self.isHidden():
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)
            self._deaf.start()
        self.setVisible(rings)
        if rings:
            self._settle()
            self.raise_()

    def _hear(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    def _settle(self) -> None:
        self.setFixedWidth(min(px(WIDEST), self._place.room))
        self.adjustSize()
        self._place.settle(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False
