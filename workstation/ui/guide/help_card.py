"""A card with the few sentences about one part of the window."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.guide.topics import TOPICS, Topic
from workstation.ui.panels.section import Words
from workstation.ui.theme.fonts import font
from workstation.ui.theme.popup_card import PopupCard
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

WIDE: Final = 340
EDGE: Final = 8


class HelpCard(PopupCard):
    """A popup: Escape or a click elsewhere puts it away."""

    def __init__(self, context: DeskContext, topic: Topic, parent: QWidget) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self.topic = topic
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(px(WIDE))
        help_ = TOPICS[topic]
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 16, 14)
        column.setSpacing(7)
        title = translate("help", help_.title)
        column.addWidget(Words(title, size=15, strong=True))
        lines = [translate("help", line) for line in help_.lines]
        for line in lines:
            column.addWidget(Words(line))
        column.addSpacing(4)
        for name in help_.keys:
            if context.commands.key(name):
                column.addWidget(self._key_line(name))
        column.addSpacing(4)
        for name in ("tour", "keys"):
            button = QPushButton(context.commands.title(name), self)
            button.setProperty("look", "link")
            button.setEnabled(context.commands.enabled(name))
            button.clicked.connect(lambda _=False, one=name: self._leave_for(one))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(lines))

    def open_by(self, part: QWidget) -> None:
        """Inside the part it explains, at its top, and whole on the screen."""
        self.setFixedHeight(self._height())
        corner = part.mapToGlobal(QPoint(part.width() - self.width() - EDGE, EDGE))
        screen = part.screen().availableGeometry()
        right, bottom = screen.right() + 1 - EDGE, screen.bottom() + 1 - EDGE
        corner.setX(max(screen.left() + EDGE, min(corner.x(), right - self.width())))
        corner.setY(max(screen.top() + EDGE, min(corner.y(), bottom - self.height())))
        self.move(corner)
        self.show()
        self.setFocus()

    def _height(self) -> int:
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        layout.activate()
        return layout.totalHeightForWidth(self.width())

    def _key_line(self, name: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Words(self._context.commands.title(name), ink="muted", size=12), 1)
        key = QLabel(self._context.commands.key(name), line)
        key.setProperty("look", "key")
        key.setFont(font(11))
        row.addWidget(key)
        return line

    def _leave_for(self, name: str) -> None:
        self.close()
        self._context.commands.run(name)
