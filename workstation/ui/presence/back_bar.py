"""A bar over the lists while one is not there: why, until when, and back again with one click."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.presence.presence_words import clock, reason_word, state_word
from workstation.ui.presence.reasons import back_at
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

LATER: Final = 10
"""Minutes that one click adds."""
LONGEST_WAIT: Final = 5_000
"""Milliseconds: a computer that slept through the moment says so soon after it wakes."""


class BackBar(QWidget):
    """Not there while one is. When the time has come it says so, aloud too, and once."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._told: int | None = None
        self.setObjectName("back bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.later = QPushButton(self)
        self.later.setObjectName("later")
        self.later.setText(translate("presence", "%n minutes more", None, LATER))
        self.back = QPushButton(context.commands.title("be_back"), self)
        self.back.setObjectName("be back")
        self.back.setProperty("look", "primary")
        self.back.setToolTip(context.commands.tooltip("be_back"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.later)
        row.addWidget(self.back)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._show)
        self.back.clicked.connect(lambda: context.commands.run("be_back"))
        self.later.clicked.connect(self._stay)
        context.commands.handle("be_back", self._come_back)
        context.news.reference_changed.connect(self._show)
        context.theme.changed.connect(self._show)
        self._show()

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def late(self) -> bool:
        until = self._context.me.presence_until
        return self._away and until is not None and until <= self._context.clock()

    @property
    def _away(self) -> bool:
        me = self._context.me
        return me.presence == "away" or (me.presence == "busy" and bool(me.presence_reason))

    def _show(self, *_: object) -> None:
        if not self._away:
            self._told = None
            self._clock.stop()
            self.hide()
            return
        me, late = self._context.me, self.late
        why = reason_word(me.presence_reason) or state_word(me.presence)
        if me.presence_until is None:
            words = why
        elif late:
            words = translate("presence", "{why}: you meant to be back at {time}.").format(
                why=why, time=clock(me.presence_until)
            )
        else:
            words = translate("presence", "{why}, back at {time}").format(
                why=why, time=clock(me.presence_until)
            )
        self._words.setText(words)
        self.setAccessibleName(words)
        self._dress("warn" if late else "quiet")
        self.later.setVisible(late)
        self.show()
        self._watch(me.presence_until)

    def _watch(self, until: int | None) -> None:
        """Look again when the time has come; say so once."""
        self._clock.stop()
        if until is None:
            return
        left = until - self._context.clock()
        if left > 0:
            self._clock.start(min(left + 50, LONGEST_WAIT))
        elif self._told != until:
            self._told = until
            alert = QAccessibleEvent(self, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(alert)
            self._context.news.back_due.emit(until)

    def _dress(self, tone: str) -> None:
        look = f"strip {tone}"
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
        ink = (
            self._context.theme.tokens.warn if tone == "warn" else self._context.theme.tokens.muted
        )
        size = px(16)
        self._mark.setPixmap(picture("snooze", ink, size, self.devicePixelRatioF()))

    def _come_back(self) -> None:
        self._context.writer.act("set_presence", state="available")

    def _stay(self) -> None:
        me = self._context.me
        self._context.writer.act(
            "set_presence",
            state=me.presence,
            reason=me.presence_reason,
            until=back_at(self._context.clock(), LATER),
        )
