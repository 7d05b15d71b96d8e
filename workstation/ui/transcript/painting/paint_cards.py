"""Cards, answered messages, small sentences and reactions."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from workstation.ui.icons import picture
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.painting.paint_tiles import paint_frame
from workstation.ui.transcript.setting.column import ICON, Fonts
from workstation.ui.transcript.setting.laid import Laid, Panel

SIGN = 12
BAR = 3


def paint_panels(painter: QPainter, theme: Theme, laid: Laid) -> None:
    for panel in laid.panels:
        if panel.kind == "frame":
            paint_frame(painter, theme, panel.rect)
        else:
            _paint_quote(painter, theme, panel)


def paint_paras(
    painter: QPainter,
    theme: Theme,
    laid: Laid,
    found: Callable[[str], list[QTextLayout.FormatRange]],
) -> None:
    """`found` says what of a text is marked, as it was searched for."""
    ratio = painter.device().devicePixelRatioF()
    for para in laid.paras:
        colour = theme.color(para.tone)
        painter.setPen(colour)
        para.layout.draw(painter, para.at, found(para.layout.text()))
        if para.icon:
            line = para.layout.lineAt(0)
            middle = para.at.y() + line.y() + line.height() / 2
            at = QPoint(round(para.at.x()) - ICON, round(middle - SIGN / 2))
            painter.drawPixmap(at, picture(para.icon, colour.name(), SIGN, ratio))


def paint_chips(painter: QPainter, theme: Theme, fonts: Fonts, laid: Laid) -> None:
    """What people put on a message, over the edge of its bubble."""
    painter.setFont(fonts.body)
    for rect, text in laid.chips:
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("raised"))
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme.color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _paint_quote(painter: QPainter, theme: Theme, panel: Panel) -> None:
    box = QRectF(panel.rect)
    ground = QColor(theme.color("text"))
    ground.setAlpha(12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 5, 5)
    pen = QPen(theme.color("accent"), BAR, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(
        QPoint(panel.rect.left() + 2, panel.rect.top() + 3),
        QPoint(panel.rect.left() + 2, panel.rect.bottom() - 2),
    )
