"""One call: who it is, its clock, and what can be done with it now."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workstation.replica.rows.contact import CallRow
from workstation.ui.calls.call_words import about, asked, spoken, state, under, who
from workstation.ui.contact.key_button import KeyButton
from workstation.ui.context import DeskContext
from workstation.ui.panels.one_line import OneLine
from workstation.ui.panels.section import Words
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.pill import Pill
from workstation.ui.theme.sizes import px
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

HEIGHT: Final = 56
TALLER: Final = 22
"""What a line about the customer takes."""
EDGE: Final = 64
BUTTONS: Final = (
    ("answer", QT_TRANSLATE_NOOP("calls", "Answer"), "answer_call"),
    ("hold", QT_TRANSLATE_NOOP("calls", "Hold"), "hold_call"),
    ("resume", QT_TRANSLATE_NOOP("calls", "Resume"), "hold_call"),
    ("transfer", QT_TRANSLATE_NOOP("calls", "Transfer"), "transfer_call"),
    ("hang_up", QT_TRANSLATE_NOOP("calls", "Hang up"), "hang_up_call"),
    ("identify", QT_TRANSLATE_NOOP("calls", "Who is this?"), ""),
    ("open", QT_TRANSLATE_NOOP("calls", "Open"), "peek_call"),
)
"""What is asked of a call, its short name, and the command whose key it has."""


def possible(call: CallRow) -> frozenset[str]:
    """What makes sense now; what was asked already is not asked again."""
    match call.state:
        case "ringing":
            can = {"answer"} if call.inbound else set()
        case "talking":
            can = {"hold", "transfer", "hang_up"}
        case "held":
            can = {"resume", "transfer", "hang_up"}
        case "dialling":
            can = {"hang_up"}
        case _:
            can = set()
    if call.provisional and call.state != "ringing":
        can.add("identify")
    return frozenset((can - {call.wished}) | {"open"})


class CallStrip(QWidget):
    """`wanted` says what somebody presses: a name of `BUTTONS`."""

    wanted = Signal(str, object)
    """The name, and the button it came from."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._call: CallRow | None = None
        self.setFixedHeight(px(HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = OneLine(strong=True)
        self.detail = OneLine(ink="muted", size=12)
        self.about = OneLine(size=12)
        self.clock = Pill(context.theme)
        self.remark = Words(size=12)
        self.remark.setWordWrap(False)
        self.remark.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self.name)
        lines.addWidget(self.detail)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(lines, 1)
        row.addWidget(self.remark)
        row.addWidget(self.clock)
        row.addSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 0, 12, 1)
        column.setSpacing(0)
        column.addLayout(row, 1)
        self.about.setFixedHeight(px(TALLER))
        column.addWidget(self.about)
        self.buttons: dict[str, KeyButton] = {}
        commands = context.commands
        for name, short, command in BUTTONS:
            button = KeyButton(
                context.theme,
                translate("calls", short),
                commands.key(command) if command else "",
                primary=name == "answer",
                parent=self,
            )
            button.setObjectName(f"call_{name}")
            button.clicked.connect(
                lambda _=False, what=name, pressed=button: self.wanted.emit(what, pressed)
            )
            row.addWidget(button)
            self.buttons[name] = button
        context.theme.changed.connect(self.update)

    @property
    def call(self) -> CallRow | None:
        return self._call

    def show_call(self, call: CallRow) -> None:
        self._call = call
        self.name.say(who(call))
        self.detail.say(under(call))
        self.detail.setVisible(bool(under(call)))
        known = about(call) if call.state == "ringing" else ""
        self.about.say(known)
        self.about.setVisible(bool(known))
        self.setFixedHeight(px(HEIGHT + (TALLER if known else 0)))
        can = possible(call)
        for name, button in self.buttons.items():
            button.setVisible(name in can)
        remark, tone = asked(call, self._context.language)
        self.remark.say(remark)
        self.remark.setToolTip(remark)
        self.remark.setProperty("look", "bad" if tone == "bad" else "muted")
        self.remark.style().polish(self.remark)
        self.remark.setVisible(bool(remark))
        self.tick()
        self.update()

    def tick(self) -> None:
        """The clock has moved on."""
        if self._call is not None:
            now = self._context.clock()
            self.clock.say(*state(self._call, now))
            self.setAccessibleName(spoken(self._call, now, self._context.language))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._context.theme.color
        call = self._call
        rings = call is not None and call.state == "ringing"
        painter.fillRect(self.rect(), color("warn_soft" if rings else "surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
        if call is not None:
            edge = {"ringing": "warn", "talking": "ok", "held": "warn"}.get(call.state, "accent")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(edge))
            painter.drawRect(QRectF(0, 0, 4, self.height()))
            paint_avatar(painter, call.name, 16, (px(HEIGHT) - 36) / 2, 36)
