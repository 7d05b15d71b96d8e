"""Paints one entry of the outbox: what, for whom, when, how it stands, and why not."""

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workstation.replica.rows.outbox import OutboxRow
from workstation.ui.context import DeskContext
from workstation.ui.inbox.inbox_words import age
from workstation.ui.outbox.outbox_model import ENTRY_ROLE, PERCENT_ROLE
from workstation.ui.outbox.outbox_words import deed, reason, standing
from workstation.ui.paintable import paintable_line
from workstation.ui.panels.masking import masked_name
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.pill import paint_pill, pill_width
from workstation.ui.theme.sizes import px

Index = QModelIndex | QPersistentModelIndex

_LINE = 20
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class OutboxDelegate(QStyledItemDelegate):
    """Two lines, and a third when there is a reason."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: OutboxRow = index.data(ENTRY_ROLE)
        lines = 1 + bool(_what(entry)) + bool(reason(entry, self._context.language))
        return QSize(360, max(px(56), 20 + lines * px(_LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: OutboxRow = index.data(ENTRY_ROLE)
        box = QRectF(option.rect)
        state = option.state
        theme = self._context.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(
                    QRectF(box.left(), box.top(), 3, box.height()), theme.color("accent")
                )
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))
        top, left, right = box.top() + 10, box.left() + 28 + px(36), box.right() - 16
        paint_avatar(painter, entry.name or self._context.me.name, box.left() + 16, top, px(36))
        right = self._paint_standing(painter, entry, index.data(PERCENT_ROLE), right, top)
        painter.setFont(font(13, STRONG))
        painter.setPen(theme.color("text"))
        title = deed(entry.kind)
        if entry.name:
            title += f"  ·  {paintable_line(masked_name(entry.name))}"
        self._paint_words(painter, title, left, top - 1, right - left)
        painter.setFont(font(13))
        line = top + px(_LINE) - 1
        what = _what(entry)
        if what:
            painter.setPen(theme.color("muted"))
            self._paint_words(painter, what, left, line, box.right() - 16 - left)
            line += px(_LINE)
        why = reason(entry, self._context.language)
        if why:
            painter.setPen(theme.color("bad" if entry.state == "refused" else "faint"))
            self._paint_words(painter, why, left, line, box.right() - 16 - left)
        painter.restore()

    def _paint_standing(
        self, painter: QPainter, entry: OutboxRow, percent: int | None, right: float, top: float
    ) -> float:
        words, tone = standing(entry, percent)
        metrics = QFontMetricsF(font(12))
        when = age(entry.made_at, self._context.clock(), self._context.language)
        width = metrics.horizontalAdvance(when) + 1
        painter.setFont(font(12))
        painter.setPen(self._context.theme.color("faint"))
        painter.drawText(QRectF(right - width, top - 1, width, px(_LINE)), _MIDDLE, when)
        right -= width + 8
        wide = pill_width(words)
        paint_pill(painter, self._context.theme, words, tone, right - wide, top)
        return right - wide - 8

    @staticmethod
    def _paint_words(painter: QPainter, words: str, x: float, y: float, room: float) -> None:
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, y, room, px(_LINE)), _MIDDLE, words)


def _what(entry: OutboxRow) -> str:
    return paintable_line(entry.text)
