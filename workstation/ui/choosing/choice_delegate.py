"""The painting of a choice: its name, a quieter detail, a tick where many can be chosen."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from workstation.ui.choosing.choice_model import Choice, ChoiceRole
from workstation.ui.paintable import apart
from workstation.ui.theme.fonts import MEDIUM, NORMAL, STRONG, font
from workstation.ui.theme.pill import paint_pill, pill_width
from workstation.ui.theme.row_delegate import RowDelegate
from workstation.ui.theme.short_path import shortened
from workstation.ui.theme.sizes import px

ROW = 32
INDENT = 14


class ChoiceDelegate(RowDelegate):
    height = ROW

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice = index.data(ChoiceRole)
        if not isinstance(choice, Choice):
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
        x = box.left() + 10 + choice.depth * INDENT
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            self._tick(painter, QRectF(x, box.center().y() - 7, 15, 15), bool(_checked(ticked)))
            x += 24
        if choice.digit:
            wide = pill_width(choice.digit)
            paint_pill(
                painter,
                self._theme,
                choice.digit,
                "accent",
                x,
                box.center().y() - px(9),
                width=wide,
                chosen=chosen,
            )
            x += round(wide) + 8
        shape = font(11, STRONG) if choice.heading else font(13, NORMAL if not ticked else MEDIUM)
        painter.setFont(shape)
        painter.setPen(color("faint" if choice.heading else "text"))
        wide = box.right() - 10 - x
        detail_wide = 0
        if choice.detail:
            painter.setFont(font(12))
            metrics = painter.fontMetrics()
            detail_wide = min(metrics.horizontalAdvance(choice.detail) + 12, wide // 2)
            painter.setPen(color("muted" if chosen else "faint"))
            painter.drawText(
                QRect(x + wide - detail_wide, box.top(), detail_wide, box.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                metrics.elidedText(choice.detail, Qt.TextElideMode.ElideRight, detail_wide),
            )
            painter.setFont(shape)
            painter.setPen(color("faint" if choice.heading else "text"))
        painter.drawText(
            QRect(x, box.top(), wide - detail_wide, box.height()),
            Qt.AlignmentFlag.AlignVCenter,
            apart(shortened(choice.name, painter.fontMetrics(), wide - detail_wide)),
        )
        painter.restore()

    def _tick(self, painter: QPainter, box: QRectF, ticked: bool) -> None:
        color = self._theme.color
        painter.setPen(QPen(color("accent" if ticked else "faint"), 1.2))
        painter.setBrush(color("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(color("on_accent"), 1.8))
            corner = QPointF(box.left() + 6.3, box.bottom() - 4)
            painter.drawLine(QPointF(box.left() + 3.5, box.top() + 7.5), corner)
            painter.drawLine(corner, QPointF(box.right() - 3.2, box.top() + 4.2))


def _checked(value: object) -> bool:
    return value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
