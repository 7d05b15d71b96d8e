"""The card under the connection: what works, what waits, and when it is tried again."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workstation.ui.connection.what_works import countdown_words, outbox_words, what_works
from workstation.ui.context import DeskContext
from workstation.ui.emptied import emptied
from workstation.ui.icons import picture
from workstation.ui.panels.section import Heading, Words
from workstation.ui.theme.popup_card import PopupCard
from workstation.ui.theme.sizes import px
from workstation.ui.ticking import Ticking
from workstation.ui.words import translate

WIDE: Final = 372
EDGE: Final = 8


class WorksCard(PopupCard):
    """A popup that follows the connection while it is open."""

    sign_in_wanted = Signal()

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._under: QWidget | None = None
        self.setObjectName("what works")
        self.setFixedWidth(px(WIDE))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 16, 14)
        self._column.setSpacing(4)
        self._again = Words(ink="muted")
        context.news.mood_changed.connect(self._heard)
        Ticking(self, self._tick)

    @property
    def words(self) -> str:
        """All it says."""
        return "\n".join(one.text() for one in self.findChildren(QLabel) if one.text())

    def open_under(self, anchor: QWidget) -> None:
        self._under = anchor
        self._fill()
        self.show()
        self._place()
        first = next(iter(self.findChildren(QPushButton)), None)
        (first or self).setFocus()

    def _heard(self, *_: object) -> None:
        if self.isVisible():
            self._fill()
            self._place()

    def _tick(self) -> None:
        self._again.say(countdown_words(self._context.mood, self._context.clock()))

    def _fill(self) -> None:
        self._again.setParent(None)
        column = emptied(self._column)
        mood = self._context.mood
        found = what_works(mood)
        column.addWidget(Words(found.title, size=15, strong=True))
        # The mood's own sentence says why, when it has one.
        if mood.detail and mood.name in ("offline", "signed_out"):
            column.addWidget(Words(mood.detail, ink="muted"))
        self._tick()
        column.addWidget(self._again)
        self._again.setVisible(bool(self._again.text()))
        column.addWidget(Heading(translate("connection", "This works")))
        for line in found.works:
            column.addWidget(self._line("check", "ok", line))
        if found.waits:
            column.addWidget(Heading(translate("connection", "This waits")))
            for line in found.waits:
                column.addWidget(self._line("snooze", "warn", line))
        column.addWidget(Heading(translate("connection", "To be sent")))
        refused = bool(mood.refused)
        tone = "bad" if refused else "muted"
        column.addWidget(self._line("warning" if refused else "outbox", tone, outbox_words(mood)))
        column.addSpacing(8)
        column.addWidget(self._buttons(sign_in=found.sign_in, try_now=found.try_now))
        self.setAccessibleName(found.title)
        self.setAccessibleDescription(" ".join((*found.works, *found.waits, outbox_words(mood))))

    def _buttons(self, *, sign_in: bool, try_now: bool) -> QWidget:
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        commands = self._context.commands
        if sign_in:
            row.addWidget(
                self._button(translate("connection", "Sign in"), self.sign_in_wanted.emit)
            )
        if try_now:
            words = translate("connection", "Try now")
            row.addWidget(self._button(words, lambda: commands.run("sync"), close=False))
        words = translate("connection", "What waits to be sent")
        row.addWidget(self._button(words, lambda: commands.run("outbox")))
        row.addStretch(1)
        return foot

    def _button(self, words: str, what: object, *, close: bool = True) -> QPushButton:
        button = QPushButton(words, self)
        if close:
            button.clicked.connect(self.close)
        button.clicked.connect(what)
        return button

    def _line(self, sign: str, tone: str, words: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        mark = QLabel(line)
        ink = getattr(self._context.theme.tokens, tone)
        mark.setPixmap(picture(sign, ink, px(14), self.devicePixelRatioF()))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(words), 1)
        return line

    def _place(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        under = self._under
        if under is None:
            return
        corner = under.mapToGlobal(QPoint(under.width() - self.width(), under.height() + 4))
        screen = under.screen().availableGeometry()
        corner.setX(max(screen.left() + EDGE, min(corner.x(), screen.right() - self.width())))
        self.move(corner)
