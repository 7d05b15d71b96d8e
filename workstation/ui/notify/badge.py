"""How many of my contacts are not read: on the window's title, the task bar and the tray."""

from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPainter, QPixmap

from workstation.resources import resource
from workstation.ui.theme.fonts import BOLD, font
from workstation.ui.theme.theme import Theme

TITLE: Final = "Workstation"
MOST: Final = 99
SIDE: Final = 64
"""Of the icon with a number, in device pixels: the tray makes it as small as it needs."""


class Badge(QObject):
    """`changed` with the title and the icon that say so."""

    changed = Signal(str, QIcon)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        # One for all: Qt keeps what each icon was drawn as, for megabytes of icons.
        self._plain = QIcon(str(resource("icons/workstation.svg")))
        theme.changed.connect(self._say)

    @property
    def count(self) -> int:
        return self._count

    @property
    def title(self) -> str:
        return f"({shown(self._count)}) {TITLE}" if self._count else TITLE

    def show_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self._say()

    def icon(self) -> QIcon:
        if not self._count:
            return self._plain
        drawn = QPixmap(SIDE, SIDE)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plain.paint(painter, 0, 0, SIDE, SIDE)
        words = shown(self._count)
        wide = 36.0 if len(words) < 3 else 48.0
        place = QRectF(SIDE - wide, 0, wide, 36)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("bad"))
        painter.drawRoundedRect(place, 18, 18)
        letters = QFont(font(9, BOLD))
        letters.setPixelSize(26)
        painter.setFont(letters)
        painter.setPen(self._theme.color("surface"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return QIcon(drawn)

    def _say(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(self._count)
        self.changed.emit(self.title, self.icon())


def shown(count: int) -> str:
    return str(count) if count <= MOST else f"{MOST}+"
