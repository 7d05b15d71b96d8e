"""How large a window opens: as large as its content wants, and whole on its screen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from workstation.ui.theme.sizes import px

FRAME: Final = QSize(16, 48)
"""What the system draws around it, at most about."""


def open_size(window: QWidget, width: int, height: int) -> None:
    """Give `window` this size, measured for text of the usual size."""
    screen = window.screen().availableGeometry().size() - FRAME
    window.resize(QSize(px(width), px(height)).boundedTo(screen))
