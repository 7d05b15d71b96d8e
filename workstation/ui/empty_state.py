"""What a screen shows when there is nothing to show: an icon, a sentence, and what to do."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workstation.ui.icons import picture
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme


class EmptyState(QWidget):
    """Calm, in the middle of its place."""

    painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign(theme, self)
        self._title = QLabel(self)
        self._title.setFont(font(14, STRONG))
        self._detail = QLabel(self)
        self._detail.setProperty("look", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        for label in (self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(3)

    def say(self, icon: str, title: str, detail: str = "") -> None:
        self._sign.show_icon(icon)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title}. {detail}" if detail else title)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    @property
    def title(self) -> str:
        return self._title.text()


class _Sign(QWidget):
    """An icon on a soft round ground, with two small leaves of paper behind it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = ""
        self.setFixedSize(QSize(px(88), px(72)))
        theme.changed.connect(self.update)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._icon:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line"))
        for aside, angle in ((-7, -10), (7, 10), (0, 0)):
            painter.save()
            painter.translate(px(44) + px(aside), px(38))
            painter.rotate(angle)
            painter.setBrush(self._theme.color("surface"))
            painter.drawRoundedRect(QRectF(-px(26), -px(26), px(52), px(52)), 10, 10)
            painter.restore()
        mark = picture(self._icon, self._theme.tokens.accent, px(24), self.devicePixelRatioF())
        painter.drawPixmap(px(32), px(26), mark)
