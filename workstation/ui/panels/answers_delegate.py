"""The painting of an answer: a card with its question, the answer in a line or two, its digit."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from workstation.replica.rows.knowledge import AnswerRow
from workstation.ui.panels.answers_model import (
    AnswerRole,
    NumberRole,
    QuestionRole,
    RemarkRole,
    TextRole,
)
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.pill import paint_pill, pill_width
from workstation.ui.theme.row_delegate import RowDelegate
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

ROW = 76
_SIDE = 12
_LINES = 2
_PITCH = 17


class AnswersDelegate(RowDelegate):
    """A card is as high as its answer is where it stands: a wide panel needs one line for most."""

    height = ROW

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        room = self._view.viewport().width() - 2 * (_SIDE + 1)
        wide = QFontMetricsF(font(12)).horizontalAdvance(str(index.data(TextRole)))
        return QSize(size.width(), size.height() - (px(_PITCH) if wide <= room else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if not isinstance(index.data(AnswerRole), AnswerRow):
            return
        color = self._theme.color
        box = QRectF(option.rect).adjusted(0.8, 0.8, -0.8, -5.2)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent" if current else "line"), 1.3 if current else 1))
        painter.setBrush(color("hover" if hovered or current else "surface"))
        painter.drawRoundedRect(box, 9, 9)
        right = box.right() - _SIDE
        number = str(index.data(NumberRole))
        if number:
            right -= pill_width(number)
            paint_pill(painter, self._theme, number, "quiet", right, box.top() + px(9))
            right -= 6
        remark = str(index.data(RemarkRole))
        if remark:
            right -= pill_width(remark)
            paint_pill(painter, self._theme, remark, "warn", right, box.top() + px(9))
            right -= 6
        left = box.left() + _SIDE
        painter.setFont(font(13, MEDIUM))
        painter.setPen(color("text"))
        room = QRect(round(left), round(box.top()) + px(8), round(right - left), px(20))
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(
                str(index.data(QuestionRole)), Qt.TextElideMode.ElideRight, room.width()
            ),
        )
        self._answer(
            painter, str(index.data(TextRole)), left, box.top() + px(29), box.right() - _SIDE
        )
        painter.restore()

    def _answer(self, painter: QPainter, text: str, left: float, top: float, right: float) -> None:
        """As many lines as fit, the last one cut with an ellipsis."""
        shape = font(12)
        painter.setFont(shape)
        painter.setPen(self._theme.color("muted"))
        metrics = painter.fontMetrics()
        layout = QTextLayout(text, shape)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        wide = right - left
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(wide)
            start = line.textStart()
            last = number == _LINES - 1
            shown = text[start:] if last else text[start : start + line.textLength()]
            if last:
                shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, round(wide))
            painter.drawText(
                QRectF(left, top + number * px(_PITCH), wide, px(_PITCH)),
                Qt.AlignmentFlag.AlignVCenter,
                shown,
            )
        layout.endLayout()
