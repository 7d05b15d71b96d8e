"""Paints a heading of the list: the group's name, and how many stand under it."""

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from workstation.ui.theme.fonts import MEDIUM, STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

HEADING: Final = 32
"""Its height, in device-independent pixels at the usual size of text."""


def paint_heading(
    painter: QPainter, theme: Theme, box: QRectF, words: str, count: int, *, over: bool
) -> None:
    painter.fillRect(box, theme.color("hover" if over else "window"))
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))
    number = str(count)
    painter.setFont(font(11, MEDIUM))
    painter.setPen(theme.color("faint"))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(number)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    right = box.right() - px(14)
    painter.drawText(QRectF(right - wide - 1, box.top(), wide + 1, box.height()), middle, number)
    painter.setFont(font(11, STRONG))
    painter.setPen(theme.color("muted"))
    room = right - wide - px(12) - box.left() - px(16)
    shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(box.left() + px(16), box.top(), room, box.height()), middle, shown)
