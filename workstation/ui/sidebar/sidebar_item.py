"""One list in the sidebar: its icon, its name, how much waits; in red when something is late."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workstation.replica.rows.inbox import MOST_COUNTED
from workstation.ui.icons import picture
from workstation.ui.sidebar.sidebar_model import Entry
from workstation.ui.theme.fonts import MEDIUM, NORMAL, STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

HEIGHT = 32


class SidebarItem(QAbstractButton):
    """A choice among the lists; folded it shows its icon and count only. A list that somebody keeps
    has a menu, and keys to rename and remove it."""

    menu_asked = Signal(QPoint)
    wished = Signal(str)
    """ "rename" or "remove"."""

    def __init__(self, theme: Theme, entry: Entry, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._folded = False
        self.entry = entry
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        self.entry = entry
        self.setText(entry.title)
        spoken = entry.title
        if entry.count is not None:
            spoken += ", " + translate("sidebar", "%n open", None, entry.count)
        if entry.late:
            spoken += ", " + translate("sidebar", "%n late", None, entry.late)
        self.setAccessibleName(spoken)
        self.setToolTip(f"{spoken}  ·  {self._key}" if self._key else spoken)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.entry.kept is not None:
            under = event.reason() != QContextMenuEvent.Reason.Mouse
            self.menu_asked.emit(self.rect().bottomLeft() if under else event.pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = {Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "remove"}.get(Qt.Key(event.key()))
        if key is not None and self.entry.kept is not None and not event.modifiers():
            self.wished.emit(key)
        else:
            super().keyPressEvent(event)

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(40 if self._folded else 196), px(HEIGHT))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        self._paint_ground(painter, box, chosen)
        ink = "text" if chosen or self.underMouse() else "muted"
        mark = picture(
            self.entry.icon, getattr(self._theme.tokens, ink), px(16), self.devicePixelRatioF()
        )
        if self._folded:
            painter.drawPixmap(int((box.width() - px(16)) / 2), px(8), mark)
            self._paint_badge(painter, box)
            return
        painter.drawPixmap(px(10), px(8), mark)
        right = box.right() - px(10)
        if self.entry.count:
            right = self._paint_count(painter, right, chosen) - 6
        painter.setFont(font(13, MEDIUM if chosen else NORMAL))
        painter.setPen(self._theme.color(ink))
        room = right - px(36)
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(self.entry.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(px(36), 0, room, px(HEIGHT)), Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_ground(self, painter: QPainter, box: QRectF, chosen: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(self._theme.color("surface"))
            painter.drawRoundedRect(box, 7, 7)
        elif self.underMouse():
            painter.setBrush(self._theme.color("sunken"))
            painter.drawRoundedRect(box, 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_count(self, painter: QPainter, right: float, chosen: bool) -> float:
        """The number at the right; where it begins. Late ones count first: they are the news."""
        late = self.entry.late
        words = _number(late or self.entry.count or 0)
        painter.setFont(font(12, STRONG if late or chosen else MEDIUM))
        painter.setPen(self._theme.color("bad" if late else "accent" if chosen else "faint"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        place = QRectF(right - width - 1, 0, width + 1, px(HEIGHT))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        if late and self.entry.count and self.entry.count > late:
            words = _number(self.entry.count)
            painter.setFont(font(12, MEDIUM))
            painter.setPen(self._theme.color("faint"))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            place = QRectF(place.left() - wide - 8, 0, wide + 1, px(HEIGHT))
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words
            )
        return place.left()

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        if not self.entry.count:
            return
        late = self.entry.late
        count = late or self.entry.count
        words = str(count) if count < 100 else "99+"
        painter.setFont(font(9, STRONG))
        width = max(float(px(14)), QFontMetricsF(painter.font()).horizontalAdvance(words) + 6)
        place = QRectF(min(box.width() / 2 + 2, box.width() - width), 1, width, px(13))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("bad_soft" if late else "accent_soft"))
        painter.drawRoundedRect(place, 6.5, 6.5)
        painter.setPen(self._theme.color("bad" if late else "accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _number(count: int) -> str:
    """Kept views are not counted further than this."""
    return str(count) if count < MOST_COUNTED else f"{MOST_COUNTED - 1}+"
