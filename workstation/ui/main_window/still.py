"""What a window showed, over the one that is made in its place, until that shows it all as well."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

LONGEST: Final = 3000
"""Milliseconds; by then the window is shown as far as it is."""


class Still(QWidget):
    """Takes its picture when it is made, and nothing of `former` moves from then on. The former
    window goes once the picture lies over the new one, on the screen: nothing blinks."""

    def __init__(self, former: QWidget) -> None:
        super().__init__()
        self._former: QWidget | None = former
        self._lifted = False
        self._picture = _picture(former)
        for each in (former, *_before(former)):
            each.setUpdatesEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def lie_over(self, window: QWidget) -> None:
        """Before it is shown for the first time."""
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        QTimer.singleShot(LONGEST, self, self.lift)

    def lift(self) -> None:
        """All is there."""
        self._leave()
        if not self._lifted:
            self._lifted = True
            self.hide()
            self.deleteLater()

    @property
    def former(self) -> QWidget | None:
        """The window it is a picture of, while that is still there."""
        return self._former

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        window = self.parentWidget()
        if window is not None and watched is window:
            if kind == QEvent.Type.Resize:
                self.setGeometry(window.rect())
            elif kind == QEvent.Type.ChildAdded:
                self.raise_()  # what is made meanwhile is made below it
            elif kind == QEvent.Type.Close:
                self._leave()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._former is not None:
            # Once more round: by then this is on the screen.
            QTimer.singleShot(0, self, self._leave)

    def _leave(self) -> None:
        former, self._former = self._former, None
        if former is not None:
            former.close()
            former.deleteLater()


def _before(window: QWidget) -> list[QWidget]:
    """The windows that belong to it, in front of it."""
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return [
        one
        for one in shown
        if one.windowType() in (Qt.WindowType.Dialog, Qt.WindowType.Window)
        and (parent := one.parentWidget()) is not None
        and parent.window() is window
    ]


def _picture(window: QWidget) -> QPixmap:
    """As it is on the screen, with what is in front of it."""
    picture = window.grab()
    painter = QPainter(picture)
    corner = window.mapToGlobal(QPoint(0, 0))
    for one in _before(window):
        place = QRect(one.mapToGlobal(QPoint(0, 0)) - corner, one.size())
        painter.drawPixmap(place.topLeft(), one.grab())
    painter.end()
    return picture
