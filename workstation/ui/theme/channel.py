"""A channel's dot and its name."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate


def channel_name(channel: str) -> str:
    """What people call it, in the desk's language."""
    match channel:
        case "whatsapp":
            return "WhatsApp"
        case "instagram":
            return "Instagram"
        case "messenger":
            return "Messenger"
        case "email":
            return translate("channel", "E-mail")
        case "chat":
            return translate("channel", "Web chat")
        case "phone":
            return translate("channel", "Phone")
        case "console":
            return translate("channel", "Console")
        case _:
            return channel


def paint_channel_dot(
    painter: QPainter, theme: Theme, channel: str, x: float, y: float, size: float, ground: QColor
) -> None:
    """The dot in a square of `size` at (x, y), with a two-pixel ring of `ground` around it."""
    token = channel if hasattr(theme.tokens, channel) else "console"
    painter.setPen(QPen(ground, 2))
    painter.setBrush(theme.color(token))
    painter.drawEllipse(QPointF(x + size / 2, y + size / 2), size / 2 - 1, size / 2 - 1)
