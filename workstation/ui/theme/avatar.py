"""A round face for a name: its initials on a colour that is always the same for that name."""

import re
import zlib
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from workstation.ui.theme.fonts import STRONG, Size, font
from workstation.ui.theme.sizes import px

COLOURS: Final = ("#B05A35", "#2F7D6B", "#4A6FB5", "#A03D77", "#5B6B2E", "#8A5A2B", "#3F5F7F",
                  "#7A4BD0", "#99493F", "#2C7286", "#6B5BA8", "#866021")  # fmt: skip
"""White letters read on each at 4.5 : 1 or better."""

_WORDS: Final = re.compile(r"[^\W\d_]+", re.UNICODE)
_LITTLE: Final = frozenset({"de", "den", "der", "het", "ten", "ter", "van", "von", "el", "la"})
_faces: dict[tuple[str, int, int, float], QPixmap] = {}


def initials(name: str) -> str:
    """At most two letters: of the first and last word that carries the name, or "?"."""
    if "@" in name:
        name = name.partition("@")[0]
    words: list[str] = [word for word in _WORDS.findall(name) if word.lower() not in _LITTLE]
    if not words:
        return "?"
    if len(words) == 1:
        return words[0][:2].upper() if words[0].islower() else words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()


def colour_number(name: str) -> int:
    return zlib.crc32(name.encode("utf-8", "replace")) % len(COLOURS)


def paint_avatar(painter: QPainter, name: str, x: float, y: float, size: int = 36) -> None:
    """Paint the face of `name` in a square of `size` at (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), avatar(name, size, ratio))


def avatar(name: str, size: int, ratio: float) -> QPixmap:
    """The face as a picture, crisp at `ratio` device pixels per pixel."""
    letters, number = initials(name), colour_number(name)
    key = (letters, number, size, ratio)
    face = _faces.get(key)
    if face is None:
        if len(_faces) > 2000:
            _faces.clear()
        face = _faces[key] = _draw(letters, QColor(COLOURS[number]), size, ratio)
    return face


def _draw(letters: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    face = QPixmap(round(size * ratio), round(size * ratio))
    face.setDevicePixelRatio(ratio)
    face.fill(Qt.GlobalColor.transparent)
    painter = QPainter(face)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0, 0, size, size))
    text_size: Size = 9 if size < px(24) else 11 if size < px(32) else 13
    painter.setFont(font(text_size, STRONG))
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    return face
