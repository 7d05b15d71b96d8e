"""Paints one command of the cheat sheet: its name at the left, its keys as caps at the right."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workstation.ui.keys.keys_model import LINE_ROLE, KeyLine
from workstation.ui.theme.fonts import MEDIUM, STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex

LINE: Final = 32
GROUP: Final = 36
SIDE: Final = 20
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class KeysDelegate(QStyledItemDelegate):
    """Keys that a person chose are in the accent colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: KeyLine = index.data(LINE_ROLE)
        return QSize(200, px(GROUP if line.kind == "group" else LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: KeyLine = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = box.adjusted(SIDE, 0, -SIDE, 0)
        if line.kind == "group":
            painter.setFont(font(12, STRONG))
            painter.setPen(theme.color("faint"))
            painter.drawText(inside.adjusted(0, 10, 0, 0), _MIDDLE, line.title)
        elif line.kind == "nothing":
            painter.setFont(font(13))
            painter.setPen(theme.color("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.title)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box, theme.color("accent_soft"))
            right = self._paint_keys(painter, inside, line)
            painter.setFont(font(13, MEDIUM if line.changed else font(13).weight()))
            painter.setPen(theme.color("text" if line.name else "muted"))
            room = inside.adjusted(0, 0, right - inside.right() - 12, 0)
            metrics = QFontMetricsF(painter.font())
            words = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
            self._paint_found(painter, room, words, line)
            painter.drawText(room, _MIDDLE, words)
        painter.restore()

    def _paint_found(self, painter: QPainter, room: QRectF, words: str, line: KeyLine) -> None:
        """A soft ground under what was typed."""
        metrics = QFontMetricsF(painter.font())
        for start, end in line.spans:
            left = room.left() + metrics.horizontalAdvance(words[:start])
            wide = metrics.horizontalAdvance(words[start:end])
            mark = QRectF(left - 1, room.center().y() - 9, wide + 2, 18)
            painter.fillRect(mark, self._theme.color("warn_soft"))

    def _paint_keys(self, painter: QPainter, box: QRectF, line: KeyLine) -> float:
        """The first key outermost, as it is the one that is shown elsewhere; the left edge."""
        theme = self._theme
        painter.setFont(font(11))
        metrics = QFontMetricsF(painter.font())
        right = box.right()
        if not line.keys:
            words = translate("keys", "no key")
            painter.setPen(theme.color("faint"))
            painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
            return right - metrics.horizontalAdvance(words)
        for key in reversed(line.keys):
            wide = metrics.horizontalAdvance(key) + 14
            cap = QRectF(right - wide, box.center().y() - px(10), wide, px(20))
            if key != "…":
                painter.setPen(QPen(theme.color("accent" if line.changed else "line"), 1))
                painter.setBrush(theme.color("surface"))
                painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme.color("accent" if line.changed else "muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            right -= wide + 6
        return QPointF(right, 0).x()
