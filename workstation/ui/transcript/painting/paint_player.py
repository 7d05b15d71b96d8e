"""A player: the button, the wave with what was heard in colour, the times, the speed."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.sound.heard import Heard
from workstation.ui.transcript.sound.sound_words import rate_words, under_the_wave

BAR, PITCH = 2.0, 4.0
QUIET = 0.08


class PlayerPainter:
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_button(self, painter: QPainter, place: Place, heard: Heard) -> None:
        color = self._theme.color
        circle = QRectF(place.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        usable = not heard.elsewhere
        painter.setBrush(color("accent" if usable else "faint"))
        painter.drawEllipse(circle)
        ink = color("on_accent" if usable else "surface")
        middle = circle.center()
        if heard.state == "playing":
            for x in (-4.5, 1.5):
                painter.fillRect(QRectF(middle.x() + x, middle.y() - 6, 3, 12), ink)
        elif heard.state == "coming":
            for x in (-7.0, 0.0, 7.0):
                painter.setBrush(ink)
                painter.drawEllipse(QPointF(middle.x() + x, middle.y()), 1.8, 1.8)
        elif usable:
            path = QPainterPath(QPointF(middle.x() - 4, middle.y() - 7))
            path.lineTo(middle.x() + 7, middle.y())
            path.lineTo(middle.x() - 4, middle.y() + 7)
            path.closeSubpath()
            painter.fillPath(path, ink)
        else:
            painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x, y = middle.x(), middle.y()
            painter.drawLine(QPointF(x, y - 7), QPointF(x, y + 3))
            painter.drawLine(QPointF(x - 4, y - 1), QPointF(x, y + 3))
            painter.drawLine(QPointF(x + 4, y - 1), QPointF(x, y + 3))
            painter.drawLine(QPointF(x - 6, y + 7), QPointF(x + 6, y + 7))

    def paint_wave(self, painter: QPainter, place: Place, heard: Heard) -> None:
        color = self._theme.color
        rect = place.rect
        done = heard.at / heard.length if heard.length else 0.0
        bars = max(1, int(rect.width() / PITCH))
        middle = rect.center().y() + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        for number, peak in enumerate(columns(heard.peaks, bars)):
            high = max(BAR, peak * (rect.height() - 2))
            played = heard.length > 0 and (number + 0.5) / bars <= done
            painter.setBrush(color("accent" if played else "faint" if heard.peaks else "line"))
            x = rect.x() + number * PITCH
            painter.drawRoundedRect(QRectF(x, middle - high / 2, BAR, high), 1, 1)
        painter.setFont(font(11))
        painter.setPen(color("warn" if heard.elsewhere or heard.state == "missing" else "faint"))
        below = QRect(rect.left(), rect.bottom() + 2, rect.width() + 48, 16)
        words = under_the_wave(place.text, heard)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, shown)

    def paint_speed(self, painter: QPainter, place: Place, heard: Heard) -> None:
        color = self._theme.color
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent_soft" if heard.rate != 1.0 else "sunken"))
        painter.drawRoundedRect(QRectF(place.rect), 11, 11)
        painter.setPen(color("accent" if heard.rate != 1.0 else "muted"))
        painter.setFont(font(11, MEDIUM))
        painter.drawText(place.rect, Qt.AlignmentFlag.AlignCenter, rate_words(heard.rate))


def columns(peaks: tuple[float, ...], bars: int) -> list[float]:
    """How high each bar is: the loudest of its stretch; a low line while nothing is known."""
    if not peaks:
        return [QUIET] * bars
    step = len(peaks) / bars
    return [
        max(peaks[int(bar * step) : max(int(bar * step) + 1, int((bar + 1) * step))], default=0.0)
        for bar in range(bars)
    ]
