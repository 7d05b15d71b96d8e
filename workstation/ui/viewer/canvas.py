"""One picture on a quiet ground: as large as fits, closer by, moved about, turned."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workstation.ui.theme.fonts import font
from workstation.ui.theme.theme import Theme
from workstation.ui.viewer.levels import Levels

STEP: Final = 1.25
CLOSEST: Final = 8.0
NOTCH: Final = 120
"""What a wheel says for one notch."""
MARGIN: Final = 16


class Canvas(QWidget):
    """`zoom` is points of the screen for each of the picture; without one of its own a picture is
    as large as fits, and never larger than it is."""

    changed = Signal()
    """Closer, further, turned or another picture: what is said about it may differ."""
    stepped = Signal(int)
    """The wheel was turned over a picture that is seen whole: to the next (1) or before (-1)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels: Levels | None = None
        self._says = ""
        self._own: float | None = None
        self._quarters = 0
        self._offset = QPointF()
        self._held: QPointF | None = None
        self._notches = 0
        self.setObjectName("canvas")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)
        theme.changed.connect(self.update)

    # ------------------------------------------------------------------ what is shown

    def show_levels(self, levels: Levels | None, says: str = "", *, anew: bool = True) -> None:
        """Show a picture, or why there is none; `anew` forgets how the last one was looked at."""
        if anew:
            self._own, self._quarters, self._offset = None, 0, QPointF()
        self._levels, self._says = levels, says
        self._settle()

    @property
    def shown(self) -> bool:
        return self._levels is not None

    @property
    def quarters(self) -> int:
        """How often it was turned clockwise, 0 to 3."""
        return self._quarters

    @property
    def zoom(self) -> float:
        return self._own if self._own is not None else self.fitting

    @property
    def fitted(self) -> bool:
        """Whether the picture is seen whole."""
        return self.zoom <= self.fitting * 1.001

    @property
    def fitting(self) -> float:
        size = self._turned()
        if size.isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        wide, high = max(1, self.width() - 2 * MARGIN), max(1, self.height() - 2 * MARGIN)
        return min(1.0, wide * ratio / size.width(), high * ratio / size.height())

    def image(self) -> QImage | None:
        """The picture as sharp as it is here, unturned."""
        return None if self._levels is None else self._levels.images[0]

    # ------------------------------------------------------------------ looking

    def fit(self) -> None:
        self._look(None, QPointF())

    def whole(self) -> None:
        """A point of the screen for each of the picture."""
        self._zoom_to(1.0, QPointF(self.rect().center()))

    def closer(self, by: int = 1) -> None:
        """A step closer; further with -1."""
        self._zoom_to(self.zoom * STEP**by, QPointF(self.rect().center()))

    def turn(self, by: int) -> None:
        """A quarter clockwise; back with -1."""
        self._quarters = (self._quarters + by) % 4
        self._look(self._own, QPointF())

    def move_by(self, x: float, y: float) -> None:
        self._look(self._own, self._offset + QPointF(x, y))

    def _zoom_to(self, zoom: float, around: QPointF) -> None:
        """Closer or further, keeping the point of the picture under `around` where it is."""
        before = self.zoom
        zoom = min(max(zoom, min(self.fitting, 1.0)), CLOSEST)
        middle = QPointF(self.rect().center())
        from_middle = around - middle - self._offset
        offset = around - middle - from_middle * (zoom / before)
        self._look(None if zoom <= self.fitting else zoom, offset)

    def _look(self, own: float | None, offset: QPointF) -> None:
        self._own, self._offset = own, offset
        self._settle()

    def _settle(self) -> None:
        """No empty room where there could be picture."""
        shown = self._turned() * (self.zoom / self.devicePixelRatioF())
        wide = max(0.0, (shown.width() - self.width()) / 2)
        high = max(0.0, (shown.height() - self.height()) / 2)
        self._offset = QPointF(
            min(max(self._offset.x(), -wide), wide), min(max(self._offset.y(), -high), high)
        )
        moves = wide > 0 or high > 0
        self.setCursor(Qt.CursorShape.OpenHandCursor if moves else Qt.CursorShape.ArrowCursor)
        self.update()
        self.changed.emit()

    def _turned(self) -> QSizeF:
        size = QSizeF(self._levels.size) if self._levels is not None else QSizeF()
        return size.transposed() if self._quarters % 2 else size

    # ------------------------------------------------------------------ painting

    def resizeEvent(self, _event: object) -> None:
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("sunken"))
        if self._levels is None:
            painter.setPen(self._theme.color("muted"))
            painter.setFont(font(13))
            room = self.rect().adjusted(40, 40, -40, -40)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._says)
            return
        scale = self.zoom / self.devicePixelRatioF()
        size = QSizeF(self._levels.size) * scale
        image = self._levels.image_for(self.zoom)
        if self.zoom < 3.0:  # closer by, one wants to see the points themselves
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(QPointF(self.rect().center()) + self._offset)
        painter.rotate(90 * self._quarters)
        target = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
        painter.drawImage(target, image)

    # ------------------------------------------------------------------ mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self.zoom * STEP ** (turned / NOTCH), event.position())
        elif self.fitted:
            self._notches += turned
            while abs(self._notches) >= NOTCH:
                by = -1 if self._notches > 0 else 1
                self._notches += by * NOTCH
                self.stepped.emit(by)
        else:
            moved = event.pixelDelta() if not event.pixelDelta().isNull() else QPoint(
                event.angleDelta().x() // 2, turned // 2
            )  # fmt: skip
            self.move_by(moved.x(), moved.y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.fitted:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            moved, self._held = event.position() - self._held, event.position()
            self.move_by(moved.x(), moved.y())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As large as fits, or as it is."""
        if self.fitted and self.fitting < 1.0:
            self._zoom_to(1.0, event.position())
        else:
            self.fit()


def turned(image: QImage, quarters: int) -> QImage:
    """The picture as it was turned; for a worker, for a large one takes its time."""
    return image if not quarters else image.transformed(QTransform().rotate(90 * quarters))
