"""A small question mark in a part of the window: the same as the help key, for that part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate


class HelpButton(QToolButton):
    """`part` is what it explains, by the name it has among the topics."""

    def __init__(self, context: DeskContext, part: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"help {part}")
        self.setText("?")
        self.setFont(font(13, MEDIUM))
        self.setFixedSize(px(30), px(30))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("help", "What is this?"))
        key = context.commands.key("help")
        self.setToolTip(f"{translate('help', 'What is this?')}  ·  {key}")
        self.clicked.connect(lambda: context.news.help_wanted.emit(part))
