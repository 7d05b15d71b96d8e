"""One sentence at the foot of the list, said to screen readers too, gone after a while."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.theme.sizes import px

STAYS_MS: Final = 5_000
WIDEST: Final = 340
BAD_STAYS_MS: Final = 12_000
_ICONS: Final = {"quiet": "info", "ok": "check", "warn": "warning", "bad": "warning"}


class Notices(QFrame):
    """The newest notice. Bad news stays longer; a click puts it away."""

    def __init__(self, context: DeskContext, window: QWidget, beside: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._beside = beside
        self.setObjectName("notice")
        self.setProperty("look", "raised")
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
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
        width = QFontMetrics(self._words.font()).horizontalAdvance(words) + 2
        self._words.setWordWrap(width > px(WIDEST))
        self._words.setFixedWidth(min(width, px(WIDEST)))
        self._words.setText(words)
        self.setAccessibleName(words)
        self.settle()
        self.show()
        self.raise_()
        self._say_aloud()
        self._clock.start(BAD_STAYS_MS if tone == "bad" else STAYS_MS)

    def _say_aloud(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def settle(self) -> None:
        """Stand at the foot of the list, where nobody types."""
        self.adjustSize()
        left = self._beside.mapTo(self._window, QPoint(0, 0)).x()
        self.move(left + 12, self._window.height() - self.height() - 16)

    def mousePressEvent(self, event: object) -> None:
        self.hide()
