"""The head of a contact: who, where, what is promised, and what can be done with it."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.ui.contact.contact_words import promise_words, under_the_name
from workstation.ui.contact.faces import Faces
from workstation.ui.contact.key_button import IconButton, KeyButton
from workstation.ui.context import DeskContext
from workstation.ui.guide.help_button import HelpButton
from workstation.ui.nobody import called
from workstation.ui.paintable import from_left
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.pill import Pill
from workstation.ui.theme.sizes import px
from workstation.ui.ticking import Ticking
from workstation.ui.transcript.harmless import harmless_line, plain_tip
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

HEIGHT: Final = 64
NAME_AT_LEAST: Final = 150
NAME_AT_MOST: Final = 250
"""Names and order numbers are read more often than the least wanted button is pressed."""

BUTTONS: Final = (
    ("claim", QT_TRANSLATE_NOOP("contact", "Take")),
    ("call_back", QT_TRANSLATE_NOOP("contact", "Call")),
    ("reopen", QT_TRANSLATE_NOOP("contact", "Reopen")),
    ("transfer", QT_TRANSLATE_NOOP("contact", "Transfer")),
    ("snooze", QT_TRANSLATE_NOOP("contact", "Snooze")),
    ("release", QT_TRANSLATE_NOOP("contact", "Give back")),
    ("assign", QT_TRANSLATE_NOOP("contact", "Assign")),
)
"""Commands with their short names, the most wanted first: those that do not fit are in the menu."""
IN_MENU: Final = ("claim", "release", "assign", "transfer", "snooze", "reopen", "tag", "mark_read",
                  "mark_unread", "link_customer", "call_back")  # fmt: skip


class HeaderView(QWidget):
    """Shows one contact; the buttons are the commands of the table that make sense now."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._head: ContactHead | None = None
        self.setFixedHeight(px(HEIGHT))
        self._who = _Who(context, self)
        self.faces = Faces(context, self)
        self._pill = Pill(context.theme, parent=self)
        self.buttons: dict[str, KeyButton] = {}
        commands = context.commands
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 1)
        layout.setSpacing(8)
        layout.addWidget(self._who, 1)
        layout.addWidget(self.faces)
        layout.addWidget(self._pill)
        layout.addSpacing(4)
        for name, short in BUTTONS:
            button = KeyButton(
                context.theme, translate("contact", short), commands.key(name), parent=self
            )
            button.setObjectName(f"contact_{name}")
            button.setToolTip(commands.tooltip(name))
            button.setAccessibleName(commands.title(name))
            button.clicked.connect(lambda _=False, command=name: commands.run_here(command))
            button.hide()
            layout.addWidget(button)
            self.buttons[name] = button
        self._more = IconButton(context.theme, "more", self.tr("More"), parent=self)
        self._more.clicked.connect(self._open_menu)
        self.help = HelpButton(context, "contact", self)
        layout.addWidget(self._more)
        layout.addWidget(self.help)
        context.theme.changed.connect(self.update)
        commands.situation_changed.connect(self._arrange)
        self.faces.changed.connect(self._arrange)
        self._clock = Ticking(self, self._tick)

    def show_head(self, head: ContactHead | None) -> None:
        self._head = head
        self._who.show_head(head)
        self.faces.look_at(head.contact_id if head else "")
        self._tick()
        self._arrange()

    def anchor(self, name: str) -> QWidget:
        """The widget under which the menu of a command opens."""
        button = self.buttons.get(name)
        return button if button is not None and button.isVisible() else self._more

    @property
    def promise(self) -> str:
        return self._pill.text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _tick(self) -> None:
        if self._head is None:
            self._pill.say("")
            return
        words, tone = promise_words(self._head, self._context.clock(), self._context.language)
        before = self._pill.sizeHint()
        self._pill.say(words, tone)
        self._pill.setVisible(bool(words))
        if self._pill.sizeHint() != before:
            self._arrange()

    def _arrange(self) -> None:
        """Show the buttons that make sense, as many as fit beside the name."""
        margins = self.contentsMargins()
        room = (
            self.width()
            - self._who.wanted()
            - px(30)
            - 2 * 8
            - 28
            - self.help.width()
            - margins.left()
            - margins.right()
        )
        if self._pill.text:
            room -= self._pill.sizeHint().width() + 12
        if not self.faces.isHidden():
            room -= self.faces.sizeHint().width() + 8
        for name, button in self.buttons.items():
            wide = button.sizeHint().width() + 8
            fits = self._context.commands.enabled_here(name) and wide <= room
            if name == "call_back":  # elsewhere it is in the menu
                fits = fits and self._head is not None and self._head.channel == "phone"
            button.setVisible(fits)
            if fits:
                room -= wide
        self._more.setVisible(self._head is not None and not self._head.guest)
        # In this frame: what is shown only now has no place yet, and would stand in the corner.
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _open_menu(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        commands = self._context.commands
        for name in IN_MENU:
            if commands.enabled_here(name):
                key = commands.key(name)
                title = commands.title(name).replace("&", "&&")
                action = menu.addAction(f"{title}\t{key}" if key else title)
                action.triggered.connect(lambda _=False, command=name: commands.run_here(command))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._context.theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._context.theme.color("line"))


class _Who(QWidget):
    """The face, the name and the line under it, cut off gracefully."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._name = ""
        self._under = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_head(self, head: ContactHead | None) -> None:
        self._name = harmless_line(called(head.name, head.channel)) if head else ""
        kind = self._context.product_type_name(head.product_type_id) if head else ""
        self._under = under_the_name(head, kind) if head else ""
        self.setAccessibleName(f"{self._name}, {self._under}")
        self.setToolTip(plain_tip(f"{from_left(self._name)} · {self._under}"))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(NAME_AT_LEAST, px(40))

    def wanted(self) -> int:
        """How wide it is with the name, the channel and the order readable, within reason."""
        name = QFontMetrics(font(15, STRONG)).horizontalAdvance(self._name)
        first = " · ".join(self._under.split(" · ")[:2])
        if first != self._under:
            first += "…"
        under = QFontMetrics(font(12)).horizontalAdvance(first)
        wide = px(52) + max(name, under) + 2
        return max(px(NAME_AT_LEAST), min(wide, px(NAME_AT_MOST)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() // 2
        paint_avatar(painter, self._name, 0, middle - px(18), px(36))
        x, wide = px(48), self.width() - px(52)
        for text, shape, token, top in (
            (self._name, font(15, STRONG), "text", middle - px(19)),
            (self._under, font(12), "muted", middle + 1),
        ):
            painter.setFont(shape)
            painter.setPen(self._context.theme.color(token))
            shown = QFontMetrics(shape).elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(x, top, wide, px(20), Qt.AlignmentFlag.AlignVCenter, shown)
