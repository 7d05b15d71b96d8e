"""The painting of a customer's contacts: a dot a channel on a thin line through time."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from workstation.ui.paintable import apart
from workstation.ui.panels.timeline_model import ChannelRole, DayRole, DetailRole, TitleRole
from workstation.ui.theme.channel import paint_channel_dot
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.row_delegate import RowDelegate
from workstation.ui.theme.sizes import px

ROW = 42
_LEFT = 20


class TimelineDelegate(RowDelegate):
    height = ROW

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        channel = index.data(ChannelRole)
        if not isinstance(channel, str):
            return
        color = self._theme.color
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = color("surface")
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            ground = color("hover")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(rect).adjusted(14, 0, 0, -2), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(14.5, 0.5, -0.5, -2.5), 6, 6)
        last = index.row() == index.model().rowCount() - 1
        top = rect.top() + (px(12) if index.row() == 0 else 0)
        bottom = rect.top() + px(12) if last else rect.bottom() + 1
        painter.fillRect(QRectF(rect.left() + 5.5, top, 1, bottom - top), color("line"))
        paint_channel_dot(
            painter,
            self._theme,
            channel,
            rect.left(),
            rect.top() + px(11) - 6,
            12,
            color("surface"),
        )
        x, wide = rect.left() + _LEFT, rect.width() - _LEFT - 6
        painter.setFont(font(11))
        painter.setPen(color("faint"))
        day = str(index.data(DayRole))
        day_wide = painter.fontMetrics().horizontalAdvance(day) + 6
        painter.drawText(
            QRect(x, rect.top() + 2, wide, px(18)),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            day,
        )
        for role, shape, token, y, room in (
            (TitleRole, font(13, MEDIUM), "text", 2, wide - day_wide),
            (DetailRole, font(12), "muted", px(20), wide),
        ):
            painter.setFont(shape)
            painter.setPen(color(token))
            text = painter.fontMetrics().elidedText(
                str(index.data(role)), Qt.TextElideMode.ElideRight, room
            )
            painter.drawText(
                QRect(x, rect.top() + y, room, px(18)), Qt.AlignmentFlag.AlignVCenter, apart(text)
            )
        painter.restore()
