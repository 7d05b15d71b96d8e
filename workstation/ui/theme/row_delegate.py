"""What the painters of rows share: the palette they paint with, and rows of one height."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

NARROWEST = 200


class RowDelegate(QStyledItemDelegate):
    """`height` is in device-independent pixels; whoever extends this paints."""

    height = 32

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(NARROWEST, px(self.height))
