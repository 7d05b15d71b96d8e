"""One address of a customer: masked until it is pressed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workstation.replica.rows.customer import IdentityRow
from workstation.ui.panels.masking import masked
from workstation.ui.theme.channel import channel_name, paint_channel_dot
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.message_menu import copy_text
from workstation.ui.words import translate

HEIGHT = 24


class IdentityChip(QAbstractButton):
    """Pressing shows the whole address, pressing again hides it. A tick says it was verified."""

    def __init__(self, theme: Theme, identity: IdentityRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._identity = identity
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._say)
        theme.changed.connect(self.update)
        self._say()

    def _say(self) -> None:
        address = harmless_line(self._identity.address)
        self.setText(address if self.isChecked() else masked(self._identity.channel, address))
        name = channel_name(self._identity.channel)
        verified = translate("panels", "verified") if self._identity.verified else ""
        parts = [name, self.text(), verified]
        self.setAccessibleName(", ".join(part for part in parts if part))
        hint = (
            translate("panels", "Press to hide")
            if self.isChecked()
            else translate("panels", "Press to show")
        )
        self.setToolTip(f"{name} · {hint}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(12, MEDIUM)).horizontalAdvance(self.text())
        return QSize(round(wide) + 30 + (16 if self._identity.verified else 0), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, px(HEIGHT))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(
            translate("panels", "Copy address"), lambda: copy_text(self._identity.address)
        )
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        verified = self._identity.verified
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(color("accent"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = color("ok_soft" if verified else "sunken")
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 6, 6)
        paint_channel_dot(
            painter, self._theme, self._identity.channel, 6, self.height() / 2 - 6, 12, ground
        )
        painter.setFont(font(12, MEDIUM))
        painter.setPen(color("ok" if verified else "muted"))
        room = self.rect().adjusted(22, 0, -22 if verified else -6, 0)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if verified:
            painter.setPen(QPen(color("ok"), 1.6))
            x, y = self.width() - 17.0, self.height() / 2
            painter.drawLine(QPointF(x, y), QPointF(x + 3, y + 3))
            painter.drawLine(QPointF(x + 3, y + 3), QPointF(x + 8.5, y - 4))
