"""The small line after the last message that says who is typing."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from workstation.ui.theme.fonts import font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.painting.speech import speech

TYPING_ROOM: Final = 40
HIGH, DOTS = 28.0, 26.0


def paint_typing(painter: QPainter, theme: Theme, words: str, left: float, top: float) -> None:
    """A small bubble with three dots, and the words beside them."""
    wide = QFontMetricsF(font(11)).horizontalAdvance(words) + DOTS + 24
    box = QRectF(left + 0.5, top + 0.5, wide, HIGH)
    painter.setPen(theme.color("line"))
    painter.setBrush(theme.color("surface"))
    painter.drawPath(speech(box, left=True, joined=False))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("faint"))
    for number in range(3):
        painter.drawEllipse(QPointF(left + 15 + number * 7, top + HIGH / 2 + 0.5), 2, 2)
    painter.setFont(font(11))
    painter.setPen(theme.color("faint"))
    painter.drawText(
        QRectF(left + 12 + DOTS, top, wide, HIGH + 1), Qt.AlignmentFlag.AlignVCenter, words
    )
