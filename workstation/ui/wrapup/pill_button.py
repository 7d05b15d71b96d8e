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
        return QSize(round(wide) + 32, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(SHORT), self.sizeHint().width()), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = color("accent" if self._filled else "muted")
        edge = QPen(color("accent"), 1.5) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        if self._proposed and not self.hasFocus():
            edge = QPen(color("faint"), 1, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(color("accent_soft" if self._filled else "sunken"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font(12, MEDIUM))
        painter.setPen(ink)
        room = self.rect().adjusted(9, 0, -20, 0)
        shown = shortened(self.text(), painter.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - 14.0, self.height() / 2
        painter.drawLine(QPointF(x - 3, y - 1.5), QPointF(x, y + 1.5))
        painter.drawLine(QPointF(x, y + 1.5), QPointF(x + 3, y - 1.5))
