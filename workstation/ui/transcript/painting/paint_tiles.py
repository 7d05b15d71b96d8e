"""Tiles of files: documents, films, and what could not be fetched."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.transcript_words import TranscriptWords


class TilePainter:
    def __init__(self, theme: Theme, words: TranscriptWords) -> None:
        self._theme = theme
        self._words = words

    def paint(self, painter: QPainter, place: Place) -> None:
        if place.attachment is None:
            return
        color = self._theme.color
        paint_frame(painter, self._theme, place.rect)
        here = place.attachment.state == "ready"
        ink = color("accent" if here else "faint")
        sign = QRectF(place.rect.x() + 10, place.rect.y() + 10, 19, 24)
        if place.what == "film":
            paint_film(painter, sign, ink)
        else:
            paint_sheet(painter, sign, ink)
        x = place.rect.x() + 40
        wide = place.rect.width() - 48
        painter.setFont(font(13, MEDIUM))
        painter.setPen(color("text" if here else "muted"))
        name = painter.fontMetrics().elidedText(place.text, Qt.TextElideMode.ElideMiddle, wide)
        painter.drawText(
            QRect(x, place.rect.y() + 5, wide, 18), Qt.AlignmentFlag.AlignVCenter, name
        )
        second, tone = self._words.tile(place.attachment)
        painter.setFont(font(11))
        painter.setPen(color(tone))
        shown = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(
            QRect(x, place.rect.y() + 22, wide, 16), Qt.AlignmentFlag.AlignVCenter, shown
        )


def paint_frame(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """A quiet frame on whatever ground it stands."""
    edge = QColor(theme.color("text"))
    edge.setAlpha(36)
    ground = QColor(theme.color("surface"))
    ground.setAlpha(150)
    painter.setPen(edge)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)


def paint_film(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A frame with a triangle in it."""
    screen = QRectF(box.x() - 2, box.y() + 3, box.width() + 4, box.height() - 6)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(screen, 3, 3)
    middle = screen.center()
    path = QPainterPath(QPointF(middle.x() - 3, middle.y() - 4.5))
    path.lineTo(middle.x() + 4.5, middle.y())
    path.lineTo(middle.x() - 3, middle.y() + 4.5)
    path.closeSubpath()
    painter.fillPath(path, ink)


def paint_sheet(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A sheet of paper with a folded corner."""
    fold = 6.0
    path = QPainterPath()
    path.moveTo(box.topLeft())
    path.lineTo(box.right() - fold, box.top())
    path.lineTo(box.right(), box.top() + fold)
    path.lineTo(box.bottomRight())
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    for row in range(3):
        y = box.top() + 9 + row * 4.5
        painter.drawLine(QPointF(box.left() + 4, y), QPointF(box.right() - 4, y))
