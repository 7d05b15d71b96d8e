"""Paints one line of what was found, with what matched in the accent colour."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workstation.ui.icons import picture
from workstation.ui.paintable import paintable_line
from workstation.ui.search.search_model import LINE_ROLE, Line
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.channel import paint_channel_dot
from workstation.ui.theme.fonts import MEDIUM, STRONG, font
from workstation.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

GROUP: Final = 28
LINE: Final = 34
_LEFT: Final = 44
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class SearchDelegate(QStyledItemDelegate):
    """A group's name is small and grey; a result has a face, a dot or an icon."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        return QSize(200, GROUP if line.kind == "group" else LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "group":
            painter.setFont(font(11, STRONG))
            painter.setPen(self._theme.color("faint"))
            painter.drawText(box.adjusted(16, 6, -16, 0), _MIDDLE, line.title)
        elif line.kind == "nothing":
            painter.setFont(font(13))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.title)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("accent_soft"))
                painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 6, 6)
            self._paint_result(painter, box, line)
        painter.restore()

    def _paint_result(self, painter: QPainter, box: QRectF, line: Line) -> None:
        theme = self._theme
        ratio = painter.device().devicePixelRatioF()
        middle = box.center().y()
        if line.kind == "customer":
            paint_avatar(painter, line.title, box.left() + 16, middle - 9, 18)
        elif line.kind == "contact":
            paint_channel_dot(
                painter, theme, line.channel, box.left() + 18, middle - 6, 12, theme.color("raised")
            )
        else:
            sign = "product" if line.kind == "product" else "keyboard"
            mark = picture(sign, theme.tokens.faint, 16, ratio)
            painter.drawPixmap(QPointF(box.left() + 17, middle - 8), mark)
        right = box.right() - 16
        if line.right:
            right -= self._paint_right(painter, box, line.right) + 12
        left = box.left() + _LEFT
        if line.kind == "contact":
            painter.setFont(font(13, MEDIUM))
            painter.setPen(theme.color("text"))
            metrics = QFontMetricsF(painter.font())
            room = min((right - left) * 0.34, metrics.horizontalAdvance(line.detail) + 1)
            name = metrics.elidedText(line.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, box.top(), room, box.height()), _MIDDLE, name)
            left += room + 10
        taken = self._paint_title(
            painter, QRectF(left, box.top(), right - left, box.height()), line
        )
        if line.kind == "customer" and line.detail:
            painter.setFont(font(13))
            painter.setPen(theme.color("muted"))
            rest = QRectF(left + taken + 10, box.top(), right - left - taken - 10, box.height())
            metrics = QFontMetricsF(painter.font())
            words = metrics.elidedText(line.detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _MIDDLE, words)

    def _paint_right(self, painter: QPainter, box: QRectF, words: str) -> float:
        painter.setFont(font(12))
        painter.setPen(self._theme.color("faint"))
        painter.drawText(box.adjusted(0, 0, -16, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
        return QFontMetricsF(painter.font()).horizontalAdvance(words)

    def _paint_title(self, painter: QPainter, box: QRectF, line: Line) -> float:
        """The title on one line with its matches marked; the width it took."""
        theme = self._theme
        # One character for one: positions of what matched stay right.
        words = paintable_line(line.title) if line.kind != "contact" else _same_length(line.title)
        words = QFontMetricsF(font(13)).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        layout = QTextLayout(words, font(13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        ranges = []
        for start, end in line.spans:
            marked = QTextLayout.FormatRange()
            marked.start = len(words[:start].encode("utf-16-le", "surrogatepass")) // 2
            marked.length = len(words[start:end].encode("utf-16-le", "surrogatepass")) // 2
            form = QTextCharFormat()
            form.setForeground(theme.color("accent"))
            marked.format = form
            ranges.append(marked)
        layout.setFormats(ranges)
        layout.beginLayout()
        laid = layout.createLine()
        laid.setLineWidth(100_000)
        layout.endLayout()
        painter.setPen(theme.color("text" if line.kind != "contact" else "muted"))
        layout.draw(painter, QPointF(box.left(), box.center().y() - laid.height() / 2))
        return min(laid.naturalTextWidth(), box.width())


def _same_length(text: str) -> str:
    return paintable_line(text) if len(paintable_line(text)) == len(text) else text
