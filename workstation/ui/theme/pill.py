"""A small rounded word in a colour that means something: a promise, a state, a count."""

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.theme.tokens import RADIUS_SMALL

Tone = Literal["quiet", "accent", "ok", "warn", "bad"]

HEIGHT: Final = 18
_PADDING: Final = 6
_INK: Final[dict[Tone, tuple[str, str]]] = {
    "quiet": ("muted", "sunken"),
    "accent": ("accent", "accent_soft"),
    "ok": ("ok", "ok_soft"),
    "warn": ("warn", "warn_soft"),
    "bad": ("bad", "bad_soft"),
}


def pill_width(text: str) -> float:
    return QFontMetricsF(font(11, MEDIUM)).horizontalAdvance(text) + 2 * px(_PADDING)


def paint_pill(
    painter: QPainter,
    theme: Theme,
    text: str,
    tone: Tone,
    x: float,
    y: float,
    *,
    height: float | None = None,
    width: float | None = None,
    chosen: bool = False,
) -> float:
    """Paint it with its top left at (x, y); the width it took. `chosen`: on the ground of a chosen
    row, from which a quiet one would hardly differ."""
    ink, ground = _INK[tone]
    if chosen and tone in ("quiet", "accent"):
        ground = "surface"
    if width is None:
        width = pill_width(text)
    if height is None:
        height = px(HEIGHT)
    box = QRectF(x, y, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
    painter.setFont(font(11, MEDIUM))
    painter.setPen(theme.color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return width


class Pill(QWidget):
    """The same as a widget; hidden while it has nothing to say."""

    def __init__(
        self, theme: Theme, text: str = "", tone: Tone = "quiet", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._tone = "", tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = "quiet") -> None:
        if (text, tone) == (self._text, self._tone):
            return
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    @property
    def tone(self) -> Tone:
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(round(pill_width(self._text) + 0.5), px(HEIGHT) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(
            painter, self._theme, self._text, self._tone, 0, 0,
            width=self.width(), height=self.height(),
        )  # fmt: skip
