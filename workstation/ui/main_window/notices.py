"""One sentence at the bottom of the window, said to screen readers too, gone after a while."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.icons import picture

STAYS_MS: Final = 5_000
BAD_STAYS_MS: Final = 12_000
_ICONS: Final = {"quiet": "info", "ok": "check", "warn": "warning", "bad": "warning"}


class Notices(QFrame):
    """The newest notice. Bad news stays longer; a click puts it away."""

    def __init__(self, context: DeskContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.setObjectName("notice")
        self.setProperty("look", "raised")
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 9, 16, 9)
        layout.setSpacing(10)
        layout.addWidget(self._mark)
        layout.addWidget(self._words)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        context.news.notice.connect(self.say)

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, tone: str) -> None:
        colours = self._context.theme.tokens
        ink = getattr(colours, tone, colours.muted) if tone != "quiet" else colours.muted
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(picture(_ICONS.get(tone, "info"), ink, 16, ratio))
        self._words.setWordWrap(len(words) > 80)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.settle()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._clock.start(BAD_STAYS_MS if tone == "bad" else STAYS_MS)

    def settle(self) -> None:
        """Stand in the middle, above the lower edge."""
        self._words.setMinimumWidth(480 if self._words.wordWrap() else 0)
        self.adjustSize()
        self.move(
            (self._window.width() - self.width()) // 2, self._window.height() - self.height() - 24
        )

    def mousePressEvent(self, event: object) -> None:
        self.hide()
