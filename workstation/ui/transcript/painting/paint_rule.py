"""The rule above what is new: a line through the transcript, with its words in the middle."""

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from workstation.ui.transcript.setting.laid import SIDE, Laid

ROOM = 12
"""Between the words and the line on either side."""


def paint_rule(painter: QPainter, laid: Laid, colour: QColor) -> None:
    if laid.text is None or not laid.text.lineCount():
        return
    line = laid.text.lineAt(0)
    y = laid.text_at.y() + line.y() + line.height() / 2
    middle = laid.bubble.center().x() + 0.5
    half = line.naturalTextWidth() / 2 + ROOM
    left, right = float(SIDE), 2 * middle - SIDE
    painter.setPen(QPen(colour, 1))
    painter.drawLine(QLineF(left, y, middle - half, y))
    painter.drawLine(QLineF(middle + half, y, right, y))
