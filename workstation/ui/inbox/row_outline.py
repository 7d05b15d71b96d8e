"""Where the parts of a row of the list stand, and what stands for a face or for all of it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from workstation.ui.icons import picture
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

LEFT: Final = 16
FACE: Final = 36
TEXT: Final = LEFT + FACE + 10
RIGHT: Final = 14
FACE_ENDS: Final = LEFT + FACE + 5
"""Left of this a click selects, right of it it opens."""
_MARK: Final = 18


def face_box(box: QRectF) -> QRectF:
    """Where the face is, in the row that is painted in `box`."""
    return QRectF(box.left() + px(LEFT), box.top() + px(10), px(FACE), px(FACE))


def paint_selected(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """In place of the face: this one is selected."""
    face = face_box(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(face)
    ratio = painter.device().devicePixelRatioF()
    corner = face.center() - QPointF(px(_MARK) / 2, px(_MARK) / 2)
    painter.drawPixmap(corner, picture("check", theme.tokens.on_accent, px(_MARK), ratio))


def paint_coming(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """The outline of a row that is on its way."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("sunken"))
    painter.drawEllipse(face_box(box))
    top, left = box.top() + px(10), box.left() + px(TEXT)
    room = box.width() - px(TEXT) - px(RIGHT)
    for y, share in ((3, 0.45), (22, 0.85), (42, 0.6)):
        painter.drawRoundedRect(QRectF(left, top + px(y), room * share, px(10)), 4, 4)
