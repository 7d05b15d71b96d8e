"""Paints a channel in the list: its dot, its name, how it is and what goes on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workstation.ui.channels.channel_words import described, state
from workstation.ui.channels.channels_model import CHANNEL_ROLE, ChannelItem
from workstation.ui.theme.channel import channel_name, paint_channel_dot
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.pill import HEIGHT, paint_pill, pill_width
from workstation.ui.theme.row_delegate import RowDelegate
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex


class ChannelDelegate(RowDelegate):
    height = 60

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(CHANNEL_ROLE)
        if not isinstance(item, ChannelItem):
            return
        box = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        color = self._theme.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = color("accent_soft" if chosen else "surface")
        painter.fillRect(box, ground)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, color("line2"))
        under = described(item.dial)
        top = box.top() + (px(9) if under or item.unread else (box.height() - px(22)) // 2)
        paint_channel_dot(
            painter, self._theme, item.channel, box.left() + 16, top + px(5), px(14), ground
        )
        x = box.left() + 26 + px(14)
        words, tone = state(item.line, item.dial)
        wide = pill_width(words)
        left = box.right() - 12 - wide
        paint_pill(painter, self._theme, words, tone, left, top + px(3), chosen=chosen)
        painter.setFont(font(13, MEDIUM))
        painter.setPen(color("text"))
        room = QRect(x, top + px(2), round(box.right() - 20 - wide) - x, px(HEIGHT) + 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, channel_name(item.channel))
        if item.unread:
            under = translate("channels", "{count} could not be read").format(count=item.unread)
            painter.setPen(color("bad"))
        else:
            painter.setPen(color("muted"))
        painter.setFont(font(12))
        room = QRect(x, box.top() + px(31), box.right() - 12 - x, px(18))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, under)
        painter.restore()
