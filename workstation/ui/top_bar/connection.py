"""How the connection is, and how much waits to be sent: always in sight, always to be asked."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workstation.replica.mood import METERED
from workstation.replica.rows.news import Mood
from workstation.ui.context import DeskContext
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

TONES = {
    "online": "ok",
    "slow": "warn",
    "offline": "bad",
    "signed_out": "bad",
    "rebuilding": "accent",
    "resting": "warn",
}


def mood_words(mood: Mood) -> str:
    """The connection in a word or two."""
    match mood.name:
        case "online":
            return translate("connection", "Online")
        case "slow":
            if mood.detail == METERED:
                return translate("connection", "Metered connection")
            return translate("connection", "Slow connection")
        case "offline":
            return translate("connection", "Offline")
        case "signed_out":
            return translate("connection", "Signed out")
        case "rebuilding":
            return translate("connection", "Loading")
        case "resting":
            return translate("connection", "Not all loaded")


def mood_detail(mood: Mood) -> str:
    """What it means, for a person who asks; "" when there is nothing to add."""
    if mood.name == "slow":
        return translate("connection", "Large pictures are fetched when you click them.")
    if mood.name == "resting":
        return translate("connection", "Loading was stopped. What is here works.")
    if mood.name == "offline" and mood.next_try_at is not None:
        clock = f"{datetime.fromtimestamp(mood.next_try_at / 1000):%H:%M:%S}"
        again = translate("connection", "Tries again at {time}.").format(time=clock)
        return f"{mood.detail} {again}".strip()
    return mood.detail


def waiting_words(mood: Mood) -> str:
    """What waits to be sent; what was refused goes first, for a person must look at it."""
    if mood.refused:
        return translate("connection", "%n not sent", None, mood.refused)
    if mood.waiting:
        return translate("connection", "%n waiting to send", None, mood.waiting)
    return translate("connection", "All sent")


class Connection(QWidget):
    """Two quiet buttons: what works now, and what waits to be sent."""

    asked = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._dots: dict[str, QIcon] = {}
        self._state = QPushButton(self)
        self._waiting = QPushButton(self)
        self._state.setObjectName("connection")
        self._waiting.setObjectName("waiting to send")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in (self._state, self._waiting):
            button.setProperty("look", "quiet")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            layout.addWidget(button)
        self._state.clicked.connect(self._state_asked)
        self._waiting.clicked.connect(self.asked)
        context.news.mood_changed.connect(self._show)
        context.theme.changed.connect(self._repaint)
        self._show()

    @property
    def state_button(self) -> QPushButton:
        return self._state

    def _state_asked(self) -> None:
        if self._context.mood.name == "signed_out":
            self.asked.emit()
        else:
            self._context.commands.run("what_works")

    def _repaint(self) -> None:
        self._dots.clear()
        self._show()

    def _show(self, *_: object) -> None:
        mood = self._context.mood
        words = mood_words(mood)
        self._state.setText(words)
        tone = TONES[mood.name]
        # Qt keeps what each icon was drawn as: one for each tone, however often the mood changes.
        self._state.setIcon(self._dots.get(tone) or self._dots.setdefault(tone, self._dot(tone)))
        self._state.setIconSize(QSize(px(14), px(8)))
        detail = mood_detail(mood)
        self._state.setToolTip(detail or words)
        self._state.setAccessibleName(
            translate("connection", "Connection: {state}").format(state=words)
        )
        self._state.setAccessibleDescription(detail)
        waiting = waiting_words(mood)
        self._waiting.setText(waiting)
        self._waiting.setToolTip(self._context.commands.tooltip("outbox"))
        look = "quiet bad" if mood.refused else "quiet"
        if self._waiting.property("look") != look:
            self._waiting.setProperty("look", look)
            self._waiting.style().unpolish(self._waiting)
            self._waiting.style().polish(self._waiting)

    def _dot(self, token: str) -> QIcon:
        made = QIcon()
        for ratio in (1.0, 2.0):
            dot = QPixmap(round(px(14) * ratio), round(px(8) * ratio))
            dot.setDevicePixelRatio(ratio)
            dot.fill(Qt.GlobalColor.transparent)
            painter = QPainter(dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._context.theme.color(token))
            painter.drawEllipse(QRectF(0, 0, px(8), px(8)))
            painter.end()
            made.addPixmap(dot)
        return made
