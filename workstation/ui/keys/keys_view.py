"""Every command and its key, read from the same table as the menus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.command import Group
from workstation.ui.command_actions import shown_key
from workstation.ui.commands import TABLE
from workstation.ui.context import DeskContext
from workstation.ui.message_commands import PICTURE
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

GROUPS: dict[Group, str] = {
    "contact": QT_TRANSLATE_NOOP("keys", "This contact"),
    "write": QT_TRANSLATE_NOOP("keys", "Writing"),
    "message": QT_TRANSLATE_NOOP("keys", "A message"),
    "picture": QT_TRANSLATE_NOOP("keys", "Looking at a picture"),
    "go": QT_TRANSLATE_NOOP("keys", "Going somewhere"),
    "desk": QT_TRANSLATE_NOOP("keys", "The desk"),
}


class KeysView(QDialog):
    """A quiet table, two columns of groups."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(translate("keys", "Keys"))
        self.resize(760, 560)
        page = QWidget(self)
        page.setProperty("look", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 20, 24, 24)
        grid.setHorizontalSpacing(48)
        columns: tuple[tuple[Group, ...], ...] = (
            ("contact", "write", "message"),
            ("go", "desk", "picture"),
        )
        for number, groups in enumerate(columns):
            column = QVBoxLayout()
            column.setSpacing(6)
            for group in groups:
                self._add_group(column, context, group)
            column.addStretch(1)
            grid.addLayout(column, 0, number)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _add_group(self, column: QVBoxLayout, context: DeskContext, group: Group) -> None:
        title = QLabel(translate("keys", GROUPS[group]), self)
        title.setProperty("look", "section")
        title.setFont(font(11, STRONG))
        title.setContentsMargins(0, 8, 0, 2)
        column.addWidget(title)
        for command in (*TABLE, *PICTURE):
            if command.group == group:
                keys = list(dict.fromkeys(shown_key(key) for key in command.keys))[:2]
                self._add_line(column, translate("commands", command.title), keys)
        if group == "go":
            words = translate("keys", "Open a list of the sidebar")
            self._add_line(column, words, [f"{shown_key('Ctrl+1')} … 9"])

    def _add_line(self, column: QVBoxLayout, words: str, keys: list[str]) -> None:
        line = QWidget(self)
        row = QGridLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(6)
        row.setColumnStretch(0, 1)
        row.addWidget(QLabel(words, line), 0, 0)
        for number, key in enumerate(keys):
            label = QLabel(key, line)
            label.setProperty("look", "key")
            label.setFont(font(11))
            row.addWidget(label, 0, number + 1)
        column.addWidget(line)
