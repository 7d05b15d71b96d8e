"""One sentence over the beginning of what was said, said to screen readers too, gone after a
while."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.main_window.calm_place import CalmPlace
from workstation.ui.theme.sizes import px
from workstation.ui.ticking import Ticking

STAYS_MS: Final = 5_000
WIDEST: Final = 340
BAD_STAYS_MS: Final = 12_000
_ICONS: Final = {"quiet": "info", "ok": "check", "warn": "warning", "bad": "warning"}


class Notices(QFrame):
    """The newest notice. Bad news stays longer; a click puts it away."""

    def __init__(self, context: DeskContext, window: QWidget, place: CalmPlace) -> None:
        super().__init__(window)
        self._context = context
        self._place = place
        place.meet(self)
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
        Ticking(self, self.settle, 250)  # what it stands over moves
        window.installEventFilter(self)
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
        """Take the place where nobody types, as wide as there is room."""
        words = self._words.text()
        beside = self.sizeHint().width() - self._words.sizeHint().width()
        most = min(px(WIDEST), self._place.room - max(0, beside))
        width = QFontMetrics(self._words.font()).horizontalAdvance(words) + 2
        self._words.setWordWrap(width > most)
        self._words.setFixedWidth(min(width, most))
        self.adjustSize()
        self._place.settle(self)

    def mousePressEvent(self, event: object) -> None:
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return False
