"""The card that says one step of the tour, beside the part it is about."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.emptied import emptied
from workstation.ui.panels.section import Words
from workstation.ui.theme.fonts import font
from workstation.ui.theme.sizes import px
from workstation.ui.tour.steps import STEPS, Step
from workstation.ui.words import translate

WIDE: Final = 340
GAP: Final = 12


class CoachCard(QFrame):
    """Enter or the right arrow goes on, the left arrow back, Escape leaves."""

    onward = Signal()
    back = Signal()
    left = Signal()

    def __init__(self, context: DeskContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self.setObjectName("tour")
        self.setProperty("look", "raised")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(px(WIDE))
        self.title = Words(size=15, strong=True)
        self.words = Words()
        self._keys = QVBoxLayout()
        self._keys.setSpacing(4)
        self.count = QLabel(self)
        self.count.setProperty("look", "faint")
        self.count.setFont(font(12))
        self.skip = QPushButton(translate("tour", "Leave the tour"), self)
        self.skip.setProperty("look", "quiet")
        self.before = QPushButton(translate("tour", "Back"), self)
        self.next = QPushButton(self)
        self.next.setProperty("look", "primary")
        foot = self._foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.before)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 14, 12)
        self._aside = 18 + 14 + 2
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(self._keys)
        column.addSpacing(4)
        column.addLayout(foot)
        for button in (self.skip, self.before, self.next):
            button.setAutoDefault(False)
        self.next.clicked.connect(self.onward)
        self.before.clicked.connect(self.back)
        self.skip.clicked.connect(self.left)

    def show_step(self, number: int) -> None:
        step, last = STEPS[number], number == len(STEPS) - 1
        self.title.say(translate("tour", step.title))
        self.words.say(translate("tour", step.words))
        self.count.setText(
            translate("tour", "{number} of {count}").format(number=number + 1, count=len(STEPS))
        )
        self.before.setEnabled(number > 0)
        self.skip.setVisible(not last)
        self.next.setText(translate("tour", "Begin") if last else translate("tour", "Next"))
        for part in (self.count, self.skip, self.before, self.next):
            part.ensurePolished()  # its style says how wide it is
        self._foot.invalidate()
        foot = self._foot.sizeHint().width() + self._aside  # in every language
        self.setFixedWidth(max(px(WIDE), foot))
        self._show_keys(step)
        self.setAccessibleName(f"{self.title.text()}. {self.words.text()}")
        self.layout_now()
        alert = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(alert)

    def stand_by(self, lit: QRect, within: QRect) -> None:
        """Beside what is lit, where there is room: right, left, below, above, else in it."""
        self.layout_now()
        size = self.size()
        middle = lit.center().y() - size.height() // 2
        centre = lit.center().x() - size.width() // 2
        places = (
            QPoint(lit.right() + GAP, middle),
            QPoint(lit.left() - GAP - size.width(), middle),
            QPoint(centre, lit.bottom() + GAP),
            QPoint(centre, lit.top() - GAP - size.height()),
        )
        room = within.adjusted(GAP, GAP, -GAP, -GAP)
        for number, place in enumerate(places):
            there = QRect(place, size)
            if number < 2:
                there.moveTop(max(room.top(), min(place.y(), room.bottom() - size.height())))
            else:
                there.moveLeft(max(room.left(), min(place.x(), room.right() - size.width())))
            if room.contains(there) and not there.intersects(lit):
                self.move(there.topLeft())
                return
        self.move(lit.center().x() - size.width() // 2, lit.top() + 2 * GAP)

    def layout_now(self) -> None:
        """Be as high as the words need."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _show_keys(self, step: Step) -> None:
        emptied(self._keys)
        for name in step.keys:
            key = self._context.commands.key(name)
            if not key:
                continue
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            label = QLabel(key, line)
            label.setProperty("look", "key")
            label.setFont(font(11))
            row.addWidget(label)
            row.addWidget(Words(self._context.commands.title(name), ink="muted", size=12), 1)
            self._keys.addWidget(line)
            line.show()  # now, and not one round later: the card is as high as its lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Right | Qt.Key.Key_Space:
                self.onward.emit()
            case Qt.Key.Key_Left:
                self.back.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
