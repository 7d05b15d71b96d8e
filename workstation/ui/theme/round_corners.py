"""Which windows may have round corners: those behind whose corners one sees what is there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_MAYBE_ALONE = "xcb"


def lets_through() -> bool:
    """Whether every window is laid over the others by the system. X11 may do without, and nobody
    can ask it: there what lets through is black, so corners are square."""
    return QGuiApplication.platformName() != _MAYBE_ALONE


def round_corners(popup: QWidget) -> None:
    """Before it is first shown. The style sheet rounds what has the property `round`."""
    if not lets_through():
        return
    popup.setProperty("round", True)
    # Windows lets through only what has no frame, and would draw a square shadow.
    popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    if QGuiApplication.platformName() == "windows":
        popup.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
