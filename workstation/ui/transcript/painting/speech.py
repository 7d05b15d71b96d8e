"""The outline of a bubble."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

CORNER, TAIL = 12.0, 4.0


def speech(box: QRectF, *, left: bool, joined: bool) -> QPainterPath:
    """A bubble whose upper corner on the speaker's side is nearly square."""
    path = QPainterPath()
    near = TAIL
    first = near if left else CORNER
    second = CORNER if left else near
    lower_first = near if left and joined else CORNER
    lower_second = near if not left and joined else CORNER
    x, y, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    path.moveTo(QPointF(x + first, y))
    path.lineTo(QPointF(right - second, y))
    path.quadTo(QPointF(right, y), QPointF(right, y + second))
    path.lineTo(QPointF(right, bottom - lower_second))
    path.quadTo(QPointF(right, bottom), QPointF(right - lower_second, bottom))
    path.lineTo(QPointF(x + lower_first, bottom))
    path.quadTo(QPointF(x, bottom), QPointF(x, bottom - lower_first))
    path.lineTo(QPointF(x, y + first))
    path.quadTo(QPointF(x, y), QPointF(x + first, y))
    path.closeSubpath()
    return path
