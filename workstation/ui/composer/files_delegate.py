"""The painting of an attached file: a small picture or sheet, its name, its size, and a cross."""

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workstation.ui.composer.files_model import TakenRole
from workstation.ui.composer.taking import Taken
from workstation.ui.contact.moments import size_words
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line

CHIP: Final = (196, 56)
_CROSS: Final = 18


def chip() -> QSize:
    """How large a file is drawn."""
    return QSize(px(CHIP[0]), px(CHIP[1]))


def cross_rect(item: QRect) -> QRect:
    """Where the cross that removes a file is, in its item."""
    return QRect(item.right() - _CROSS - 10, item.top() + 6, _CROSS, _CROSS)


class FilesDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return chip()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        taken = index.data(TakenRole)
        if not isinstance(taken, Taken):
            return
        rect = QRect(option.rect)
        state = option.state
        color = self._theme.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(rect).adjusted(1, 3, -7, -3)
        chosen = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(color("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box, 8, 8)
        picture = QRectF(box.left() + 4, box.top() + 4, box.height() - 8, box.height() - 8)
        path = QPainterPath()
        path.addRoundedRect(picture, 5, 5)
        painter.fillPath(path, color("sunken"))
        if taken.preview is not None:
            painter.setClipPath(path)
            painter.drawImage(picture, taken.preview)
            painter.setClipping(False)
        else:
            painter.setFont(font(11, MEDIUM))
            painter.setPen(color("muted"))
            kind = taken.name.rpartition(".")[2][:4].upper() if "." in taken.name else "·"
            painter.drawText(picture, Qt.AlignmentFlag.AlignCenter, harmless_line(kind))
        text = QRect(
            round(picture.right()) + 8, round(box.top()) + 6,
            round(box.right() - picture.right()) - 12 - _CROSS, px(18),
        )  # fmt: skip
        painter.setFont(font(12, MEDIUM))
        painter.setPen(color("text"))
        name = painter.fontMetrics().elidedText(
            harmless_line(taken.name), Qt.TextElideMode.ElideMiddle, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font(11))
        painter.setPen(color("faint"))
        painter.drawText(
            text.translated(0, px(18)),
            Qt.AlignmentFlag.AlignVCenter,
            size_words(taken.size, self._language),
        )
        cross = QRectF(cross_rect(rect)).adjusted(5, 5, -5, -5)
        painter.setPen(QPen(color("muted"), 1.5))
        painter.drawLine(QPointF(cross.topLeft()), QPointF(cross.bottomRight()))
        painter.drawLine(QPointF(cross.topRight()), QPointF(cross.bottomLeft()))
        painter.restore()
