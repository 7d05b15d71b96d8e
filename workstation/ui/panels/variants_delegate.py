"""The painting of a variant: its name, its price, and whether there are any."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from workstation.replica.rows.product import VariantRow
from workstation.ui.panels.variants_model import (
    ChosenRole,
    MarkedRole,
    PriceRole,
    StockRole,
    VariantRole,
)
from workstation.ui.theme.fonts import MEDIUM, NORMAL, font
from workstation.ui.theme.pill import paint_pill, pill_width
from workstation.ui.theme.row_delegate import RowDelegate
from workstation.ui.theme.sizes import px
from workstation.ui.transcript.harmless import harmless_line

ROW = 44


class VariantsDelegate(RowDelegate):
    height = ROW

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        variant = index.data(VariantRole)
        if not isinstance(variant, VariantRow):
            return
        color = self._theme.color
        rect = QRect(option.rect)
        chosen = bool(index.data(ChosenRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent_soft"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 7, 7)
        if index.data(MarkedRole) and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("sunken"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 7, 7)
        elif option.state & QStyle.StateFlag.State_MouseOver and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 7, 7)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 1.5, -0.5, -1.5), 7, 7)
        x, wide = rect.left() + 10, rect.width() - 20
        price = str(index.data(PriceRole))
        painter.setFont(font(13, MEDIUM))
        price_wide = painter.fontMetrics().horizontalAdvance(price) + 10
        painter.setPen(color("text"))
        painter.drawText(
            QRect(x, rect.top() + px(4), wide, px(18)),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            price,
        )
        painter.setFont(font(13, MEDIUM if chosen else NORMAL))
        name = painter.fontMetrics().elidedText(
            harmless_line(variant.name) or variant.sku,
            Qt.TextElideMode.ElideRight,
            wide - price_wide,
        )
        painter.drawText(
            QRect(x, rect.top() + px(4), wide - price_wide, px(18)),
            Qt.AlignmentFlag.AlignVCenter,
            name,
        )
        stock, tone = index.data(StockRole)
        pill = 0
        if stock:
            pill = round(pill_width(stock))
            paint_pill(
                painter, self._theme, stock, tone, x + wide - pill, rect.top() + px(22),
                chosen=chosen,
            )  # fmt: skip
        painter.setFont(font(11))
        painter.setPen(color("muted" if chosen else "faint"))
        room = QRect(x, rect.top() + px(22), wide - pill - 10, px(18))
        details = " · ".join(
            part for part in (harmless_line(variant.sku), _attributes(variant)) if part
        )
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(details, Qt.TextElideMode.ElideRight, room.width()),
        )
        painter.restore()


def _attributes(variant: VariantRow) -> str:
    shown = [harmless_line(str(value)) for value in list(variant.attributes.values())[:4]]
    return ", ".join(value for value in shown if value and value not in variant.name)
