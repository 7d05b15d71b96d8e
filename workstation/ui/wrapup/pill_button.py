"""A pill one can press: what is filled in, in colour; what is still open, quiet."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.short_path import shortened
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import plain_tip

HEIGHT = 24
BEFORE, AFTER = 9, 20
"""Room before its words, and after them for the sign that it opens."""

SHORT = 104
"""Pixels up to which words are never cut: only a long choice makes room for the others."""


class PillButton(QAbstractButton):
    def __init__(self, theme: Theme, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._what = what
        self._filled = False
        self._proposed = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, text: str, *, filled: bool, proposed: bool = False) -> None:
        """`proposed`: it is likely so, and somebody has to say that it is."""
        self._filled, self._proposed = filled, proposed
        self.setText(text)
        self.setAccessibleName(f"{self._what}: {text}" if filled or proposed else self._what)
        self.setToolTip(plain_tip(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(12, MEDIUM)).horizontalAdvance(self.text())
        return QSize(round(wide) + px(BEFORE) + px(AFTER) + 3, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(SHORT), self.sizeHint().width()), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = color("accent" if self._filled else "muted")
        edge = QPen(color("accent"), 1.5) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.setBrush(color("accent_soft" if self._filled else "sunken"))
        painter.drawRoundedRect(box, 6, 6)
        if self._proposed and not self.hasFocus():
            painter.setPen(QPen(color("faint"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(font(12, MEDIUM))
        painter.setPen(ink)
        room = self.rect().adjusted(px(BEFORE), 0, -px(AFTER), 0)
        shown = shortened(self.text(), painter.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - px(14.0), self.height() / 2
        wide, high = px(3), px(3) / 2
        painter.drawPolyline(
            (QPointF(x - wide, y - high), QPointF(x, y + high), QPointF(x + wide, y - high))
        )
