"""A hand on the mouse: it turns the wheel to what is further down, and hits what is in front."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

STEP = 120
"""Of the wheel, up; down is less than nothing."""


def click(widget: QWidget, place: QPoint) -> None:
    """Where another part of the window lies over it, or a window wants an answer first, that would
    take the click, and this fails."""
    _roll_to(widget, place)
    window = widget.window()
    first = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    assert first is None or first is window, f"{first} is in front of {widget}"
    hit = window.childAt(widget.mapTo(window, place)) or window
    assert hit is widget or widget.isAncestorOf(hit), f"{hit} lies over {widget}"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def turn_wheel(view: QWidget, by: int) -> None:
    """One step or more over the middle of something."""
    middle = QPointF(view.rect().center())
    turned = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turned)


def _roll_to(widget: QWidget, place: QPoint) -> None:
    """As far as it takes to have this place on the screen."""
    rolled = widget.parentWidget()
    while rolled is not None and not isinstance(rolled, QScrollArea):
        rolled = rolled.parentWidget()
    if rolled is None:
        return
    view = rolled.viewport()
    for _ in range(200):
        at = widget.mapTo(rolled, place).y() - view.y()
        if view.rect().top() <= at <= view.rect().bottom():
            return
        turn_wheel(view, STEP if at < 0 else -STEP)
    raise AssertionError(f"the wheel does not come to {widget}")
