"""The way back to the newest message, with how many came while one was reading further up."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.theme import Theme

HEIGHT: Final = 30


class NewestButton(QAbstractButton):
    """A small rounded button floating over the transcript."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The End key does the same; tabbing from the messages to the composer stays one step.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)
        self.say(0)

    def say(self, unseen: int) -> None:
        text = self.tr("%n new message(s)", "", unseen) if unseen else self.tr("Newest")
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.setToolTip(self.tr("Go to the newest message (End)"))

    def stand(self, unseen: int, *, shown: bool, room: QSize) -> None:
        """In the corner of the room, where it is wanted."""
        self.say(unseen)
        self.setVisible(shown)
        size = self.sizeHint()
        x, y = room.width() - size.width() - 16, room.height() - size.height() - 12
        self.setGeometry(x, y, size.width(), size.height())

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(12, MEDIUM)).horizontalAdvance(self.text())
        return QSize(round(wide) + 44, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(color("line"))
        painter.setBrush(color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(QPen(color("accent"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = 18.0, self.height() / 2
        for start, end in (((x, y - 5), (x, y + 5)), ((x - 4, y + 1), (x, y + 5)),
                           ((x + 4, y + 1), (x, y + 5))):  # fmt: skip
            painter.drawLine(QPointF(*start), QPointF(*end))
        painter.setFont(font(12, MEDIUM))
        painter.setPen(color("text"))
        painter.drawText(
            self.rect().adjusted(30, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
