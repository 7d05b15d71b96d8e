"""Contacts about the same product that are not wrapped up: a click or Enter opens one."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from workstation.replica.rows.knowledge import OpenContactRow
from workstation.ui.contact.moments import short_day
from workstation.ui.context import DeskContext
from workstation.ui.nobody import called
from workstation.ui.paintable import apart, from_left
from workstation.ui.panels.masking import number_masked
from workstation.ui.theme.channel import channel_name, paint_channel_dot
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.sizes import px
from workstation.ui.transcript.harmless import harmless_line

SHOWN = 5
HEIGHT = 42


class OpenContacts(QWidget):
    chosen = Signal(str)
    """A contact id."""

    def __init__(
        self,
        context: DeskContext,
        contacts: tuple[OpenContactRow, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for contact in contacts[:SHOWN]:
            line = _Line(context, contact)
            line.clicked.connect(lambda _=False, key=contact.contact_id: self.chosen.emit(key))
            layout.addWidget(line)


class _Line(QAbstractButton):
    def __init__(self, context: DeskContext, contact: OpenContactRow) -> None:
        super().__init__()
        self._context = context
        self._contact = contact
        self._name = harmless_line(called(contact.name, contact.channel))
        self._day = short_day(contact.last_at, context.clock(), context.language)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        parts = (self._name, channel_name(contact.channel), self._day, self._about())
        self.setAccessibleName(", ".join(part for part in parts if part))
        context.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, px(HEIGHT))

    def _about(self) -> str:
        last = harmless_line(number_masked(self._contact.last_text))
        owner = self._contact.owner_name
        return f"{from_left(owner)} · {apart(last)}" if owner else last

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._context.theme.color
        if self.underMouse() or self.hasFocus():
            painter.setPen(color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        paint_channel_dot(
            painter, self._context.theme, self._contact.channel, 4, px(14) - 6, 12, color("surface")
        )
        wide = self.width() - 30
        painter.setFont(font(11))
        painter.setPen(color("faint"))
        day = painter.fontMetrics().horizontalAdvance(self._day) + 8
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(24, px(3), wide, px(18)), right, self._day)
        for text, shape, ink, top, room in (
            (self._name, font(13, MEDIUM), "text", px(3), wide - day),
            (self._about(), font(12), "muted", px(21), wide),
        ):
            painter.setFont(shape)
            painter.setPen(color(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(
                QRect(24, top, room, px(18)), Qt.AlignmentFlag.AlignVCenter, apart(shown)
            )
