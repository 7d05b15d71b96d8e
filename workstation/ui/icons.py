"""The desk's own line icons, drawn in a text colour at any resolution."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workstation.resources import resource
from workstation.ui.theme.sizes import px

SIZE: Final = 16
"""The square they are drawn on, in device-independent pixels at the usual size of text."""
FADED: Final = 0.4
"""How much is left of an icon that can do nothing."""


def icon(name: str, colour: str, active: str | None = None) -> QIcon:
    """The icon in a colour, crisp at one, two and three device pixels per pixel; `active` is its
    colour under the mouse and when chosen."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(picture(name, colour, px(SIZE), ratio))
        made.addPixmap(_faded(name, colour, px(SIZE), ratio), QIcon.Mode.Disabled)
        if active is not None:
            for mode, state in (
                (QIcon.Mode.Active, QIcon.State.Off),
                (QIcon.Mode.Normal, QIcon.State.On),
                (QIcon.Mode.Active, QIcon.State.On),
            ):
                made.addPixmap(picture(name, active, px(SIZE), ratio), mode, state)
    return made


@cache
def picture(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon as a picture of `size` pixels at `ratio` device pixels each."""
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


@cache
def _faded(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """As long as it can do nothing. What Qt makes of it is as bright as the icon in the dark."""
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(FADED)
    painter.drawPixmap(0, 0, picture(name, colour, size, ratio))
    painter.end()
    return drawn


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
