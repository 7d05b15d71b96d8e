"""The painting of a suggestion: its sign, its name, a quieter detail, and below it a first line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from workstation.ui.composer.suggesting.suggestion import Suggestion
from workstation.ui.composer.suggesting.suggestion_model import SuggestionRole
from workstation.ui.paintable import apart
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.row_delegate import RowDelegate
from workstation.ui.theme.sizes import px

ONE_LINE, TWO_LINES = 32, 48
"""Heights, at the usual size of text."""
_SIDE, _SIGN = 10, 26


class SuggestionDelegate(RowDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        one = index.data(SuggestionRole)
        return QSize(200, height_of(one) if isinstance(one, Suggestion) else px(ONE_LINE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        one = index.data(SuggestionRole)
        if not isinstance(one, Suggestion):
            return
        color = self._theme.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect).adjusted(4, 1, -4, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent_soft"))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        line = QRect(box.left() + _SIDE, box.top(), box.width() - 2 * _SIDE, px(ONE_LINE) - 2)
        if one.extra:
            line.setHeight(px(24))
            line.translate(0, 1)
        if one.sign:
            painter.setFont(font(15))
            painter.setPen(color("text"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, one.sign)
            line.setLeft(line.left() + px(_SIGN))
        ink = "muted" if chosen else "faint"
        wide = self._write(painter, line, one.detail, font(12), ink, right=True)
        if wide:
            line.setRight(line.right() - wide - 12)
        self._write(painter, line, one.name, font(13, MEDIUM), "text")
        if one.extra:
            wide = box.right() - _SIDE - line.left()
            below = QRect(line.left(), line.bottom() - px(2), wide, px(20))
            self._write(painter, below, one.extra, font(12), "muted")
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        shape: QFont,
        ink: str,
        *,
        right: bool = False,
    ) -> int:
        """One line of text; how wide it became."""
        painter.setFont(shape)
        painter.setPen(self._theme.color(ink))
        metrics = painter.fontMetrics()
        limit = room.width() // 2 if right else room.width()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, limit)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, apart(shown))
        return metrics.horizontalAdvance(shown)


def height_of(one: Suggestion) -> int:
    return px(TWO_LINES if one.extra else ONE_LINE)
